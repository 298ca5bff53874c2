package nl.waarborg.availability.patch.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.patch.domain.PatchEvent;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstallationRefused;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstalled;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchReleaseNotesPublished;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchTested;
import nl.waarborg.eventsourcing.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** Installations; tests and notes stay inside. */
public final class PublishedPatch {

    private PublishedPatch() {}

    record PatchInstalledV1(
            UUID patchId,
            String provider,
            UUID environmentId,
            @Nullable Set<UUID> affectedTenants,
            Instant startedAt,
            Instant installedAt,
            int unavailableSeconds) {}

    public static Optional<PublishedEvent> from(PatchEvent event) {
        return switch (event) {
            case PatchInstalled e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.availability.patch-installed.v1",
                        new PatchInstalledV1(
                                e.patchId(),
                                e.provider(),
                                e.environmentId(),
                                e.tenantId() == null ? null : Set.of(e.tenantId()),
                                e.startedAt(),
                                e.installedAt(),
                                e.unavailableSeconds())));
            case PatchTested _, PatchReleaseNotesPublished _, PatchInstallationRefused _ -> Optional.empty();
        };
    }
}
