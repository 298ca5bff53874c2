package nl.waarborg.availability.measurement.domain;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface SuspectedOutageEvent {

    UUID suspicionId();

    /**
     * @param since the first second in which every probe said down, UTC
     * @param error what they said last of why; null if none said anything
     */
    record SuspectedOutageDetected(
            UUID suspicionId,
            String provider,
            String systemId,
            Component component,
            Instant since,
            int samples,
            SortedSet<String> probes,
            @Nullable String error,
            Instant at)
            implements SuspectedOutageEvent {}

    /** @param endedAt the second in which a probe said up again, UTC */
    record SuspectedOutageEnded(UUID suspicionId, Instant endedAt, Instant at) implements SuspectedOutageEvent {}

    /** @param outage whether it is one; if not, the monitors were mistaken */
    record SuspectedOutageAssessed(
            UUID suspicionId, boolean outage, @Personal @Nullable String reason, @Nullable UUID by, Instant at)
            implements SuspectedOutageEvent {}
}
