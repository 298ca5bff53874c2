package nl.waarborg.availability.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
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
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;

/** Times of maintenance, and what of them availability leaves out (AVL-004 to AVL-006, AVL-047). */
public final class CountedMaintenanceProjection implements Projection<MaintenanceEvent> {

    private static final String STARTED =
            """
            insert into counted_maintenance (
                maintenance_id, provider, components, affected_tenants, started_at, excluded_from, excluded_to)
            values (?, ?, ?, ?, ?, ?, ?)""";
    /** What goes on was given a later end. */
    private static final String RESCHEDULED =
            """
            update counted_maintenance set excluded_to = ?
            where maintenance_id = ? and ended_at is null and excluded_to is not null""";

    private static final String ENDED =
            """
            update counted_maintenance set started_at = ?, ended_at = ?, excluded_from = ?, excluded_to = ?
            where maintenance_id = ? returning provider""";

    private final MonthBounds months;

    public CountedMaintenanceProjection(MonthBounds months) {
        this.months = months;
    }

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
            switch (recorded.event()) {
                case MaintenanceStarted e -> {
                    var excluded = e.excluded();
                    var statements = new Statements();
                    statements.add(
                            STARTED,
                            e.maintenanceId(),
                            e.provider(),
                            names(e.components()),
                            e.affectedTenants(),
                            e.at(),
                            excluded == null ? null : excluded.from(),
                            excluded == null ? null : excluded.to());
                    statements.run(connection);
                    MonthDeadlines.changed(connection, months, e.provider(), e.at(), e.at(), recorded.recordedAt());
                }
                case MaintenanceEnded e -> {
                    var excluded = e.excluded();
                    var provider = Rows.list(
                            connection,
                            ENDED,
                            row -> row.text("provider"),
                            e.startedAt(),
                            e.at(),
                            excluded == null ? null : excluded.from(),
                            excluded == null ? null : excluded.to(),
                            e.maintenanceId());
                    if (!provider.isEmpty()) {
                        MonthDeadlines.changed(
                                connection, months, provider.getFirst(), e.startedAt(), e.at(), recorded.recordedAt());
                    }
                }
                case MaintenanceRescheduled e -> {
                    var statements = new Statements();
                    statements.add(RESCHEDULED, e.endsAt(), e.maintenanceId());
                    statements.run(connection);
                }
                case MaintenanceAnnounced _,
                        MaintenanceAnnouncementRefused _,
                        MaintenanceCancelled _,
                        EmergencyMaintenanceDeclared _,
                        MaintenanceOverrun _,
                        MaintenanceOverrunWithdrawn _ -> {}
            }
        }
    }

    private static String names(Collection<? extends Enum<?>> components) {
        return components.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }
}
