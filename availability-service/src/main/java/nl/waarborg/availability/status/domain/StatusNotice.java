package nl.waarborg.availability.status.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.system.domain.Component;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told about one outage or one maintenance window (AVL-025, AVL-013).
 *
 * @param partial it touches some customers only
 * @param text error message of an outage, announcement of maintenance; without personal data
 * @param startsAt when it began or will begin, UTC
 * @param plannedEndAt end of the window; null for an outage
 * @param endedAt when it really ended
 * @param updates in order of time
 */
public record StatusNotice(
        UUID noticeId,
        NoticeKind kind,
        NoticeState state,
        Set<Component> components,
        boolean partial,
        @Nullable String text,
        Instant startsAt,
        @Nullable Instant plannedEndAt,
        @Nullable Instant endedAt,
        @Nullable Instant expectedRecoveryAt,
        @Nullable Instant nextUpdateAt,
        List<NoticeUpdate> updates) {

    public StatusNotice {
        // In the order in which the page names them.
        components = components.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(components));
        updates = List.copyOf(updates);
    }

    public boolean active() {
        return state == NoticeState.ACTIVE;
    }

    public boolean planned() {
        return state == NoticeState.PLANNED;
    }

    /** When its components were or are touched, up to now if it goes on; nothing if it is still to come or was cancelled. */
    public boolean touched() {
        return state == NoticeState.ACTIVE || state == NoticeState.ENDED;
    }

    /** Exclusive. */
    public Instant endOr(Instant now) {
        return endedAt == null ? now : endedAt;
    }

    public boolean overlaps(Instant from, Instant to, Instant now) {
        var end = touched() ? endOr(now) : plannedEndAt == null ? startsAt : plannedEndAt;
        // What lasted no second still belongs to its moment.
        return startsAt.isBefore(to) && (end.isAfter(from) || (startsAt.equals(end) && !startsAt.isBefore(from)));
    }

    /** The latest moment at which something was said about it. */
    public Instant lastChange() {
        return updates.isEmpty() ? startsAt : updates.getLast().at();
    }

    ComponentState componentState() {
        if (!kind.outage()) {
            return ComponentState.MAINTENANCE;
        }
        return partial ? ComponentState.PARTIAL_OUTAGE : ComponentState.OUTAGE;
    }
}
