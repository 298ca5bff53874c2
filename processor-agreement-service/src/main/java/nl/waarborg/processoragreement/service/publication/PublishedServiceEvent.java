package nl.waarborg.processoragreement.service.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.processoragreement.service.domain.ProjectEvent;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.BudgetOverrunSignalled;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectClosed;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectEvaluated;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectHandedOver;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectNoteRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectSpendingRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectStarted;
import nl.waarborg.processoragreement.service.domain.ServiceKind;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceApproved;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceAssessmentOverdue;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceAssessmentOverdueWithdrawn;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceDelivered;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceEstimated;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceInvoiced;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceProposed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequestAssessed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequestClosed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequested;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.TimeSpentRecorded;
import org.jspecify.annotations.Nullable;

/** What other services may know; no texts leave. These change only as the contracts allow. */
public sealed interface PublishedServiceEvent {

    String PREFIX = "nl.waarborg.processor-agreement.";

    record ServiceRequestedV1(UUID requestId, String service, @Nullable UUID employeeId, @Nullable UUID environmentId)
            implements PublishedServiceEvent {}

    record ServiceRequestClosedV1(UUID requestId) implements PublishedServiceEvent {}

    record ServiceDeliveredV1(UUID requestId, String service, String hours, Instant deliveredAt)
            implements PublishedServiceEvent {}

    record ProjectHandedOverV1(UUID projectId, Instant handedOverAt) implements PublishedServiceEvent {}

    record ProjectClosedV1(UUID projectId) implements PublishedServiceEvent {}

    static Optional<PublishedEvent> from(ServiceRequestEvent event) {
        return switch (event) {
            // Only these two kinds can be a cause of access to a customer's environment.
            case ServiceRequested e ->
                e.kind() == ServiceKind.SUCCESS_MANAGEMENT
                        ? Optional.empty()
                        : published(
                                "service-requested.v1",
                                new ServiceRequestedV1(e.requestId(), e.kind().name(), null, e.environmentId()));
            case ServiceDelivered e ->
                published(
                        "service-delivered.v1",
                        new ServiceDeliveredV1(
                                e.requestId(), e.kind().name(), e.hours().toPlainString(), e.at()));
            case ServiceRequestClosed e ->
                published("service-request-closed.v1", new ServiceRequestClosedV1(e.requestId()));
            case ServiceRequestAssessed _,
                    ServiceAssessmentOverdue _,
                    ServiceAssessmentOverdueWithdrawn _,
                    ServiceProposed _,
                    ServiceEstimated _,
                    ServiceApproved _,
                    TimeSpentRecorded _,
                    ServiceInvoiced _ -> Optional.empty();
        };
    }

    static Optional<PublishedEvent> from(ProjectEvent event) {
        return switch (event) {
            case ProjectHandedOver e ->
                published("project-handed-over.v1", new ProjectHandedOverV1(e.projectId(), e.at()));
            case ProjectClosed e -> published("project-closed.v1", new ProjectClosedV1(e.projectId()));
            case ProjectStarted _,
                    ProjectNoteRecorded _,
                    ProjectSpendingRecorded _,
                    BudgetOverrunSignalled _,
                    ProjectEvaluated _ -> Optional.empty();
        };
    }

    private static Optional<PublishedEvent> published(String name, PublishedServiceEvent data) {
        return Optional.of(new PublishedEvent(PREFIX + name, data));
    }
}
