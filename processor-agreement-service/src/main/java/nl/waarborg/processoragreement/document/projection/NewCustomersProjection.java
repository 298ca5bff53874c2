package nl.waarborg.processoragreement.document.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;

/** A new customer adopts, in their order, the versions of the standard agreement that were published before (XSV-004). */
public final class NewCustomersProjection implements Projection<AgreementEvent> {

    private static final String PUBLISHED =
            "select version from sla_version where provider = ? and published_at is not null order by version";

    @Override
    public String name() {
        return "sla-versions-of-new-customers";
    }

    @Override
    public Class<AgreementEvent> events() {
        return AgreementEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<AgreementEvent>> events, Connection connection) throws SQLException {
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            if (recorded.event() instanceof AgreementConcluded concluded) {
                for (var version :
                        Rows.list(connection, PUBLISHED, row -> row.number("version"), concluded.provider())) {
                    deadlines.add(new Deadline(
                            StandardDocumentsProjection.ADOPT_VERSION,
                            recorded.stream(),
                            Integer.toString(version),
                            recorded.tenant(),
                            recorded.occurredAt().plus(Duration.ofMillis(version))));
                }
            }
        }
        Deadlines.set(connection, deadlines);
    }
}
