package nl.waarborg.incident.systemuser.projection;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import org.jspecify.annotations.Nullable;

/** What this service reads of processor-agreement-service's events about services, projects and employees, and no more. */
public sealed interface AccessCauseEvent {

    EventTypes<AccessCauseEvent> TYPES = new EventTypes<>("processor-agreement", AccessCauseEvent.class)
            .type("nl.waarborg.processor-agreement.service-requested.v1", ServiceRequested.class)
            .type("nl.waarborg.processor-agreement.service-request-closed.v1", ServiceRequestClosed.class)
            .type("nl.waarborg.processor-agreement.project-closed.v1", ProjectClosed.class)
            .type("nl.waarborg.processor-agreement.conduct-certificate-recorded.v1", ConductCertificateRecorded.class);

    /**
     * @param service {@code SERVICE_MANAGEMENT} or {@code CONSULTANCY}
     * @param employeeId the service manager or consultant who takes it up; null if nobody does yet
     */
    record ServiceRequested(UUID requestId, String service, @Nullable UUID employeeId, @Nullable UUID environmentId)
            implements AccessCauseEvent {}

    record ServiceRequestClosed(UUID requestId) implements AccessCauseEvent {}

    record ProjectClosed(UUID projectId) implements AccessCauseEvent {}

    record ConductCertificateRecorded(UUID employeeId, Instant recordedAt) implements AccessCauseEvent {}
}
