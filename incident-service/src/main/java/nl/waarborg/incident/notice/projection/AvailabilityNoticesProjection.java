package nl.waarborg.incident.notice.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.incident.notice.projection.AvailabilityEvent.MaintenanceEnded;
import nl.waarborg.incident.notice.projection.AvailabilityEvent.MaintenanceStarted;
import nl.waarborg.incident.notice.projection.AvailabilityEvent.MigrationCompleted;
import nl.waarborg.incident.notice.projection.AvailabilityEvent.MigrationStarted;
import nl.waarborg.incident.notice.projection.AvailabilityEvent.OutageEnded;
import nl.waarborg.incident.notice.projection.AvailabilityEvent.OutageStarted;
import nl.waarborg.incident.notice.projection.AvailabilityEvent.OutageTimesCorrected;
import nl.waarborg.incident.notice.projection.AvailabilityEvent.OutageUpdated;
import nl.waarborg.incident.notice.projection.AvailabilityEvent.PatchInstalled;

/** Outages, maintenance and new versions, as availability-service tells them. */
public final class AvailabilityNoticesProjection implements Projection<AvailabilityEvent> {

    @Override
    public String name() {
        return "availability-notices";
    }

    @Override
    public Class<AvailabilityEvent> events() {
        return AvailabilityEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("service_notice");
    }

    @Override
    public void apply(List<RecordedEvent<AvailabilityEvent>> events, Connection connection) throws SQLException {
        var rows = new NoticeRows();
        events.forEach(recorded -> add(rows, recorded));
        rows.write(connection);
    }

    private static void add(NoticeRows rows, RecordedEvent<AvailabilityEvent> recorded) {
        switch (recorded.event()) {
            case OutageStarted e -> {
                rows.begun(
                        recorded,
                        e.outageId(),
                        NoticeKind.OUTAGE,
                        e.provider(),
                        null,
                        e.components(),
                        e.affectedTenants(),
                        e.errorMessage(),
                        e.startedAt(),
                        e.expectedRecoveryAt());
                rows.named(recorded, e.outageId(), e.incidents());
            }
            case OutageUpdated e -> {
                rows.news(e.outageId(), e.message(), e.expectedRecoveryAt(), e.nextUpdateAt());
                rows.linkedWith(recorded, e.outageId(), e.outageId());
                rows.named(recorded, e.outageId(), e.incidents());
            }
            case OutageEnded e -> {
                rows.ended(e.outageId(), e.endedAt());
                rows.linkedWith(recorded, e.outageId(), e.outageId());
            }
            case OutageTimesCorrected e -> {
                rows.corrected(e.outageId(), e.startedAt(), e.endedAt());
                rows.linkedWith(recorded, e.outageId(), e.outageId());
            }
            case MaintenanceStarted e ->
                rows.begun(
                        recorded,
                        e.maintenanceId(),
                        NoticeKind.MAINTENANCE,
                        e.provider(),
                        e.kind(),
                        e.components(),
                        e.affectedTenants(),
                        e.message(),
                        e.startedAt(),
                        e.plannedEndAt());
            case MaintenanceEnded e -> rows.ended(e.maintenanceId(), e.endedAt());
            case MigrationStarted e ->
                rows.begun(
                        recorded,
                        e.migrationId(),
                        NoticeKind.MIGRATION,
                        e.provider(),
                        null,
                        List.of(),
                        null,
                        null,
                        e.startedAt(),
                        null);
            case MigrationCompleted e -> rows.ended(e.migrationId(), e.completedAt());
            case PatchInstalled e -> {
                rows.begun(
                        recorded,
                        e.patchId(),
                        NoticeKind.PATCH,
                        e.provider(),
                        null,
                        List.of(),
                        e.affectedTenants(),
                        null,
                        e.startedAt(),
                        null);
                rows.ended(e.patchId(), e.installedAt());
            }
        }
    }
}
