package nl.waarborg.availability.patch.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.domain.MaintenanceTerms;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.system.domain.Component;
import org.jspecify.annotations.Nullable;

/** What can be said about one patch. Times are business times, UTC. */
public sealed interface PatchCommand {

    UUID patchId();

    record RecordPatchTest(UUID patchId, String provider, UUID testRunId, boolean passed, Instant at)
            implements PatchCommand {}

    record PublishPatchReleaseNotes(UUID patchId, String provider, String url, Instant at) implements PatchCommand {}

    /**
     * @param unavailableFrom when the environment could no longer be reached, within the installation
     * @param terms a fact: the vendor's, with the window of patches
     * @param frozen a fact: what closed months count of its time
     */
    record InstallPatch(
            UUID patchId,
            String provider,
            UUID environmentId,
            @Nullable UUID tenantId,
            Set<Component> components,
            Instant startedAt,
            Instant installedAt,
            Instant unavailableFrom,
            int unavailableSeconds,
            MaintenanceTerms terms,
            FrozenDowntime frozen)
            implements PatchCommand {}
}
