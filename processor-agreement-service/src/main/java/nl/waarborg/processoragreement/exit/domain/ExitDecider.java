package nl.waarborg.processoragreement.exit.domain;

import java.util.function.Supplier;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.exit.domain.Exit.Side;
import nl.waarborg.processoragreement.exit.domain.ExitCommand.CompleteExitPlan;
import nl.waarborg.processoragreement.exit.domain.ExitCommand.DischargeExit;
import nl.waarborg.processoragreement.exit.domain.ExitCommand.RecordExitActivity;
import nl.waarborg.processoragreement.exit.domain.ExitCommand.StartExit;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitActivityRecorded;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitDischargeAgreed;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitDischarged;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitPlanCompleted;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitStarted;

/** XSV-019, XSV-021. */
public final class ExitDecider implements Decider<ExitCommand, Exit, ExitEvent> {

    private static final String RULE = "XSV-019";

    @Override
    public Exit initialState() {
        return Exit.NONE;
    }

    @Override
    public Decision<ExitEvent> decide(ExitCommand command, Exit exit) {
        return switch (command) {
            case StartExit c -> exit.startedAt() == null ? Decision.of(new ExitStarted(c.at())) : Decision.nothing();
            case CompleteExitPlan c -> underWay(exit, () -> plan(c, exit));
            case RecordExitActivity c -> underWay(exit, () -> record(c, exit));
            case DischargeExit c ->
                exit.agreed().containsKey(c.by()) ? Decision.nothing() : underWay(exit, () -> discharge(c, exit));
        };
    }

    private static Decision<ExitEvent> underWay(Exit exit, Supplier<Decision<ExitEvent>> rule) {
        if (exit.startedAt() == null) {
            return Decision.reject(RULE, "exit-not-started", "There is no exit under way.");
        }
        return exit.dischargedAt() == null
                ? rule.get()
                : Decision.reject(RULE, "exit-discharged", "Both sides have discharged each other.");
    }

    private static Decision<ExitEvent> plan(CompleteExitPlan c, Exit exit) {
        if (c.by() != Side.CUSTOMER) {
            return Decision.reject(RULE, "plan-is-the-customers", "The exit plan is the customer's responsibility.");
        }
        var plan = new ExitPlanCompleted(
                c.wishes(), c.technicalDocumentation(), c.dataToTransfer(), c.option(), c.activities(), c.at());
        var known = exit.plan();
        return known != null
                        && plan.equals(new ExitPlanCompleted(
                                known.wishes(),
                                known.technicalDocumentation(),
                                known.dataToTransfer(),
                                known.option(),
                                known.activities(),
                                c.at()))
                ? Decision.nothing()
                : Decision.of(plan);
    }

    private static Decision<ExitEvent> record(RecordExitActivity c, Exit exit) {
        if (exit.plan() == null) {
            return Decision.reject(RULE, "no-exit-plan", "The plan comes before it is carried out.");
        }
        var known =
                exit.activities().stream().anyMatch(done -> done.activityId().equals(c.activityId()));
        return known
                ? Decision.nothing()
                : Decision.of(new ExitActivityRecorded(c.activityId(), c.activity(), c.by(), c.at()));
    }

    /** Discharge is joint: that the plan is complete and that the new supplier received all data. */
    private static Decision<ExitEvent> discharge(DischargeExit c, Exit exit) {
        if (exit.plan() == null || exit.activities().isEmpty()) {
            return Decision.reject(RULE, "plan-not-carried-out", "Nothing of a plan has been carried out.");
        }
        if (!c.planComplete() || !c.allDataReceived()) {
            return Decision.reject(
                    RULE,
                    "not-complete",
                    "Discharge declares that the plan is complete and the new supplier received all data.");
        }
        var agreed = new ExitDischargeAgreed(c.by(), c.at());
        return exit.agreed().isEmpty() ? Decision.of(agreed) : Decision.of(agreed, new ExitDischarged(c.at()));
    }

    @Override
    public Exit evolve(Exit exit, ExitEvent event) {
        return switch (event) {
            case ExitStarted e -> exit.started(e.at());
            case ExitPlanCompleted e -> exit.with(e);
            case ExitActivityRecorded e -> exit.with(e);
            case ExitDischargeAgreed e -> exit.agreedBy(e.by(), e.at());
            case ExitDischarged e -> exit.discharged(e.at());
        };
    }
}
