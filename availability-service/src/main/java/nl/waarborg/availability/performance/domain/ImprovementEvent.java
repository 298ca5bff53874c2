package nl.waarborg.availability.performance.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface ImprovementEvent {

    /** @param since first local day on which it was in use */
    record PerformanceImprovementRecorded(
            UUID improvementId,
            String provider,
            List<String> functions,
            @Personal @Nullable String description,
            LocalDate since,
            @Nullable UUID by,
            Instant at)
            implements ImprovementEvent {}
}
