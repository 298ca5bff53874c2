package nl.waarborg.processoragreement.service.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.processoragreement.service.domain.ServiceRequest.Clock;
import org.jspecify.annotations.Nullable;

/** What is done about a service. Money in euros excluding VAT. */
public sealed interface ServiceRequestCommand {

    Instant at();

    /** @param fixedPrice the terms give this kind a fixed price, agreed beforehand */
    record RequestService(
            UUID requestId,
            ServiceKind kind,
            boolean fixedPrice,
            String text,
            @Nullable UUID environmentId,
            Clock clock,
            Instant at)
            implements ServiceRequestCommand {}

    /** @param contactAt when that manager makes contact */
    record AssessServiceRequest(
            boolean suitable, @Nullable UUID serviceManagerId, @Nullable Instant contactAt, Instant at)
            implements ServiceRequestCommand {}

    /** The clock says that the term has passed. */
    record NoticeAssessmentOverdue(Instant at) implements ServiceRequestCommand {}

    record ProposeService(BigDecimal price, LocalDate plannedOn, Instant at) implements ServiceRequestCommand {}

    record EstimateService(BigDecimal cost, int leadTimeDays, Instant at) implements ServiceRequestCommand {}

    record ApproveService(@Nullable UUID personId, Instant at) implements ServiceRequestCommand {}

    record RecordTimeSpent(UUID entryId, UUID employeeId, BigDecimal hours, LocalDate day, Instant at)
            implements ServiceRequestCommand {}

    record DeliverService(String description, Instant at) implements ServiceRequestCommand {}

    /** @param hourlyRate for what is charged by the hour; null at a fixed price */
    record InvoiceService(@Nullable BigDecimal hourlyRate, Instant at) implements ServiceRequestCommand {}

    record CloseServiceRequest(Instant at) implements ServiceRequestCommand {}
}
