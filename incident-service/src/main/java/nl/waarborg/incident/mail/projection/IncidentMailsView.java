package nl.waarborg.incident.mail.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.incident.mail.domain.MailCause;
import org.jspecify.annotations.Nullable;

/** Mails as the caller may see them: that they were sent, to which persons, not what they say. */
@ApplicationScoped
@TenantScope
public class IncidentMailsView {

    private static final String MAILS =
            """
            select * from (
                select event_id, incident_id, null::uuid as migration_id, cause, occurred_at, state, failed_at, failure,
                    sent_at, recipients
                from incident_mail
                union all
                select event_id, null, migration_id, cause, occurred_at, state, failed_at, failure, sent_at, recipients
                from migration_mail) mail
            where (?::uuid is null or incident_id = ?) and (? = '' or state = ?)
            order by occurred_at desc, event_id limit ?""";

    private final Rows rows;

    public IncidentMailsView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /**
     * @param incidentId null: it is about a migration
     * @param state {@code DUE}, {@code FAILED} (tried again), {@code SENT}, or {@code TOLD_BEFORE} with another incident of the same outage
     */
    public record MailRow(
            UUID aboutEvent,
            @Nullable UUID incidentId,
            @Nullable UUID migrationId,
            MailCause cause,
            Instant occurredAt,
            String state,
            @Nullable Instant failedAt,
            @Nullable String failure,
            @Nullable Instant sentAt,
            List<UUID> recipients) {}

    public List<MailRow> mails(@Nullable UUID incident, String state, int limit) {
        return rows.list(
                MAILS,
                row -> new MailRow(
                        row.uuid("event_id"),
                        row.optionalUuid("incident_id"),
                        row.optionalUuid("migration_id"),
                        MailCause.valueOf(row.text("cause")),
                        row.instant("occurred_at"),
                        row.text("state"),
                        row.optionalInstant("failed_at"),
                        row.optionalText("failure"),
                        row.optionalInstant("sent_at"),
                        row.uuids("recipients")),
                incident,
                incident,
                state,
                state,
                limit);
    }
}
