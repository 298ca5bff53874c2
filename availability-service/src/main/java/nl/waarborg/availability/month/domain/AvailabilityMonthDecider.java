package nl.waarborg.availability.month.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.waarborg.availability.month.domain.AvailabilityMonth.Closed;
import nl.waarborg.availability.month.domain.AvailabilityMonth.Plan;
import nl.waarborg.availability.month.domain.AvailabilityMonth.Running;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.CloseAvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.CorrectAvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.DisputeAvailability;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.DraftImprovementPlan;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.PublishImprovementPlan;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.SettleAvailabilityDispute;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputeSettled;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityDisputed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissWithdrawn;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityFloorMissed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthClosed;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.AvailabilityMonthCorrected;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanDrafted;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent.ImprovementPlanPublished;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/**
 * A month is closed once; what comes later is a correction beside it (AVL-001). A missed floor needs a published plan (AVL-003, AVL-010),
 * and whoever doubts a figure gets the measurements (AVL-009).
 */
public final class AvailabilityMonthDecider
        implements Decider<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> {

    private static final String PLAN = "AVL-010";
    private static final String DISPUTE = "AVL-009";

    @Override
    public AvailabilityMonth initialState() {
        return new Running();
    }

    @Override
    public Decision<AvailabilityMonthEvent> decide(AvailabilityMonthCommand command, AvailabilityMonth month) {
        return switch (command) {
            case CloseAvailabilityMonth c ->
                month instanceof Closed || c.at().isBefore(c.closesAt())
                        ? Decision.nothing()
                        : Decision.<AvailabilityMonthEvent>of(
                                        new AvailabilityMonthClosed(c.provider(), c.month(), c.figures(), c.at()))
                                .and(judged(c, c.figures(), c.ofPlatform(), false, c.at()));
            case CorrectAvailabilityMonth c ->
                month instanceof Closed closed && !closed.latest().equals(c.figures())
                        ? Decision.<AvailabilityMonthEvent>of(
                                        new AvailabilityMonthCorrected(c.provider(), c.month(), c.figures(), c.at()))
                                .and(judged(c, c.figures(), c.ofPlatform(), closed.missed(), c.at()))
                        : Decision.nothing();
            case DraftImprovementPlan c ->
                switch (plan(month)) {
                    case NOT_DUE -> notDue();
                    case DUE, DRAFTED ->
                        month instanceof Closed closed && c.measures().equals(closed.measures())
                                ? Decision.nothing()
                                : Decision.of(new ImprovementPlanDrafted(
                                        c.provider(), c.month(), c.measures(), c.by(), c.at()));
                    case PUBLISHED -> Decision.reject(PLAN, "plan-published", "The plan was published.");
                };
            case PublishImprovementPlan c ->
                switch (plan(month)) {
                    case NOT_DUE -> notDue();
                    case DUE -> Decision.reject(PLAN, "plan-not-drafted", "Draft the plan first.");
                    case DRAFTED -> Decision.of(new ImprovementPlanPublished(c.provider(), c.month(), c.by(), c.at()));
                    case PUBLISHED -> Decision.nothing();
                };
            case DisputeAvailability c ->
                switch (month) {
                    case Running _ ->
                        Decision.reject(DISPUTE, "month-not-closed", "A month can be disputed once it is closed.");
                    case Closed closed when closed.disputes().contains(c.disputeId()) -> Decision.nothing();
                    case Closed _ ->
                        Decision.of(new AvailabilityDisputed(
                                c.provider(), c.month(), c.disputeId(), c.claim(), c.by(), c.at()));
                };
            case SettleAvailabilityDispute c ->
                month instanceof Closed closed && closed.disputes().contains(c.disputeId())
                        ? Decision.of(new AvailabilityDisputeSettled(
                                c.provider(),
                                c.month(),
                                c.disputeId(),
                                c.outcome(),
                                c.explanation(),
                                closed.latest(),
                                c.by(),
                                c.at()))
                        : Decision.reject(DISPUTE, "nothing-disputed", "No such dispute is open.");
        };
    }

    /** The floor is of the platform (OP-25). */
    private static List<AvailabilityMonthEvent> judged(
            AvailabilityMonthCommand c, AvailabilityFigures figures, boolean ofPlatform, boolean missed, Instant at) {
        var events = new ArrayList<AvailabilityMonthEvent>();
        if (!ofPlatform) {
            return events;
        }
        if (Boolean.FALSE.equals(figures.floorMet())
                && !missed
                && figures.availability() != null
                && figures.floor() != null) {
            events.add(
                    new AvailabilityFloorMissed(c.provider(), c.month(), figures.availability(), figures.floor(), at));
        }
        if (Boolean.TRUE.equals(figures.floorMet()) && missed) {
            events.add(new AvailabilityFloorMissWithdrawn(c.provider(), c.month(), at));
        }
        return events;
    }

    private static Plan plan(AvailabilityMonth month) {
        return month instanceof Closed closed ? closed.plan() : Plan.NOT_DUE;
    }

    private static Decision<AvailabilityMonthEvent> notDue() {
        return Decision.reject(PLAN, "plan-not-due", "No improvement plan is due for this month.");
    }

    @Override
    public AvailabilityMonth evolve(AvailabilityMonth month, AvailabilityMonthEvent event) {
        if (event instanceof AvailabilityMonthClosed e) {
            return new Closed(e.figures(), false, Plan.NOT_DUE, null, Set.of());
        }
        if (!(month instanceof Closed closed)) {
            return month;
        }
        return switch (event) {
            case AvailabilityMonthClosed _ -> closed;
            case AvailabilityMonthCorrected e ->
                new Closed(e.figures(), closed.missed(), closed.plan(), closed.measures(), closed.disputes());
            case AvailabilityFloorMissed _ ->
                new Closed(
                        closed.latest(),
                        true,
                        closed.plan() == Plan.NOT_DUE ? Plan.DUE : closed.plan(),
                        closed.measures(),
                        closed.disputes());
            case AvailabilityFloorMissWithdrawn _ ->
                new Closed(
                        closed.latest(),
                        false,
                        closed.plan() == Plan.PUBLISHED ? Plan.PUBLISHED : Plan.NOT_DUE,
                        closed.measures(),
                        closed.disputes());
            case ImprovementPlanDrafted e ->
                new Closed(closed.latest(), closed.missed(), Plan.DRAFTED, e.measures(), closed.disputes());
            case ImprovementPlanPublished _ ->
                new Closed(closed.latest(), closed.missed(), Plan.PUBLISHED, closed.measures(), closed.disputes());
            case AvailabilityDisputed e -> {
                var open = new LinkedHashSet<>(closed.disputes());
                open.add(e.disputeId());
                yield new Closed(closed.latest(), closed.missed(), closed.plan(), closed.measures(), open);
            }
            case AvailabilityDisputeSettled e -> {
                var open = new LinkedHashSet<>(closed.disputes());
                open.remove(e.disputeId());
                yield new Closed(closed.latest(), closed.missed(), closed.plan(), closed.measures(), open);
            }
        };
    }
}
