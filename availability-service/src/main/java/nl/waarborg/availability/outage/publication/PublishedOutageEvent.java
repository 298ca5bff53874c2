package nl.waarborg.availability.outage.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExcluded;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExclusionWithdrawn;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeDeclined;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeProposed;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageClassified;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageEnded;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageStarted;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageTimesCorrected;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageUpdated;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageWithdrawn;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.availability.system.domain.ResponsibleParty;
import nl.waarborg.eventsourcing.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** What others may know of outages; the exclusion ledger reaches them as figures of a month. */
public final class PublishedOutageEvent {

    private static final String TYPE = "nl.waarborg.availability.outage-";

    private PublishedOutageEvent() {}

    record StartedV1(
            UUID outageId,
            String provider,
            Set<Component> components,
            @Nullable Set<UUID> affectedTenants,
            EnvironmentKind environmentKind,
            Instant startedAt,
            @Nullable String errorMessage,
            @Nullable Instant expectedRecoveryAt,
            Set<UUID> incidents) {}

    record UpdatedV1(
            UUID outageId,
            @Nullable String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            Set<UUID> incidents,
            Instant updatedAt) {}

    record ClassifiedV1(
            UUID outageId, ResponsibleParty responsibleParty, boolean calamity, String cause, Instant classifiedAt) {}

    /** @param endedAt null: it lasts (again) */
    record TimesCorrectedV1(UUID outageId, Instant startedAt, @Nullable Instant endedAt, Instant correctedAt) {}

    record EndedV1(UUID outageId, Instant endedAt) {}

    public static Optional<PublishedEvent> from(OutageEvent event) {
        return switch (event) {
            case OutageStarted e ->
                of(
                        "started",
                        new StartedV1(
                                e.outageId(),
                                e.provider(),
                                e.components(),
                                affected(e),
                                e.environmentKind(),
                                e.startedAt(),
                                e.errorMessage(),
                                e.expectedRecoveryAt(),
                                e.incidents()));
            case OutageUpdated e ->
                of(
                        "updated",
                        new UpdatedV1(
                                e.outageId(),
                                e.message(),
                                e.expectedRecoveryAt(),
                                e.nextUpdateAt(),
                                e.incidents(),
                                e.at()));
            case OutageClassified e ->
                of(
                        "classified",
                        new ClassifiedV1(
                                e.outageId(),
                                e.classification().responsibleParty(),
                                e.classification().calamity(),
                                e.classification().cause(),
                                e.at()));
            case OutageEnded e -> of("ended", new EndedV1(e.outageId(), e.endedAt()));
            case OutageTimesCorrected e ->
                of(
                        "times-corrected",
                        new TimesCorrectedV1(
                                e.outageId(), e.times().startedAt(), e.times().endedAt(), e.at()));
            // To others what was none is over.
            case OutageWithdrawn e -> of("ended", new EndedV1(e.outageId(), e.at()));
            case DowntimeExcluded _, DowntimeExclusionWithdrawn _, OutageChangeProposed _, OutageChangeDeclined _ ->
                Optional.empty();
        };
    }

    /** Null: all of the vendor's customers. */
    private static @Nullable Set<UUID> affected(OutageStarted e) {
        if (e.ofTenant() != null) {
            return Set.of(e.ofTenant());
        }
        return e.affectedTenants().isEmpty() ? null : e.affectedTenants();
    }

    private static Optional<PublishedEvent> of(String name, Object data) {
        return Optional.of(new PublishedEvent(TYPE + name + ".v1", data));
    }
}
