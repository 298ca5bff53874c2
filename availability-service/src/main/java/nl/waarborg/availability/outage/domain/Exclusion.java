package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the exclusion ledger: downtime that does not count.
 *
 * @param from inclusive, UTC
 * @param to exclusive, UTC
 * @param tenantId the customer whose responsibility it was; then it is left out of that customer's figures alone (OP-25)
 * @param clause of the agreement that excludes it
 * @param justification in words; shown to customers, without personal data
 */
public record Exclusion(
        UUID exclusionId,
        Instant from,
        Instant to,
        ExclusionReason reason,
        @Nullable UUID tenantId,
        String clause,
        String justification) {

    boolean overlaps(Exclusion other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
