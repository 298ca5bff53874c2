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
     * @param unavailableSeconds of the time that it took
     * @param excluded the parts of the time that it took which lie within the window, and only they are left out of the availability
     *     (OP-31)
     * @param outsideWindow it lay partly or wholly outside
     */
    record PatchInstalled(
            UUID patchId,
            String provider,
            UUID environmentId,
            @Nullable UUID tenantId,
            Set<Component> components,
            Instant startedAt,
            Instant installedAt,
            int unavailableSeconds,
            List<Interval> excluded,
            boolean outsideWindow)
            implements PatchEvent {

        public PatchInstalled {
            components = Affected.ordered(components);
            excluded = List.copyOf(excluded);
        }
    }
}
