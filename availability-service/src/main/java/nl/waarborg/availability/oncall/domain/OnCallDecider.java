package nl.waarborg.availability.oncall.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.oncall.domain.OnCallCommand.AssignOnCall;
import nl.waarborg.availability.oncall.domain.OnCallCommand.ReviewOnCallRoster;
import nl.waarborg.availability.oncall.domain.OnCallCommand.WithdrawOnCall;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallAssigned;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallGapClosed;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallGapDetected;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallRosterReviewed;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallWithdrawn;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** There is always somebody available: what nobody covers is detected ahead, and again whenever the roster changes (AVL-028). */
public final class OnCallDecider implements Decider<OnCallCommand, OnCallRoster, OnCallEvent> {

    @Override
    public OnCallRoster initialState() {
        return new OnCallRoster(Map.of(), Set.of(), null);
    }

    @Override
    public Decision<OnCallEvent> decide(OnCallCommand command, OnCallRoster roster) {
        return switch (command) {
            case AssignOnCall c ->
                roster.assignments().containsKey(c.assignmentId())
                        ? Decision.nothing()
                        : changed(
                                new OnCallAssigned(
                                        c.provider(), c.assignmentId(), c.employeeId(), c.from(), c.to(), c.at()),
                                roster,
                                c.at());
            case WithdrawOnCall c ->
                roster.assignments().containsKey(c.assignmentId())
                        ? changed(new OnCallWithdrawn(c.provider(), c.assignmentId(), c.at()), roster, c.at())
                        : Decision.reject("AVL-028", "not-assigned", "No such assignment lies ahead.");
            case ReviewOnCallRoster c -> review(c, roster);
        };
    }

    private Decision<OnCallEvent> changed(OnCallEvent change, OnCallRoster roster, Instant at) {
        var through = roster.through();
        return through == null || !at.isBefore(through)
                ? Decision.of(change)
                : Decision.of(change).and(gaps(change.provider(), evolve(roster, change), through, at));
    }

    private Decision<OnCallEvent> review(ReviewOnCallRoster c, OnCallRoster roster) {
        if (roster.through() != null && !c.through().isAfter(roster.through())) {
            return Decision.nothing();
        }
        return Decision.of(gaps(c.provider(), roster, c.through(), c.at()))
                .and(List.of(new OnCallRosterReviewed(c.provider(), c.through(), c.at())));
    }

    /** What became a gap, or is one no longer, since it was looked at last. */
    private static List<OnCallEvent> gaps(String provider, OnCallRoster roster, Instant through, Instant at) {
        var uncovered = roster.uncovered(at, through);
        var events = new ArrayList<OnCallEvent>();
        var open = new ArrayList<Interval>();
        roster.gaps().stream()
                .filter(gap -> gap.to().isAfter(at))
                .sorted(Comparator.comparing(Interval::from))
                .forEach(gap -> {
                    // Of a gap that has begun, only what lies ahead can still be covered.
                    var ahead = new Interval(gap.from().isAfter(at) ? gap.from() : at, gap.to());
                    if (uncovered.stream().anyMatch(stretch -> contains(stretch, ahead))) {
                        open.add(ahead);
                    } else {
                        events.add(new OnCallGapClosed(provider, gap.from(), gap.to(), at));
                    }
                });
        uncovered.stream()
                .flatMap(stretch -> without(stretch, open).stream())
                .forEach(gap -> events.add(new OnCallGapDetected(provider, gap.from(), gap.to(), at)));
        return events;
    }

    private static boolean contains(Interval outer, Interval inner) {
        return !inner.from().isBefore(outer.from()) && !inner.to().isAfter(outer.to());
    }

    /** What of the stretch none of these takes, which come in order. */
    private static List<Interval> without(Interval stretch, List<Interval> taken) {
        var rest = new ArrayList<Interval>();
        var from = stretch.from();
        for (var part : taken) {
            if (contains(stretch, part)) {
                if (from.isBefore(part.from())) {
                    rest.add(new Interval(from, part.from()));
                }
                from = part.to();
            }
        }
        if (from.isBefore(stretch.to())) {
            rest.add(new Interval(from, stretch.to()));
        }
        return rest;
    }

    @Override
    public OnCallRoster evolve(OnCallRoster roster, OnCallEvent event) {
        return switch (event) {
            case OnCallAssigned e -> roster.with(e.assignmentId(), new Interval(e.from(), e.to()));
            case OnCallWithdrawn e -> roster.without(e.assignmentId());
            case OnCallGapDetected e -> roster.withGap(new Interval(e.from(), e.to()));
            case OnCallGapClosed e -> roster.withoutGap(new Interval(e.from(), e.to()));
            case OnCallRosterReviewed e -> roster.reviewed(e.through(), e.at());
        };
    }
}
