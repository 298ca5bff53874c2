package nl.waarborg.incident.investigationcopy.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyAccessed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyClosed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionCancelled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOrdered;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOverdue;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionScheduled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyProvisioned;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyRequested;

/** Copies, their access log and their deadlines. */
public final class InvestigationCopiesProjection implements Projection<InvestigationCopyEvent> {

    public static final String ORDER_DELETION = "order-copy-deletion";
    public static final String NOTICE_OVERDUE = "notice-copy-overdue";

    private static final String REQUESTED =
            """
            insert into investigation_copy (
                copy_id, tenant_id, incident_id, environment_id, requested_by, requested_at, state, version)
            values (?, ?, ?, ?, ?, ?, 'REQUESTED', ?)""";
    private static final String PROVISIONED =
            """
            update investigation_copy set provisioned_at = ?, state = 'PROVISIONED', version = ? where copy_id = ?""";
    private static final String ACCESSED =
            """
            insert into investigation_copy_access (id, tenant_id, copy_id, incident_id, employee_id, purpose, at)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String SCHEDULED =
            "update investigation_copy set delete_before = ?, deletion_cause = ?, version = ? where copy_id = ?";
    private static final String ORDERED =
            """
            update investigation_copy set state = 'DELETION_ORDERED', ordered_at = ?, delete_before = ?,
                deletion_cause = ?, version = ? where copy_id = ?""";
    private static final String OVERDUE = "update investigation_copy set overdue = true, version = ? where copy_id = ?";
    private static final String CLOSED =
            """
            update investigation_copy set state = 'DELETED', deleted_at = ?, late = ?, overdue = ?, version = ?
            where copy_id = ?""";

    private final PersonalData personal;

    public InvestigationCopiesProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "investigation-copies";
    }

    @Override
    public Class<InvestigationCopyEvent> events() {
        return InvestigationCopyEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("investigation_copy", "investigation_copy_access");
    }

    @Override
    public void apply(List<RecordedEvent<InvestigationCopyEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            var statements = new Statements();
            var stream = recorded.stream();
            var tenant = recorded.tenant();
            var version = recorded.version();
            switch (recorded.event()) {
                case InvestigationCopyRequested e ->
                    statements.add(
                            REQUESTED,
                            e.copyId(),
                            tenant,
                            e.incidentId(),
                            e.environmentId(),
                            e.agentId(),
                            e.requestedAt(),
                            version);
                case InvestigationCopyProvisioned e ->
                    statements.add(PROVISIONED, e.provisionedAt(), version, e.copyId());
                case InvestigationCopyAccessed e ->
                    statements.add(
                            ACCESSED,
                            recorded.id(),
                            tenant,
                            e.copyId(),
                            e.incidentId(),
                            e.employeeId(),
                            personal.protect(tenant, e.purpose()),
                            e.at());
                case InvestigationCopyDeletionScheduled e -> {
                    statements.add(SCHEDULED, e.deleteBefore(), e.cause(), version, e.copyId());
                    Deadlines.set(connection, List.of(new Deadline(ORDER_DELETION, stream, "", tenant, e.orderAt())));
                }
                case InvestigationCopyDeletionCancelled e -> {
                    statements.add(SCHEDULED, null, null, version, e.copyId());
                    Deadlines.cancel(connection, ORDER_DELETION, stream, "");
                }
                case InvestigationCopyDeletionOrdered e -> {
                    statements.add(ORDERED, e.at(), e.deleteBefore(), e.cause(), version, e.copyId());
                    Deadlines.set(
                            connection, List.of(new Deadline(NOTICE_OVERDUE, stream, "", tenant, e.deleteBefore())));
                }
                case InvestigationCopyDeletionOverdue e -> statements.add(OVERDUE, version, e.copyId());
                case InvestigationCopyClosed e -> {
                    statements.add(CLOSED, e.deletedAt(), e.late(), e.late(), version, e.copyId());
                    Deadlines.cancel(connection, ORDER_DELETION, stream, "");
                    Deadlines.cancel(connection, NOTICE_OVERDUE, stream, "");
                }
            }
            statements.run(connection);
        }
    }
}
