package nl.waarborg.availability.status.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.system.domain.Component;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told about one outage or one maintenance window (AVL-025, AVL-013).
 *
 * @param partial it touches some customers only
 * @param text error message of an outage, announcement of maintenance; without personal data
 * @param startsAt when it began or will begin, UTC
 * @param plannedEndAt end of the window; null for an outage
 * @param byPlan of maintenance that began: what was planned by the rules and goes by the plan; the rest is downtime (OP-28)
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
        @Nullable Interval byPlan,
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
        return new Stretch(componentState(), startsAt, end).overlaps(from, to);
    }

    /** Time in which it left its components in one state. */
    record Stretch(ComponentState state, Instant from, Instant to) {

        boolean overlaps(Instant start, Instant end) {
            // What lasted no second still belongs to its moment.
            return from.isBefore(end) && (to.isAfter(start) || (from.equals(to) && !from.isBefore(start)));
        }
    }

    /** Up to now if it goes on; in order of time, never empty. */
    List<Stretch> stretches(Instant now) {
        var end = endOr(now);
        if (kind.outage() || !startsAt.isBefore(end)) {
            return List.of(new Stretch(componentState(), startsAt, end));
        }
        var whole = new Interval(startsAt, end);
        var unplanned = byPlan == null ? List.of(whole) : whole.without(List.of(byPlan));
        return Stream.concat(
                        unplanned.stream().map(time -> new Stretch(down(), time.from(), time.to())),
                        whole.without(unplanned).stream()
                                .map(time -> new Stretch(componentState(), time.from(), time.to())))
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
    }

    /** The latest moment at which something was said about it. */
    public Instant lastChange() {
        return updates.isEmpty() ? startsAt : updates.getLast().at();
    }

    private ComponentState componentState() {
        return kind.outage() ? down() : ComponentState.MAINTENANCE;
    }

    private ComponentState down() {
        return partial ? ComponentState.PARTIAL_OUTAGE : ComponentState.OUTAGE;
    }
}
