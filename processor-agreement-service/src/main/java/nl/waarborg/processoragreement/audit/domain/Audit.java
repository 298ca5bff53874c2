package nl.waarborg.processoragreement.audit.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import org.jspecify.annotations.Nullable;

/** What the rules must know about an audit. */
public sealed interface Audit {

    String CATEGORY = "audit";

    static StreamId stream(UUID audit) {
        return new StreamId(CATEGORY, audit);
    }

    record Unknown() implements Audit {}

    /**
     * @param importantFailure null while it is not completed
     * @param settled the costs as they were settled last; null while they are not
     */
    record Known(
            UUID auditId,
            AuditOrigin origin,
            @Nullable LocalDate from,
            @Nullable LocalDate through,
            @Nullable Boolean importantFailure,
            @Nullable Settlement settled)
            implements Audit {}

    /** Euros excluding VAT. */
    record Settlement(BigDecimal total, BigDecimal vendorShare) {

        boolean is(BigDecimal otherTotal, BigDecimal otherShare) {
            return total.compareTo(otherTotal) == 0 && vendorShare.compareTo(otherShare) == 0;
        }
    }
}
