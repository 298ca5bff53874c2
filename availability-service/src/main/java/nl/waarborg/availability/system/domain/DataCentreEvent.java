package nl.waarborg.availability.system.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface DataCentreEvent {

    /**
     * @param country ISO 3166, two letters
     * @param networkAvailability percent; null where nothing is promised. A property of the data centre, no floor of the service (AVL-011)
     */
    record DataCentreRegistered(
            String provider,
            String dataCentreId,
            String name,
            String location,
            String country,
            @Nullable BigDecimal networkAvailability,
            Instant at)
            implements DataCentreEvent {}
}
