package nl.waarborg.incident.mail.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.incident.incident.domain.Status;
import nl.waarborg.incident.mail.domain.MailCause;
import org.jspecify.annotations.Nullable;

/** What a mail that is due tells. */
@ApplicationScoped
public class DueMails {

    private static final String MAIL =
            """
            select m.tenant_id, m.incident_id, m.event_id, m.cause, m.status, m.text, m.expected_at, m.occurred_at,
                f.number, f.title, f.submitter
            from incident_mail m join incident_figure f on f.incident_id = m.incident_id
            where m.event_id = ? and m.state <> 'TOLD_BEFORE'
            union all
            select tenant_id, migration_id, event_id, cause, null, null, planned_at, occurred_at, null, null, null
            from migration_mail where event_id = ?""";
    private static final String WARNING =
            """
            select w.tenant_id, w.incident_id, w.event_id, w.clock, w.deadline, f.number, f.priority, t.provider
            from staff_warning w join incident_figure f on f.incident_id = w.incident_id
            join tenant t on t.tenant_id = w.tenant_id where w.event_id = ? and f.state = 'OPEN'""";

    private final Rows rows;
    private final PersonalData personal;

    public DueMails(@DataSource("writer") javax.sql.DataSource writer, PersonalData personal) {
        this.rows = new Rows(writer);
        this.personal = personal;
    }

    /**
     * @param incident that it is about, or the migration
     * @param expectedAt when recovery is expected, or when the migration is to begin
     * @param number of the incident; null: it is about a migration
     */
    public record DueMail(
            UUID tenant,
            UUID incident,
            UUID event,
            MailCause cause,
            @Nullable Status status,
            @Nullable String text,
            @Nullable Instant expectedAt,
            Instant occurredAt,
            @Nullable String number,
            @Nullable String title,
            @Nullable UUID submitter) {}

    public record DueWarning(
            UUID incident,
            UUID event,
            String clock,
            Instant deadline,
            String number,
            @Nullable String priority,
            String provider) {}

    public Optional<DueMail> mail(UUID event) {
        return rows.first(MAIL, this::mail, event, event);
    }

    /** Empty once the incident is closed. */
    public Optional<DueWarning> warning(UUID event) {
        return rows.first(
                WARNING,
                row -> new DueWarning(
                        row.uuid("incident_id"),
                        row.uuid("event_id"),
                        row.text("clock"),
                        row.instant("deadline"),
                        row.text("number"),
                        row.optionalText("priority"),
                        row.text("provider")),
                event);
    }

    private DueMail mail(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var status = row.optionalText("status");
        return new DueMail(
                tenant,
                row.uuid("incident_id"),
                row.uuid("event_id"),
                MailCause.valueOf(row.text("cause")),
                status == null ? null : Status.valueOf(status),
                personal.reveal(tenant, row.optionalText("text")),
                row.optionalInstant("expected_at"),
                row.instant("occurred_at"),
                row.optionalText("number"),
                personal.reveal(tenant, row.optionalText("title")),
                row.optionalUuid("submitter"));
    }
}
