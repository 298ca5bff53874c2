package nl.waarborg.availability.month.domain;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One month of a platform, or of a customer. */
public sealed interface AvailabilityMonth {

    record Running() implements AvailabilityMonth {}

    /**
     * @param latest the figures after the last correction
     * @param missed whether the floor is recorded as missed
     * @param plan what became of the improvement plan
     * @param measures as drafted
     * @param disputes that are not settled
     */
    record Closed(AvailabilityFigures latest, boolean missed, Plan plan, @Nullable String measures, Set<UUID> disputes)
            implements AvailabilityMonth {

        public Closed {
            disputes = Collections.unmodifiableSet(new LinkedHashSet<>(disputes));
        }
    }

    enum Plan {
        NOT_DUE,
        DUE,
        DRAFTED,
        PUBLISHED
    }
}
