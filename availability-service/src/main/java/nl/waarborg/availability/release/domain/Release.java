package nl.waarborg.availability.release.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One release as its rules, and those of its migrations, need it. */
public sealed interface Release {

    record NotPlanned() implements Release {}

    /**
     * @param notesAt since when its notes are published; null: not yet
     * @param acceptanceAt since when it is available on acceptance environments; null: not yet
     */
    record Planned(
            UUID releaseId,
            String provider,
            ReleaseKind kind,
            Rollout rollout,
            @Nullable LocalDate mustBeInstalledBy,
            @Nullable Instant notesAt,
            @Nullable Instant acceptanceAt,
            boolean completed)
            implements Release {

        Planned during(Rollout other) {
            return new Planned(releaseId, provider, kind, other, mustBeInstalledBy, notesAt, acceptanceAt, completed);
        }

        Planned withNotes(Instant at) {
            return new Planned(releaseId, provider, kind, rollout, mustBeInstalledBy, at, acceptanceAt, completed);
        }

        Planned onAcceptance(Instant at) {
            return new Planned(releaseId, provider, kind, rollout, mustBeInstalledBy, notesAt, at, completed);
        }

        Planned done() {
            return new Planned(releaseId, provider, kind, rollout, mustBeInstalledBy, notesAt, acceptanceAt, true);
        }

        /** A statutory version that must be installed by a day may leave the delivery policy (AVL-040, OP-34). */
        boolean mayDeviate() {
            return kind == ReleaseKind.STATUTORY && mustBeInstalledBy != null;
        }
    }
}
