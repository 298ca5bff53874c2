package nl.waarborg.processoragreement.securitytest.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestOverdue;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestOverdueWithdrawn;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestRecorded;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent.SecurityTestResultPublished;
import nl.waarborg.terms.AgreedCalendars;

/** Security tests, and the day by which the next is due; it is overdue after that day. */
public final class SecurityTestsProjection implements Projection<SecurityTestEvent> {

    /** The key is the vendor and the last day: {@code afas/2026-03-31}. */
    public static final String OVERDUE = "security-test-overdue";

    private static final String RECORDED =
            """
            insert into security_test (test_id, provider, kind, external_party, tested_version, tested_on, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String PUBLISHED = "update security_test set result = ?, published_at = ? where test_id = ?";
    private static final String DUE =
            """
            insert into security_test_duty (provider, due_on) values (?, ?)
            on conflict (provider) do update set due_on = excluded.due_on, missed = null""";
    private static final String MISSED = "update security_test_duty set missed = ? where provider = ?";

    @Override
    public String name() {
        return "security-tests";
    }

    @Override
    public Class<SecurityTestEvent> events() {
        return SecurityTestEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("security_test", "security_test_duty");
    }

    @Override
    public void apply(List<RecordedEvent<SecurityTestEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case SecurityTestRecorded e -> {
                    statements.add(
                            RECORDED,
                            e.testId(),
                            e.provider(),
                            e.kind(),
                            e.externalParty(),
                            e.version(),
                            e.testedOn(),
                            e.at());
                    var due = e.nextDueOn();
                    if (due != null) {
                        statements.add(DUE, e.provider(), due);
                        deadlines.add(new Deadline(
                                OVERDUE,
                                recorded.stream(),
                                e.provider() + '/' + due,
                                recorded.tenant(),
                                due.plusDays(1)
                                        .atStartOfDay(AgreedCalendars.ZONE)
                                        .toInstant()));
                    }
                }
                case SecurityTestResultPublished e -> statements.add(PUBLISHED, e.url(), e.at(), e.testId());
                case SecurityTestOverdue e -> statements.add(MISSED, e.dueOn(), e.provider());
                case SecurityTestOverdueWithdrawn e -> statements.add(MISSED, null, e.provider());
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }
}
