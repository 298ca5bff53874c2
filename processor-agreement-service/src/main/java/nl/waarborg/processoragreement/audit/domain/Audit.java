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
     * @param vendorShare null while its costs are not settled
     */
    record Known(
            UUID auditId,
            AuditOrigin origin,
            @Nullable LocalDate from,
            @Nullable LocalDate through,
            @Nullable Boolean importantFailure,
            @Nullable BigDecimal vendorShare)
            implements Audit {}
}
