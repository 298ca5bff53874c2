package nl.waarborg.incident.notice.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.incident.notice.projection.RecoveryEvent.DisasterDeclared;
import nl.waarborg.incident.notice.projection.RecoveryEvent.DisasterResolved;
import nl.waarborg.incident.notice.projection.RecoveryEvent.FailoverCompleted;
import nl.waarborg.incident.notice.projection.RecoveryEvent.FailoverStarted;
import nl.waarborg.incident.notice.projection.RecoveryEvent.RestoreRequested;

/** Disasters, as backup-service tells them. */
public final class DisasterNoticesProjection implements Projection<RecoveryEvent> {

    @Override
    public String name() {
        return "disaster-notices";
    }

    @Override
    public Class<RecoveryEvent> events() {
        return RecoveryEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("service_notice");
    }

    @Override
    public void apply(List<RecordedEvent<RecoveryEvent>> events, Connection connection) throws SQLException {
        var rows = new NoticeRows();
        events.forEach(recorded -> add(rows, recorded));
        rows.write(connection);
    }

    private static void add(NoticeRows rows, RecordedEvent<RecoveryEvent> recorded) {
        switch (recorded.event()) {
            case DisasterDeclared e -> {
                rows.begun(
                        recorded,
                        e.operationId(),
                        NoticeKind.DISASTER,
                        e.provider(),
                        e.kind(),
                        List.of(),
                        e.affectedTenants(),
                        null,
                        e.detectedAt(),
                        e.expectedRecoveryAt());
                rows.named(recorded, e.operationId(), e.incidents());
                if (e.outageId() != null) {
                    rows.linkedWith(recorded, e.operationId(), e.outageId());
                }
            }
            case FailoverStarted e -> rows.said(e.operationId(), "FAILOVER_STARTED");
            case FailoverCompleted e -> rows.said(e.operationId(), "FAILOVER_COMPLETED");
            case DisasterResolved e -> {
                rows.ended(e.operationId(), e.resolvedAt());
                rows.linkedWith(recorded, e.operationId(), e.operationId());
            }
            case RestoreRequested _ -> {} // no notice: it concerns one incident
        }
    }
}
