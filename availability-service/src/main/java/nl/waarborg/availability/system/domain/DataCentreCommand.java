package nl.waarborg.availability.system.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the vendor says of its data centres. */
public sealed interface DataCentreCommand {

    /** @param networkAvailability percent; a fact: what was given, else the agreement's term */
    record RegisterDataCentre(
            String provider,
            String dataCentreId,
            String name,
            String location,
            String country,
            @Nullable BigDecimal networkAvailability,
            Instant at)
            implements DataCentreCommand {}
}
