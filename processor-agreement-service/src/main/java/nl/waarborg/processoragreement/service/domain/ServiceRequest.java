package nl.waarborg.processoragreement.service.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequested;
import org.jspecify.annotations.Nullable;

/**
 * A service from request to closing.
 *
 * @param requested null before it was
 * @param suitable what the assessment said; null before it
 * @param price fixed or estimated, euros excluding VAT; null before there is one
 * @param hours spent so far
 */
public record ServiceRequest(
        @Nullable ServiceRequested requested,
        @Nullable Boolean suitable,
        boolean overdue,
        @Nullable BigDecimal price,
        boolean approved,
        BigDecimal hours,
        boolean delivered,
        boolean invoiced,
        boolean closed) {

    public static final String CATEGORY = "service-request";

    static final ServiceRequest NONE =
            new ServiceRequest(null, null, false, null, false, BigDecimal.ZERO, false, false, false);

    public static StreamId stream(UUID request) {
        return new StreamId(CATEGORY, request);
    }

    /** @param assessBy last moment in time; null without a term for it */
    public record Clock(@Nullable Instant assessBy, int termsVersion) {}

    ServiceRequest with(ServiceRequested event) {
        return new ServiceRequest(event, suitable, overdue, price, approved, hours, delivered, invoiced, closed);
    }

    ServiceRequest assessed(boolean fits) {
        return new ServiceRequest(requested, fits, overdue, price, approved, hours, delivered, invoiced, closed);
    }

    ServiceRequest overdue(boolean missed) {
        return new ServiceRequest(requested, suitable, missed, price, approved, hours, delivered, invoiced, closed);
    }

    /** Another price asks for another approval. */
    ServiceRequest at(BigDecimal euros) {
        return new ServiceRequest(requested, suitable, overdue, euros, false, hours, delivered, invoiced, closed);
    }

    ServiceRequest approve() {
        return new ServiceRequest(requested, suitable, overdue, price, true, hours, delivered, invoiced, closed);
    }

    ServiceRequest spending(BigDecimal more) {
        return new ServiceRequest(
                requested, suitable, overdue, price, approved, hours.add(more), delivered, invoiced, closed);
    }

    ServiceRequest deliver() {
        return new ServiceRequest(requested, suitable, overdue, price, approved, hours, true, invoiced, closed);
    }

    ServiceRequest invoice() {
        return new ServiceRequest(requested, suitable, overdue, price, approved, hours, delivered, true, closed);
    }

    ServiceRequest close() {
        return new ServiceRequest(requested, suitable, overdue, price, approved, hours, delivered, invoiced, true);
    }
}
