package nl.waarborg.availability.measurement.domain;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the rules must know of a system's suspicions.
 *
 * @param open the one that lasts
 * @param unassessed those that nobody has judged
 */
public record SuspectedOutage(Optional<UUID> open, Set<UUID> unassessed) {

    public SuspectedOutage {
        unassessed = Set.copyOf(unassessed);
    }

    SuspectedOutage opened(UUID suspicion) {
        var more = new HashSet<>(unassessed);
        more.add(suspicion);
        return new SuspectedOutage(Optional.of(suspicion), more);
    }

    SuspectedOutage ended() {
        return new SuspectedOutage(Optional.empty(), unassessed);
    }

    SuspectedOutage assessed(UUID suspicion) {
        var fewer = new HashSet<>(unassessed);
        fewer.remove(suspicion);
        return new SuspectedOutage(open, fewer);
    }
}
