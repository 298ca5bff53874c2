package nl.waarborg.incident.systemuser.projection;

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

/** Who has, had or asks for access, per cause and per tenant; and whether Support+ is on. */
@ApplicationScoped
@TenantScope
public class SystemUsersView {

    private static final String ACCESSES =
            """
            select * from system_user_access where (?::uuid is null or cause_id = ?) and (?::uuid is null or access_id = ?)
            order by coalesce(granted_at, requested_at, ended_at) desc, access_id limit 500""";
    private static final String LOG = "select * from system_user_access_log where access_id = ? order by at, id";
    private static final String SUPPORT_PLUS = "select active, since from support_plus where tenant_id = ?";

    private final Rows rows;
    private final PersonalData personal;

    public SystemUsersView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    public record AccessRow(
            UUID accessId,
            UUID tenant,
            String causeType,
            UUID causeId,
            UUID employeeId,
            @Nullable UUID environmentId,
            String state,
            @Nullable String via,
            @Nullable String reason,
            @Nullable Instant requestedAt,
            @Nullable Instant grantedAt,
            @Nullable Instant until,
            @Nullable Instant endedAt,
            @Nullable String endedBecause,
            int version) {}

    public record LogRow(String what, @Nullable String detail, @Nullable UUID byPerson, Instant at) {}

    public record SupportPlusRow(boolean active, @Nullable Instant since) {}

    public List<AccessRow> accesses(@Nullable UUID cause) {
        return accesses(cause, null);
    }

    public Optional<AccessRow> access(UUID access) {
        return accesses(null, access).stream().findFirst();
    }

    private List<AccessRow> accesses(@Nullable UUID cause, @Nullable UUID access) {
        return rows.list(
                ACCESSES,
                row -> new AccessRow(
                        row.uuid("access_id"),
                        row.uuid("tenant_id"),
                        row.text("cause_type"),
                        row.uuid("cause_id"),
                        row.uuid("employee_id"),
                        row.optionalUuid("environment_id"),
                        row.text("state"),
                        row.optionalText("via"),
                        personal.reveal(row.uuid("tenant_id"), row.optionalText("reason")),
                        row.optionalInstant("requested_at"),
                        row.optionalInstant("granted_at"),
                        row.optionalInstant("until"),
                        row.optionalInstant("ended_at"),
                        row.optionalText("ended_because"),
                        row.number("version")),
                cause,
                cause,
                access,
                access);
    }

    public List<LogRow> log(UUID access) {
        return rows.list(
                LOG,
                row -> new LogRow(
                        row.text("what"), row.optionalText("detail"), row.optionalUuid("by_person"), row.instant("at")),
                access);
    }

    public SupportPlusRow supportPlus(UUID tenant) {
        return rows.first(
                        SUPPORT_PLUS,
                        row -> new SupportPlusRow(row.flag("active"), row.optionalInstant("since")),
                        tenant)
                .orElse(new SupportPlusRow(false, null));
    }
}
