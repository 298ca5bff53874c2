package nl.waarborg.processoragreement.audit.projection;

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
import nl.waarborg.processoragreement.audit.domain.AuditOrigin;
import org.jspecify.annotations.Nullable;

/** Audits of the customers that the caller sees. */
@ApplicationScoped
@TenantScope
public class AuditsView {

    private static final String LIST =
            """
            select * from audit where (?::uuid is null or audit_id = ?) and (?::uuid is null or audit_id < ?)
            order by audit_id desc limit ?""";

    private final Rows rows;
    private final PersonalData personal;

    public AuditsView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** Amounts are texts in euros excluding VAT, days those of Europe/Amsterdam. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuditRow(
            UUID auditId,
            UUID tenantId,
            AuditOrigin requestedBy,
            @Nullable String auditor,
            @Nullable String scope,
            Instant requestedAt,
            @Nullable Instant informedAt,
            @Nullable LocalDate from,
            @Nullable LocalDate through,
            @Nullable String access,
            @Nullable Instant accessGrantedAt,
            @Nullable String findings,
            @Nullable Boolean importantFailure,
            @Nullable Instant completedAt,
            @Nullable String totalCost,
            @Nullable String vendorShare,
            @Nullable String customerShare,
            int version) {}

    /** The latest first. */
    public List<AuditRow> list(Optional<UUID> after, int limit) {
        var place = after.orElse(null);
        return rows.list(LIST, this::audit, null, null, place, place, limit);
    }

    public Optional<AuditRow> find(UUID audit) {
        return rows.first(LIST, this::audit, audit, audit, null, null, 1);
    }

    private AuditRow audit(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var supervisor = row.optionalText("supervisor");
        return new AuditRow(
                row.uuid("audit_id"),
                tenant,
                AuditOrigin.valueOf(row.text("requested_by")),
                supervisor == null ? personal.reveal(tenant, row.optionalText("auditor")) : supervisor,
                personal.reveal(tenant, row.optionalText("scope")),
                row.instant("requested_at"),
                row.optionalInstant("informed_at"),
                day(row, "from_day"),
                day(row, "through_day"),
                personal.reveal(tenant, row.optionalText("access")),
                row.optionalInstant("access_granted_at"),
                personal.reveal(tenant, row.optionalText("findings")),
                row.optionalFlag("important_failure"),
                row.optionalInstant("completed_at"),
                row.optionalText("total_cost"),
                row.optionalText("vendor_share"),
                row.optionalText("customer_share"),
                row.number("version"));
    }

    private static @Nullable LocalDate day(Row row, String column) throws SQLException {
        var day = row.optionalText(column);
        return day == null ? null : LocalDate.parse(day);
    }
}
