package nl.waarborg.availability.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.EmergencyMaintenanceDeclared;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnounced;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnouncementRefused;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceCancelled;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceEnded;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceOverrun;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceOverrunWithdrawn;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceRescheduled;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceStarted;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import org.jspecify.annotations.Nullable;

/** Times of maintenance: what of them may be left out, the rest being downtime (AVL-004 to AVL-006, AVL-047, OP-28). */
public final class CountedMaintenanceProjection implements Projection<MaintenanceEvent> {

    private static final String ANNOUNCED =
            """
            insert into counted_maintenance (
                stream_id, maintenance_id, provider, components, affected_tenants, reason, message, by_person, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    /** What goes on was given a later end. */
    private static final String RESCHEDULED =
            """
            update counted_maintenance set by_person = ?, at = ?, heard_at = greatest(heard_at, ?),
                excluded_to = case when excluded_to is null then null else ?::timestamptz end
            where stream_id = ?""";

    private static final String CANCELLED = "delete from counted_maintenance where stream_id = ?";
    private static final String HEARD =
            "update counted_maintenance set heard_at = greatest(heard_at, ?) where stream_id = ?";
    private static final String TOOK_PLACE =
            """
            update counted_maintenance set started_at = ?, ended_at = ?, heard_at = greatest(heard_at, ?), excluded_from = ?,
                excluded_to = ?
            where stream_id = ?""";
    private static final String BEGUN =
            """
            select provider, started_at, greatest(ended_at, heard_at) as last from counted_maintenance
            where stream_id = ? and started_at is not null""";

    private final MonthBounds months;

    public CountedMaintenanceProjection(MonthBounds months) {
        this.months = months;
    }

    /** @param last moment up to which it may have counted in months that were closed */
    private record Begun(String provider, Instant at, Instant last) {}

    @Override
    public String name() {
        return "counted-maintenance";
    }

    @Override
    public Class<MaintenanceEvent> events() {
        return MaintenanceEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("counted_maintenance");
    }

    @Override
    public void apply(List<RecordedEvent<MaintenanceEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            var statements = new Statements();
            var touched = add(statements, recorded);
            statements.run(connection);
            if (touched) {
                var begun = Rows.list(
                        connection,
                        BEGUN,
                        row -> new Begun(row.text("provider"), row.instant("started_at"), row.instant("last")),
                        recorded.stream().id());
                for (var one : begun) {
                    MonthDeadlines.downtimeChanged(connection, months, one.provider, one.at, one.last, recorded);
                }
            }
        }
    }

    /** Answers whether figures may have changed. */
    private static boolean add(Statements statements, RecordedEvent<MaintenanceEvent> recorded) {
        var stream = recorded.stream().id();
        return switch (recorded.event()) {
            case MaintenanceAnnounced e ->
                announced(
                        statements,
                        recorded,
                        e.provider(),
                        e.kind(),
                        e.components(),
                        e.affectedTenants(),
                        e.message(),
                        e.announcedAt());
            case EmergencyMaintenanceDeclared e ->
                announced(
                        statements,
                        recorded,
                        e.provider(),
                        MaintenanceKind.EMERGENCY,
                        e.components(),
                        e.affectedTenants(),
                        e.message(),
                        e.at());
            case MaintenanceRescheduled e -> {
                statements.add(RESCHEDULED, recorded.metadata().actor().id(), e.at(), e.at(), e.endsAt(), stream);
                yield true;
            }
            case MaintenanceCancelled _ -> {
                statements.add(CANCELLED, stream);
                yield false;
            }
            case MaintenanceStarted e -> tookPlace(statements, stream, e.at(), null, e.excluded());
            case MaintenanceOverrun e -> {
                statements.add(HEARD, e.at(), stream);
                yield true;
            }
            case MaintenanceEnded e -> tookPlace(statements, stream, e.startedAt(), e.at(), e.excluded());
            case MaintenanceAnnouncementRefused _, MaintenanceOverrunWithdrawn _ -> false;
        };
    }

    private static boolean announced(
            Statements statements,
            RecordedEvent<MaintenanceEvent> recorded,
            String provider,
            MaintenanceKind kind,
            Collection<Component> components,
            Set<UUID> affectedTenants,
            String message,
            Instant at) {
        statements.add(
                ANNOUNCED,
                recorded.stream().id(),
                recorded.event().maintenanceId(),
                provider,
                components.stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                affectedTenants,
                kind.reason(),
                message,
                recorded.metadata().actor().id(),
                at);
        return false;
    }

    private static boolean tookPlace(
            Statements statements,
            UUID stream,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Interval excluded) {
        statements.add(
                TOOK_PLACE,
                startedAt,
                endedAt,
                startedAt,
                excluded == null ? null : excluded.from(),
                excluded == null ? null : excluded.to(),
                stream);
        return true;
    }
}
