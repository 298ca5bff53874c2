package nl.waarborg.availability.maintenance.projection;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.availability.maintenance.domain.EmergencyReason;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Maintenance of the caller's vendor. */
@ApplicationScoped
@TenantScope
public class MaintenanceView {

    private static final String COLUMNS =
            """
            select stream_id, maintenance_id, kind, emergency_reason, array_to_string(components, ',') as components,
                affected_tenants, starts_at, ends_at, announced_at, message, overridden, override_reason,
                violations::text as violations, cancel_reason, state, started_at, overrun_at, ended_at, excluded_from,
                excluded_to, version
            from maintenance
            """;
    private static final String PAGE = COLUMNS
            + """
            where (?::text is null or state = ?)
                and (?::timestamptz is null or ends_at > ?) and (?::timestamptz is null or starts_at < ?)
                and (?::uuid is null or cardinality(affected_tenants) = 0 or ? = any(affected_tenants))
                and (?::timestamptz is null or (starts_at, stream_id) < (?, ?::uuid))
            order by starts_at desc, stream_id desc limit ?""";
    private static final String ONE = COLUMNS
            + """
            where maintenance_id = ?
                and (?::uuid is null or cardinality(affected_tenants) = 0 or ? = any(affected_tenants))""";
    private static final String REFUSALS =
            """
            select maintenance_id, kind, starts_at, ends_at, announced_at, violations::text as violations
            from maintenance_refusal order by announced_at desc limit 500""";

    private final Rows rows;
    private final PersonalData personal;

    public MaintenanceView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** Where maintenance stands. */
    public enum State {
        ANNOUNCED,
        RUNNING,
        /** Past its planned end, and so downtime, until someone says that it ended (OP-28). */
        OVERRUN,
        CANCELLED,
        ENDED
    }

    /**
     * @param affectedTenants empty: all of the vendor's
     * @param excludedFrom of what availability leaves out; null: nothing, or it has not ended
     */
    public record MaintenanceRow(
            UUID maintenanceId,
            MaintenanceKind kind,
            @Nullable EmergencyReason emergencyReason,
            List<Component> components,
            List<UUID> affectedTenants,
            Instant startsAt,
            Instant endsAt,
            Instant announcedAt,
            String message,
            boolean overridden,
            @Nullable String overrideReason,
            @JsonRawValue String violations,
            @Nullable String cancelReason,
            State state,
            @Nullable Instant startedAt,
            @Nullable Instant overrunAt,
            @Nullable Instant endedAt,
            @Nullable Instant excludedFrom,
            @Nullable Instant excludedTo,
            int version) {

        /**
         * @param customer sees neither other customers nor internal words; null: the vendor's people
         * @param leftOut whether the agreement leaves out what was planned
         */
        public MaintenanceRow shownTo(@Nullable UUID customer, boolean leftOut) {
            return new MaintenanceRow(
                    maintenanceId,
                    kind,
                    emergencyReason,
                    components,
                    customer == null
                            ? affectedTenants
                            : affectedTenants.contains(customer) ? List.of(customer) : List.of(),
                    startsAt,
                    endsAt,
                    announcedAt,
                    message,
                    overridden,
                    customer == null ? overrideReason : null,
                    violations,
                    customer == null ? cancelReason : null,
                    state,
                    startedAt,
                    overrunAt,
                    endedAt,
                    leftOut ? excludedFrom : null,
                    leftOut ? excludedTo : null,
                    version);
        }
    }

    public record Listed(UUID stream, MaintenanceRow maintenance) {}

    public record RefusalRow(
            UUID maintenanceId,
            MaintenanceKind kind,
            Instant startsAt,
            Instant endsAt,
            Instant announcedAt,
            @JsonRawValue String violations) {}

    /**
     * The latest first.
     *
     * @param tenant only what touches this customer; null: everything
     * @param after where the page begins: start and stream of the last one before; empty: the first page
     */
    public List<Listed> list(
            @Nullable State state,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID tenant,
            List<String> after,
            int limit) {
        var start = after.isEmpty() ? null : Instant.parse(after.getFirst());
        var stream = after.isEmpty() ? null : after.getLast();
        return rows.list(
                PAGE, this::read, state, state, from, from, to, to, tenant, tenant, start, start, stream, limit);
    }

    public Optional<MaintenanceRow> find(UUID maintenance, @Nullable UUID tenant) {
        return rows.first(ONE, this::read, maintenance, tenant, tenant).map(Listed::maintenance);
    }

    /** The latest 500. */
    public List<RefusalRow> refusals() {
        return rows.list(
                REFUSALS,
                row -> new RefusalRow(
                        row.uuid("maintenance_id"),
                        MaintenanceKind.valueOf(row.text("kind")),
                        row.instant("starts_at"),
                        row.instant("ends_at"),
                        row.instant("announced_at"),
                        row.text("violations")));
    }

    private Listed read(Rows.Row row) throws SQLException {
        var reason = row.optionalText("emergency_reason");
        return new Listed(
                row.uuid("stream_id"),
                new MaintenanceRow(
                        row.uuid("maintenance_id"),
                        MaintenanceKind.valueOf(row.text("kind")),
                        reason == null ? null : EmergencyReason.valueOf(reason),
                        Arrays.stream(row.text("components").split(",", -1))
                                .map(Component::valueOf)
                                .toList(),
                        row.uuids("affected_tenants"),
                        row.instant("starts_at"),
                        row.instant("ends_at"),
                        row.instant("announced_at"),
                        row.text("message"),
                        row.flag("overridden"),
                        personal.reveal(StreamId.PLATFORM, row.optionalText("override_reason")),
                        row.text("violations"),
                        personal.reveal(StreamId.PLATFORM, row.optionalText("cancel_reason")),
                        State.valueOf(row.text("state")),
                        row.optionalInstant("started_at"),
                        row.optionalInstant("overrun_at"),
                        row.optionalInstant("ended_at"),
                        row.optionalInstant("excluded_from"),
                        row.optionalInstant("excluded_to"),
                        row.number("version")));
    }
}
