package nl.waarborg.processoragreement.service.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface ServiceRequestEvent {

    /**
     * @param assessBy last moment in time for the assessment; null without a term for it
     * @param termsVersion the terms that the clock keeps, whatever holds later (OP-72)
     */
    record ServiceRequested(
            UUID requestId,
            ServiceKind kind,
            boolean fixedPrice,
            @Personal @Nullable String text,
            @Nullable UUID environmentId,
            @Nullable Instant assessBy,
            int termsVersion,
            Instant at)
            implements ServiceRequestEvent {}

    record ServiceRequestAssessed(
            boolean suitable, @Nullable UUID serviceManagerId, @Nullable Instant contactAt, Instant at)
            implements ServiceRequestEvent {}

    record ServiceAssessmentOverdue(Instant assessBy) implements ServiceRequestEvent {}

    /** It had been assessed in time, which became known later. */
    record ServiceAssessmentOverdueWithdrawn(Instant assessedAt) implements ServiceRequestEvent {}

    record ServiceProposed(BigDecimal price, LocalDate plannedOn, Instant at) implements ServiceRequestEvent {}

    record ServiceEstimated(BigDecimal cost, int leadTimeDays, Instant at) implements ServiceRequestEvent {}

    record ServiceApproved(@Nullable UUID personId, Instant at) implements ServiceRequestEvent {}

    record TimeSpentRecorded(UUID entryId, UUID employeeId, BigDecimal hours, LocalDate day)
            implements ServiceRequestEvent {}

    record ServiceDelivered(
            UUID requestId, ServiceKind kind, @Personal @Nullable String description, BigDecimal hours, Instant at)
            implements ServiceRequestEvent {}

    record ServiceInvoiced(BigDecimal amount, Instant at) implements ServiceRequestEvent {}

    record ServiceRequestClosed(UUID requestId, Instant at) implements ServiceRequestEvent {}
}
