package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import org.jspecify.annotations.Nullable;

/** What monitors and on-call operators say of an outage. Times are business times in whole seconds, UTC. */
public sealed interface OutageCommand {

    UUID outageId();

    Instant at();

    /** The parts are those of {@link OutageEvent.OutageStarted}. */
    record StartOutage(
            UUID outageId,
            String provider,
            @Nullable String reference,
            Set<Component> components,
            Set<String> systems,
            EnvironmentKind environmentKind,
            @Nullable UUID ofTenant,
            Set<UUID> affectedTenants,
            Instant startedAt,
            @Nullable String errorMessage,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            Set<UUID> incidents,
            @Nullable UUID by,
            Instant at)
            implements OutageCommand {}

    record UpdateOutage(
            UUID outageId,
            @Nullable String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            Set<UUID> incidents,
            @Nullable UUID by,
            Instant at)
            implements OutageCommand {}

    /**
     * An end that makes a closed month better is a correction of its times, for a second person to decide.
     *
     * @param reason why; needed then
     * @param proposalId of the correction, should it be one
     * @param frozen a fact: what closed months count of the outage while it lasts
     */
    record EndOutage(
            UUID outageId,
            Instant endedAt,
            @Nullable String message,
            @Nullable String reason,
            UUID proposalId,
            FrozenDowntime frozen,
            @Nullable UUID by,
            Instant at)
            implements OutageCommand {}

    /**
     * What changes the figures: applied at once, or, when it touches a closed month, proposed for a second person to decide.
     *
     * @param closed a fact: a month that the outage touches was closed
     * @param agreed a fact: the agreement knows the reason of an exclusion; true for every other change
     * @param reason why; needed when a month was closed, and to withdraw or correct
     */
    record ChangeOutage(
            UUID outageId,
            UUID proposalId,
            ProposedChange change,
            boolean closed,
            boolean agreed,
            @Nullable String reason,
            @Nullable UUID by,
            Instant at)
            implements OutageCommand {}

    /** The second pair of eyes. */
    record ApproveOutageChange(UUID outageId, UUID proposalId, @Nullable UUID by, Instant at)
            implements OutageCommand {}

    record DeclineOutageChange(UUID outageId, UUID proposalId, String reason, @Nullable UUID by, Instant at)
            implements OutageCommand {}
}
