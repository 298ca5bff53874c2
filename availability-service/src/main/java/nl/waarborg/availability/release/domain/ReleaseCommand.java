package nl.waarborg.availability.release.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of one release. Times are business times, UTC. */
public sealed interface ReleaseCommand {

    UUID releaseId();

    /**
     * @param delivery a fact: the month of this kind in the vendor's delivery calendar; null: it has none
     * @param terms a fact: the vendor's
     */
    record PlanRelease(
            UUID releaseId,
            String provider,
            String name,
            ReleaseKind kind,
            Rollout rollout,
            @Nullable LocalDate mustBeInstalledBy,
            @Nullable String deviationReason,
            @Nullable Month delivery,
            ReleaseTerms terms,
            Instant at)
            implements ReleaseCommand {}

    record ReplanRelease(
            UUID releaseId, Rollout rollout, String reason, @Nullable Month delivery, ReleaseTerms terms, Instant at)
            implements ReleaseCommand {}

    record PublishReleaseNotes(UUID releaseId, String url, Instant at) implements ReleaseCommand {}

    record MakeReleaseAvailableOnAcceptance(UUID releaseId, Instant at) implements ReleaseCommand {}

    record CompleteRollout(UUID releaseId, ReleaseTerms terms, Instant at) implements ReleaseCommand {}
}
