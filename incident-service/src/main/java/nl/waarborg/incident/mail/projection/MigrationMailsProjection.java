package nl.waarborg.incident.mail.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.mail.domain.MailCause;
import nl.waarborg.incident.mail.projection.MigrationNews.MigrationDateFixed;
import nl.waarborg.incident.mail.projection.MigrationNews.MigrationMoved;
import nl.waarborg.incident.mail.projection.MigrationNews.MigrationScheduled;
import nl.waarborg.incident.mail.storage.IncidentMailEventTypes;

/** The planning of a migration is mailed to the customer's Administrators, once for each date (AVL-038, AVL-039). History is never told. */
public final class MigrationMailsProjection implements Projection<MigrationNews> {

    private static final String DUE =
            """
            insert into migration_mail (event_id, tenant_id, migration_id, cause, planned_at, occurred_at, state)
            values (?, ?, ?, ?, ?, ?, 'DUE')""";

    @Override
    public String name() {
        return "migration-mails";
    }

    @Override
    public Class<MigrationNews> events() {
        return MigrationNews.class;
    }

    @Override
    public List<String> tables() {
        return List.of("migration_mail");
    }

    @Override
    public void apply(List<RecordedEvent<MigrationNews>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            var news = recorded.event();
            if (recorded.metadata().historic() || news.plannedAt().isBefore(recorded.recordedAt())) {
                continue;
            }
            var tenant = recorded.tenant();
            statements.add(
                    DUE,
                    recorded.id(),
                    tenant,
                    news.migrationId(),
                    cause(news),
                    news.plannedAt(),
                    recorded.occurredAt());
            deadlines.add(new Deadline(
                    MailsDueProjection.SEND_MAIL,
                    IncidentMailEventTypes.stream(tenant, news.migrationId()),
                    recorded.id().toString(),
                    tenant,
                    recorded.occurredAt()));
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    private static MailCause cause(MigrationNews news) {
        return switch (news) {
            case MigrationScheduled _ -> MailCause.MIGRATION_PLANNED;
            case MigrationMoved _ -> MailCause.MIGRATION_MOVED;
            case MigrationDateFixed _ -> MailCause.MIGRATION_DATE_FINAL;
        };
    }
}
