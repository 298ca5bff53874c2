package nl.waarborg.availability.patch.storage;

import java.util.UUID;
import nl.waarborg.availability.patch.domain.PatchEvent;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstallationRefused;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstalled;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchReleaseNotesPublished;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchTested;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of patches are stored, for ever. */
public final class PatchEventTypes {

    public static final EventTypes<PatchEvent> PATCH_EVENTS = new EventTypes<>("patch", PatchEvent.class)
            .type("patch-tested", PatchTested.class)
            .type("patch-release-notes-published", PatchReleaseNotesPublished.class)
            .type("patch-installation-refused", PatchInstallationRefused.class)
            .type("patch-installed", PatchInstalled.class);

    private PatchEventTypes() {}

    /** Unique within the vendor: another vendor's poster reaches another stream. */
    public static StreamId stream(String provider, UUID patch) {
        return StreamId.natural(PATCH_EVENTS.category(), StreamId.PLATFORM, provider + "/" + patch);
    }
}
