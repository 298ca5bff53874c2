package nl.waarborg.incident.incident.domain;

import static nl.waarborg.terms.clock.ClockKind.RECOVERY;
import static nl.waarborg.terms.clock.ClockKind.RESPONSE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.waarborg.incident.incident.domain.Incident.Raised;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityContactDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksPaused;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksResumed;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineMissWithdrawn;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.ResponseDeadlineMissed;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.DeadlineCalculation.Basis;
import nl.waarborg.terms.clock.SupportClock;
import nl.waarborg.terms.clock.Waiting;
import nl.waarborg.terms.clock.Waiting.Party;

/** What a change of priority, calendar or status does to the clocks that still run. Finished clocks never move. */
final class RunningClocks {

    /** The clocks that follow the priority and wait for somebody. */
    private static final List<ClockKind> BY_PRIORITY = List.of(RESPONSE, RECOVERY);

    /** What it waits for was done at this moment: records a miss that nobody noticed, or withdraws one (late facts). */
    void verdict(Outcome outcome, ClockKind kind, Instant at) {
        var clock = outcome.incident().clock(kind);
        if (clock == null || clock.cancelled()) {
            return;
        }
        if (clock.missed() != null && !at.isAfter(clock.missed())) {
            outcome.add(new DeadlineMissWithdrawn(kind, clock.missed(), at));
        } else {
            missedBefore(outcome, kind, at);
        }
    }

    /** Records that a running clock's deadline had come before this moment, unless that is recorded. */
    void missedBefore(Outcome outcome, ClockKind kind, Instant at) {
        var clock = outcome.incident().clock(kind);
        if (clock != null
                && clock.isRunning()
                && clock.isOverdue(at, outcome.incident().openWait())) {
            missed(outcome, clock);
        }
    }

    void missed(Outcome outcome, Clock clock) {
        if (clock.missed() != null) {
            return;
        }
        var due = clock.due();
        var priority = outcome.incident().triage().priority();
        outcome.add(
                switch (clock.start().kind()) {
                    case RESPONSE -> new ResponseDeadlineMissed(priority, due, due);
                    case RECOVERY -> new RecoveryDeadlineMissed(priority, due, due);
                    case CALAMITY_CONTACT -> new CalamityContactDeadlineMissed(due, due);
                });
    }

    /** Holds off the deadlines that had not come when the waiting began, as far as the terms say so (OP-06). */
    void pause(Outcome outcome, Party party, Promise promise, Instant at) {
        if (!promise.pausesFor(party)) {
            return;
        }
        var paused = new ArrayList<ClockKind>();
        for (var kind : BY_PRIORITY) {
            var clock = outcome.incident().clock(kind);
            if (clock != null && clock.isRunning() && at.isBefore(clock.due())) {
                paused.add(kind);
                if (clock.missed() != null) {
                    outcome.add(new DeadlineMissWithdrawn(kind, clock.missed(), at));
                }
            }
        }
        if (!paused.isEmpty()) {
            outcome.add(new ClocksPaused(paused, party, at));
        }
    }

    void resume(Outcome outcome, Promise promise, Instant at) {
        var incident = outcome.incident();
        var net = new ArrayList<NetDeadline>();
        for (var kind : BY_PRIORITY) {
            var clock = incident.clock(kind);
            if (clock != null && clock.isRunning() && clock.paused()) {
                calculated(clock, incident, promise, at).map(NetDeadline::of).ifPresent(net::add);
            }
        }
        if (!net.isEmpty()) {
            outcome.add(new ClocksResumed(net, at));
        }
    }

    /** INC-041 and OP-09; a clock that has no term at the new priority ends without a verdict. */
    List<Recalculation> afterPriorityChange(Raised incident, Priority priority, Promise promise, Instant at) {
        if (priority == incident.triage().priority()) {
            return List.of();
        }
        var reportedAt = incident.intake().at();
        var recalculated = promise.afterPriorityChange(
                priority, reportedAt, incident.calamity().isOpen(), waits(incident, at), at);
        var changes = new ArrayList<Recalculation>();
        for (var kind : BY_PRIORITY) {
            var clock = incident.clock(kind);
            if (clock == null ? isDone(kind, incident) : !clock.isRunning()) {
                continue;
            }
            var old = clock == null ? null : clock.due();
            recalculated.stream()
                    .filter(change -> change.clock().kind() == kind)
                    .findAny()
                    .map(change -> Recalculation.of(
                            old, change.clock(), change.basis() == Basis.REBASED ? at : reportedAt, change.basis()))
                    .or(() -> Optional.ofNullable(clock)
                            .map(ending -> new Recalculation(kind, ending.due(), null, null, Basis.ORIGINAL_START)))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private static boolean isDone(ClockKind kind, Raised incident) {
        return kind == RESPONSE
                ? incident.handling().respondedAt() != null
                : incident.handling().workaround() || incident.status().isFinal();
    }

    /** Another version of a calendar sets the clocks anew whose deadline has not come. */
    List<Recalculation> afterCalendarChange(Raised incident, Promise promise, Instant at) {
        var changes = new ArrayList<Recalculation>();
        for (var kind : ClockKind.values()) {
            var clock = incident.clock(kind);
            if (clock == null
                    || !clock.isRunning()
                    || clock.missed() != null
                    || clock.isOverdue(at, incident.openWait())) {
                continue;
            }
            calculated(clock, incident, promise, at)
                    .filter(anew -> !anew.startsAt().equals(clock.start().startsAt())
                            || !anew.deadline().equals(clock.start().deadline()))
                    .map(anew ->
                            Recalculation.of(clock.due(), anew, clock.start().since(), Basis.ORIGINAL_START))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    /** A clock as today's calendars and the waiting until now set it. */
    private static Optional<SupportClock> calculated(Clock clock, Raised incident, Promise promise, Instant at) {
        return promise.clock(
                clock.start().kind(),
                incident.triage().priority(),
                clock.start().since(),
                incident.calamity().isOpen(),
                waits(incident, at));
    }

    private static List<Waiting> waits(Raised incident, Instant at) {
        return incident.waitedUntil(at).waits();
    }
}
