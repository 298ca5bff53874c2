package nl.waarborg.availability.patch.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.domain.Affected;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.system.domain.Component;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. Times are business times, UTC. */
public sealed interface PatchEvent {

    UUID patchId();

    /** @param passed a patch whose last test failed counts as untested */
    record PatchTested(UUID patchId, String provider, UUID testRunId, boolean passed, Instant at)
            implements PatchEvent {}

    /** @param url where the portal shows them */
    record PatchReleaseNotesPublished(UUID patchId, String provider, String url, Instant at) implements PatchEvent {}

    /** It was not tested beforehand. */
    record PatchInstallationRefused(UUID patchId, String provider, UUID environmentId, Instant startedAt)
            implements PatchEvent {}

    /**
     * @param environmentId where it was installed
     * @param tenantId whose environment it is; null where it is shared
     * @param installedAt exclusive
     * @param unavailableFrom within the time that it took
     * @param unavailableSeconds from then on
     * @param excluded the parts of its unavailability that lie within the window: only they may be left out of the availability (OP-31)
     * @param outsideWindow the installation lay partly or wholly outside
     */
    record PatchInstalled(
            UUID patchId,
            String provider,
            UUID environmentId,
            @Nullable UUID tenantId,
            Set<Component> components,
            Instant startedAt,
            Instant installedAt,
            Instant unavailableFrom,
            int unavailableSeconds,
            List<Interval> excluded,
            boolean outsideWindow)
            implements PatchEvent {

        public PatchInstalled {
            components = Affected.ordered(components);
            excluded = List.copyOf(excluded);
        }

        /** The parts of its unavailability that lie outside the window: downtime (OP-28, OP-31). */
        public List<Interval> counted() {
            return unavailableSeconds == 0
                    ? List.of()
                    : new Interval(unavailableFrom, unavailableFrom.plusSeconds(unavailableSeconds)).without(excluded);
        }
    }
}
