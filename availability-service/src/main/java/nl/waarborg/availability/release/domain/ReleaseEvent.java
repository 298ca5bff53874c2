package nl.waarborg.availability.release.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. Times are business times, UTC. */
public sealed interface ReleaseEvent {

    UUID releaseId();

    /**
     * @param name of the version, as customers know it
     * @param mustBeInstalledBy last day by law; null: none
     * @param deviationReason why the delivery calendar is left for that day (AVL-040)
     */
    record ReleasePlanned(
            UUID releaseId,
            String provider,
            String name,
            ReleaseKind kind,
            Rollout rollout,
            @Nullable LocalDate mustBeInstalledBy,
            @Personal @Nullable String deviationReason,
            List<PlanWarning> warnings,
            Instant at)
            implements ReleaseEvent {

        public ReleasePlanned {
            warnings = List.copyOf(warnings);
        }
    }

    record ReleaseReplanned(
            UUID releaseId, Rollout rollout, @Personal @Nullable String reason, List<PlanWarning> warnings, Instant at)
            implements ReleaseEvent {

        public ReleaseReplanned {
            warnings = List.copyOf(warnings);
        }
    }

    /** @param url where the portal shows which functions were changed or added */
    record ReleaseNotesPublished(UUID releaseId, String provider, String url, Instant at) implements ReleaseEvent {}

    record ReleaseMadeAvailableOnAcceptance(UUID releaseId, String provider, Instant at) implements ReleaseEvent {}

    /** @param days that it really took; {@code warnings} as for a plan */
    record ReleaseRolloutCompleted(UUID releaseId, String provider, long days, List<PlanWarning> warnings, Instant at)
            implements ReleaseEvent {

        public ReleaseRolloutCompleted {
            warnings = List.copyOf(warnings);
        }
    }
}
