package nl.waarborg.availability.status.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
import nl.waarborg.availability.status.domain.NoticeKind;
import nl.waarborg.availability.status.domain.NoticeState;
import nl.waarborg.availability.status.domain.NoticeUpdate;
import nl.waarborg.availability.status.domain.UpdateKind;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Makes maintenance known from its announcement to its end (AVL-013, AVL-026). The reasons that people gave stay inside. */
public final class MaintenanceNoticesProjection implements Projection<MaintenanceEvent> {

    private static final String RESCHEDULED =
            """
            update status_notice set starts_at = case state when 'ACTIVE' then starts_at else ?::timestamptz end, planned_end_at = ?,
                planned_to = case when planned_to is null then null else ?::timestamptz end
            where notice_id = ?""";
    private static final String CANCELLED = "update status_notice set state = 'CANCELLED' where notice_id = ?";
    private static final String STARTED =
            """
            update status_notice set state = 'ACTIVE', starts_at = ?, planned_from = ?, planned_to = ? where notice_id = ?""";
    private static final String ENDED =
            """
            update status_notice set state = 'ENDED', starts_at = ?, planned_from = ?, planned_to = ?, ended_at = ?
            where notice_id = ?""";

    @Override
    public String name() {
        return NoticeStatements.PROJECTION;
    }

    @Override
    public Class<MaintenanceEvent> events() {
        return MaintenanceEvent.class;
    }

    @Override
    public List<String> tables() {
        return NoticeStatements.TABLES;
    }

    @Override
    public void apply(List<RecordedEvent<MaintenanceEvent>> events, Connection connection) throws SQLException {
        var notices = new NoticeStatements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case MaintenanceAnnounced e -> {
                    publish(
                            notices,
                            e.maintenanceId(),
                            e.provider(),
                            kind(e.kind()),
                            e.components(),
                            e.affectedTenants(),
                            e.message(),
                            e.startsAt(),
                            e.endsAt());
                    tell(notices, recorded, UpdateKind.ANNOUNCED, e.announcedAt(), e.startsAt(), e.endsAt());
                }
                case EmergencyMaintenanceDeclared e -> {
                    publish(
                            notices,
                            e.maintenanceId(),
                            e.provider(),
                            NoticeKind.EMERGENCY_MAINTENANCE,
                            e.components(),
                            e.affectedTenants(),
                            e.message(),
                            e.startsAt(),
                            e.endsAt());
                    tell(notices, recorded, UpdateKind.ANNOUNCED, e.at(), e.startsAt(), e.endsAt());
                }
                case MaintenanceRescheduled e -> {
                    notices.change(RESCHEDULED, e.startsAt(), e.endsAt(), e.endsAt(), e.maintenanceId());
                    tell(notices, recorded, UpdateKind.RESCHEDULED, e.at(), e.startsAt(), e.endsAt());
                }
                case MaintenanceCancelled e -> {
                    notices.change(CANCELLED, e.maintenanceId());
                    tell(notices, recorded, UpdateKind.CANCELLED, e.at(), null, null);
                }
                case MaintenanceStarted e -> {
                    notices.change(STARTED, e.at(), from(e.excluded()), to(e.excluded()), e.maintenanceId());
                    tell(notices, recorded, UpdateKind.STARTED, e.at(), null, null);
                }
                case MaintenanceOverrun e -> tell(notices, recorded, UpdateKind.OVERRUN, e.at(), null, null);
                case MaintenanceEnded e -> {
                    notices.change(
                            ENDED, e.startedAt(), from(e.excluded()), to(e.excluded()), e.at(), e.maintenanceId());
                    tell(notices, recorded, UpdateKind.ENDED, e.at(), null, null);
                }
                case MaintenanceAnnouncementRefused _, MaintenanceOverrunWithdrawn _ -> {
                    // Nothing changed for those who wait for it.
                }
            }
        }
        notices.run(connection);
    }

    private static void publish(
            NoticeStatements notices,
            UUID maintenance,
            String provider,
            NoticeKind kind,
            Collection<Component> components,
            Collection<UUID> affectedTenants,
            String message,
            Instant startsAt,
            Instant endsAt) {
        notices.publish(
                maintenance,
                provider,
                kind,
                NoticeState.PLANNED,
                components,
                !affectedTenants.isEmpty(),
                message,
                startsAt,
                endsAt,
                null,
                null);
    }

    private static void tell(
            NoticeStatements notices,
            RecordedEvent<MaintenanceEvent> recorded,
            UpdateKind kind,
            Instant at,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {
        notices.tell(
                recorded,
                recorded.event().maintenanceId(),
                new NoticeUpdate(recorded.id(), kind, at, null, null, null, startsAt, endsAt));
    }

    private static @Nullable Instant from(@Nullable Interval interval) {
        return interval == null ? null : interval.from();
    }

    private static @Nullable Instant to(@Nullable Interval interval) {
        return interval == null ? null : interval.to();
    }

    private static NoticeKind kind(MaintenanceKind kind) {
        return switch (kind) {
            case PLANNED, NEW_VERSION -> NoticeKind.MAINTENANCE;
            case EMERGENCY -> NoticeKind.EMERGENCY_MAINTENANCE;
            case PATCH -> NoticeKind.PATCH;
        };
    }
}
