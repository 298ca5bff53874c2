package nl.waarborg.incident.investigationcopy.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Copies and who looked at them, for whoever may see the incident (INC-052). */
@ApplicationScoped
@TenantScope
public class InvestigationCopiesView {

    private static final String COPIES =
            """
            select * from investigation_copy where (?::uuid is null or incident_id = ?) and (?::uuid is null or copy_id = ?)
            order by requested_at desc limit 500""";
    private static final String ACCESSES =
            "select * from investigation_copy_access where incident_id = ? order by at, id";

    private final Rows rows;
    private final PersonalData personal;

    public InvestigationCopiesView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    public record CopyRow(
            UUID copyId,
            UUID tenant,
            UUID incidentId,
            UUID environmentId,
            UUID requestedBy,
            Instant requestedAt,
            @Nullable Instant provisionedAt,
            String state,
            @Nullable Instant deleteBefore,
            @Nullable String deletionCause,
            @Nullable Instant orderedAt,
            boolean overdue,
            @Nullable Instant deletedAt,
            @Nullable Boolean late,
            int version) {}

    public record AccessRow(UUID copyId, UUID employeeId, @Nullable String purpose, Instant at) {}

    public List<CopyRow> ofIncident(@Nullable UUID incident) {
        return copies(incident, null);
    }

    public Optional<CopyRow> copy(UUID copy) {
        return copies(null, copy).stream().findFirst();
    }

    private List<CopyRow> copies(@Nullable UUID incident, @Nullable UUID copy) {
        return rows.list(
                COPIES,
                row -> new CopyRow(
                        row.uuid("copy_id"),
                        row.uuid("tenant_id"),
                        row.uuid("incident_id"),
                        row.uuid("environment_id"),
                        row.uuid("requested_by"),
                        row.instant("requested_at"),
                        row.optionalInstant("provisioned_at"),
                        row.text("state"),
                        row.optionalInstant("delete_before"),
                        row.optionalText("deletion_cause"),
                        row.optionalInstant("ordered_at"),
                        row.flag("overdue"),
                        row.optionalInstant("deleted_at"),
                        row.optionalFlag("late"),
                        row.number("version")),
                incident,
                incident,
                copy,
                copy);
    }

    public List<AccessRow> accesses(UUID incident) {
        return rows.list(
                ACCESSES,
                row -> new AccessRow(
                        row.uuid("copy_id"),
                        row.uuid("employee_id"),
                        personal.reveal(row.uuid("tenant_id"), row.optionalText("purpose")),
                        row.instant("at")),
                incident);
    }
}
