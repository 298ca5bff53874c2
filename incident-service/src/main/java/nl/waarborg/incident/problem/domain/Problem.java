package nl.waarborg.incident.problem.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A problem as the rules need it. */
public sealed interface Problem {

    record NotOpened() implements Problem {}

    record Open(Set<UUID> incidents) implements Problem {

        public Open {
            incidents = Set.copyOf(incidents);
        }

        Open with(UUID incident) {
            var all = new HashSet<>(incidents);
            all.add(incident);
            return new Open(all);
        }
    }

    record Closed() implements Problem {}
}
