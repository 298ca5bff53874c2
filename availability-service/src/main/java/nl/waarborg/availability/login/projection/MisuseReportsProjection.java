package nl.waarborg.availability.login.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.login.domain.MisuseCheckEvent;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseChecked;
import nl.waarborg.availability.login.domain.MisuseCheckEvent.MisuseSignalled;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** The daily reports on misuse (AVL-031). */
public final class MisuseReportsProjection implements Projection<MisuseCheckEvent> {

    private static final String CHECKED =
            """
            insert into misuse_report (tenant_id, day, attempts, failed, signals, checked_at) values (?, ?, ?, ?, ?, ?)""";
    private static final String SIGNALLED =
            """
            insert into misuse_signal (id, tenant_id, day, subject, pseudonym, attempts, failed) values (?, ?, ?, ?, ?, ?, ?)""";

    private final PersonalData personal;

    public MisuseReportsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "misuse-reports";
    }

    @Override
    public Class<MisuseCheckEvent> events() {
        return MisuseCheckEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("misuse_report", "misuse_signal");
    }

    @Override
    public void apply(List<RecordedEvent<MisuseCheckEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case MisuseChecked e ->
                    statements.add(CHECKED, recorded.tenant(), e.day(), e.attempts(), e.failed(), e.signals(), e.at());
                case MisuseSignalled e ->
                    statements.add(
                            SIGNALLED,
                            recorded.id(),
                            recorded.tenant(),
                            e.day(),
                            e.subject(),
                            personal.protect(recorded.tenant(), e.pseudonym()),
                            e.attempts(),
                            e.failed());
            }
        }
        statements.run(connection);
    }
}
