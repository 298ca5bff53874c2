package nl.waarborg.processoragreement.access.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.access.domain.StaffRecord;
import org.jspecify.annotations.Nullable;

/** Who of the vendor had access to what of a customer. */
@ApplicationScoped
@TenantScope
public class AccessView {

    private static final String ALL = "(select * from access_entry union all select * from other_access_entry) a";
    private static final String OVERVIEW =
            """
            select a.* from %s where a.tenant_id = ?
                and coalesce(a.starts_at, a.requested_at) < coalesce(?, 'infinity'::timestamptz)
                and coalesce(a.ended_at, 'infinity'::timestamptz) >= coalesce(?, '-infinity'::timestamptz)
            order by coalesce(a.starts_at, a.requested_at), a.access_id limit 5000"""
                    .formatted(ALL);
    private static final String ONE = "select * from access_entry where access_id = ?";
    private static final String REQUESTED =
            """
            select * from access_entry where kind = 'TEMPORARY' and approved_by is null and ended_at is null
            order by requested_at limit 500""";
    private static final String STAFF = "select * from staff_record order by employee_id, kind";

    private final Rows rows;
    private final PersonalData personal;

    public AccessView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /**
     * @param cause the purpose, or what it was for: an incident, a project
     * @param words the reason, or what the customer opened
     * @param endsAt when it ends by itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccessRow(
            UUID accessId,
            UUID tenantId,
            AccessKind kind,
            @Nullable UUID employeeId,
            @Nullable UUID environmentId,
            @Nullable String cause,
            @Nullable UUID causeId,
            @Nullable String words,
            @Nullable Instant requestedAt,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Instant endedAt,
            @Nullable UUID approvedBy,
            @Nullable UUID byPerson,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StaffRow(
            UUID employeeId, StaffRecord kind, LocalDate recordedOn, @Nullable LocalDate validTo, String documentRef) {}

    /** At most 5,000, by when they began; those that overlap the time asked for. */
    public List<AccessRow> overview(UUID tenant, @Nullable Instant from, @Nullable Instant to) {
        return rows.list(OVERVIEW, this::access, tenant, to, from);
    }

    public Optional<AccessRow> find(UUID access) {
        return rows.first(ONE, this::access, access);
    }

    /** Temporary access that waits for the ICT manager. */
    public List<AccessRow> requested() {
        return rows.list(REQUESTED, this::access);
    }

    public List<StaffRow> staff() {
        return rows.list(STAFF, row -> {
            var validTo = row.optionalText("valid_to");
            return new StaffRow(
                    row.uuid("employee_id"),
                    StaffRecord.valueOf(row.text("kind")),
                    row.date("recorded_on"),
                    validTo == null ? null : LocalDate.parse(validTo),
                    row.text("document_ref"));
        });
    }

    private AccessRow access(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        return new AccessRow(
                row.uuid("access_id"),
                tenant,
                AccessKind.valueOf(row.text("kind")),
                row.optionalUuid("employee_id"),
                row.optionalUuid("environment_id"),
                row.optionalText("cause"),
                row.optionalUuid("cause_id"),
                personal.reveal(tenant, row.optionalText("words")),
                row.optionalInstant("requested_at"),
                row.optionalInstant("starts_at"),
                row.optionalInstant("ends_at"),
                row.optionalInstant("ended_at"),
                row.optionalUuid("approved_by"),
                row.optionalUuid("by_person"),
                row.number("version"));
    }
}
