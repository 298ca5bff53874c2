package nl.waarborg.availability.release.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.availability.release.domain.MigrationEvent;
import nl.waarborg.availability.release.domain.MigrationEvent.AcceptanceLeadTimeWaived;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationCompleted;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationDateFixed;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationMoveRefused;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationMoved;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationScheduled;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationStarted;
import nl.waarborg.availability.release.domain.ReleaseEvent;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseMadeAvailableOnAcceptance;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseNotesPublished;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleasePlanned;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseReplanned;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseRolloutCompleted;
import nl.waarborg.availability.release.domain.ReleaseKind;
import nl.waarborg.eventsourcing.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** Plans and dates; reasons stay inside. */
public final class PublishedRelease {

    private static final String PREFIX = "nl.waarborg.availability.";

    private PublishedRelease() {}

    record ReleasePlannedV1(
            UUID releaseId,
            String provider,
            String name,
            ReleaseKind kind,
            LocalDate rolloutStart,
            LocalDate rolloutEnd,
            @Nullable LocalDate mustBeInstalledBy) {}

    record MigrationScheduledV1(
            UUID migrationId,
            UUID releaseId,
            String provider,
            Instant plannedAt,
            boolean insideOfficeHours,
            @Nullable Instant finalBy) {}

    record MigrationMovedV1(
            UUID migrationId,
            UUID releaseId,
            Instant formerPlannedAt,
            Instant plannedAt,
            boolean insideOfficeHours,
            @Nullable Instant finalBy) {}

    record MigrationDateFixedV1(UUID migrationId, UUID releaseId, Instant plannedAt, Instant fixedAt) {}

    record MigrationStartedV1(UUID migrationId, UUID releaseId, String provider, Instant startedAt) {}

    record MigrationCompletedV1(UUID migrationId, Instant completedAt, int unavailableSeconds) {}

    public static Optional<PublishedEvent> from(ReleaseEvent event) {
        return switch (event) {
            case ReleasePlanned e ->
                published(
                        "release-planned.v1",
                        new ReleasePlannedV1(
                                e.releaseId(),
                                e.provider(),
                                e.name(),
                                e.kind(),
                                e.rollout().from(),
                                e.rollout().through(),
                                e.mustBeInstalledBy()));
            case ReleaseReplanned _,
                    ReleaseNotesPublished _,
                    ReleaseMadeAvailableOnAcceptance _,
                    ReleaseRolloutCompleted _ -> Optional.empty();
        };
    }

    public static Optional<PublishedEvent> from(MigrationEvent event) {
        return switch (event) {
            case MigrationScheduled e ->
                published(
                        "migration-scheduled.v1",
                        new MigrationScheduledV1(
                                e.migrationId(),
                                e.releaseId(),
                                e.provider(),
                                e.plannedAt(),
                                e.insideOfficeHours(),
                                e.finalBy()));
            case MigrationMoved e ->
                published(
                        "migration-moved.v1",
                        new MigrationMovedV1(
                                e.migrationId(), e.releaseId(), e.from(), e.to(), e.insideOfficeHours(), e.finalBy()));
            case MigrationDateFixed e ->
                published(
                        "migration-date-fixed.v1",
                        new MigrationDateFixedV1(e.migrationId(), e.releaseId(), e.plannedAt(), e.at()));
            case MigrationStarted e ->
                published(
                        "migration-started.v1",
                        new MigrationStartedV1(e.migrationId(), e.releaseId(), e.provider(), e.at()));
            case MigrationCompleted e ->
                published(
                        "migration-completed.v1",
                        new MigrationCompletedV1(e.migrationId(), e.at(), e.unavailableSeconds()));
            case MigrationMoveRefused _, AcceptanceLeadTimeWaived _ -> Optional.empty();
        };
    }

    private static Optional<PublishedEvent> published(String type, Object data) {
        return Optional.of(new PublishedEvent(PREFIX + type, data));
    }
}
