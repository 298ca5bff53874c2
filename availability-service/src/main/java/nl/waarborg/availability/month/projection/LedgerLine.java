package nl.waarborg.availability.month.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.outage.domain.ExclusionReason;
import org.jspecify.annotations.Nullable;

/**
 * A line of the exclusion ledger: what is left out of a month, why, on whose word and by which clause. Of maintenance it is the planned
 * time, of a patch its unavailability within the window.
 *
 * @param exclusionId of a line that was written about an outage
 * @param from inclusive, UTC; may lie before the month
 * @param to exclusive, UTC; may lie after the month
 * @param tenant the customer whose responsibility it was
 * @param justification in words, as published; null of a patch
 * @param by the person; null where a machine told it
 * @param approvedBy the second person, where a month was closed already
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerLine(
        @Nullable UUID exclusionId,
        @Nullable UUID outageId,
        @Nullable UUID maintenanceId,
        @Nullable UUID patchId,
        Instant from,
        Instant to,
        ExclusionReason reason,
        @Nullable UUID tenant,
        String clause,
        @Nullable String justification,
        @Nullable UUID by,
        @Nullable UUID approvedBy,
        Instant writtenAt) {}
