package nl.waarborg.availability.maintenance.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.system.domain.Component;

/** One maintenance as its rules need it. */
public sealed interface Maintenance {

    /** Never announced, or refused each time. */
    record NotAnnounced() implements Maintenance {}

    record Announced(Matter matter, Plan plan) implements Maintenance {}

    record Running(Matter matter, Plan plan, Instant startedAt, boolean overrun) implements Maintenance {}

    record Cancelled() implements Maintenance {}

    record Ended(Instant startedAt, Instant endedAt) implements Maintenance {}

    /** What it is about, which no rescheduling changes. */
    record Matter(String provider, Set<Component> components, Set<UUID> affectedTenants, String message) {

        public Matter {
            components = Affected.ordered(components);
            affectedTenants = Affected.ordered(affectedTenants);
        }
    }
}
