package nl.waarborg.processoragreement.exit.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.processoragreement.exit.domain.Exit.PlannedActivity;
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
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class ExitDeciderTest {

    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final List<PlannedActivity> ACTIVITIES =
            List.of(new PlannedActivity("Export", "Functional administrator", Side.CUSTOMER));
    private static final ExitEvent STARTED = new ExitStarted(NOW);
    private static final ExitEvent PLANNED =
            new ExitPlanCompleted("Keep history", "Connectors", "Everything", ExitOption.VIEW, ACTIVITIES, NOW);
    private static final ExitEvent EXPORTED = new ExitActivityRecorded(new UUID(0, 1), "Exported", Side.CUSTOMER, NOW);

    private final DeciderSpecification<ExitCommand, Exit, ExitEvent> exit =
            new DeciderSpecification<>(new ExitDecider());

    @Test
    @Rule("XSV-019")
    void the_steps_come_in_their_order() {
        exit.given().when(plan(Side.CUSTOMER, "Keep history")).thenRejected("XSV-019");
        exit.given().when(new StartExit(NOW)).then(STARTED);
        exit.given(STARTED).when(new StartExit(NOW)).thenNothing();
        exit.given(STARTED).when(export()).thenRejected("XSV-019");
        exit.given(STARTED).when(plan(Side.CUSTOMER, "Keep history")).then(PLANNED);
        exit.given(STARTED, PLANNED).when(discharge(Side.CUSTOMER, true)).thenRejected("XSV-019");
        exit.given(STARTED, PLANNED).when(export()).then(EXPORTED);
        exit.given(STARTED, PLANNED, EXPORTED).when(export()).thenNothing();
    }

    @Test
    @Rule("XSV-019")
    void the_plan_is_the_customers() {
        exit.given(STARTED).when(plan(Side.VENDOR, "Keep history")).thenRejected("XSV-019");
    }

    @Test
    @Rule("XSV-019")
    void discharge_is_joint() {
        exit.given(STARTED, PLANNED, EXPORTED)
                .when(discharge(Side.VENDOR, false))
                .thenRejected("XSV-019");
        exit.given(STARTED, PLANNED, EXPORTED)
                .when(discharge(Side.VENDOR, true))
                .then(new ExitDischargeAgreed(Side.VENDOR, NOW));
        exit.given(STARTED, PLANNED, EXPORTED, new ExitDischargeAgreed(Side.VENDOR, NOW))
                .when(discharge(Side.VENDOR, true))
                .thenNothing();
        exit.given(STARTED, PLANNED, EXPORTED, new ExitDischargeAgreed(Side.VENDOR, NOW))
                .when(discharge(Side.CUSTOMER, true))
                .then(new ExitDischargeAgreed(Side.CUSTOMER, NOW), new ExitDischarged(NOW));
    }

    @Test
    @Rule("XSV-019")
    void another_plan_asks_both_sides_anew_and_after_discharge_nothing_changes() {
        var other = new ExitPlanCompleted("Nothing", "Connectors", "Everything", ExitOption.VIEW, ACTIVITIES, NOW);
        exit.given(STARTED, PLANNED, EXPORTED, new ExitDischargeAgreed(Side.VENDOR, NOW), other)
                .when(discharge(Side.CUSTOMER, true))
                .then(new ExitDischargeAgreed(Side.CUSTOMER, NOW));
        exit.given(
                        STARTED,
                        PLANNED,
                        EXPORTED,
                        new ExitDischargeAgreed(Side.VENDOR, NOW),
                        new ExitDischargeAgreed(Side.CUSTOMER, NOW),
                        new ExitDischarged(NOW))
                .when(plan(Side.CUSTOMER, "Nothing"))
                .thenRejected("XSV-019");
    }

    @Test
    @Rule("XSV-021")
    void the_customer_plans_and_exports_without_the_vendor() {
        var planned =
                exit.given(STARTED).when(plan(Side.CUSTOMER, "Keep history")).events();
        exit.given(List.of(STARTED, planned.getFirst())).when(export()).then(EXPORTED);
    }

    private static RecordExitActivity export() {
        return new RecordExitActivity(new UUID(0, 1), "Exported", Side.CUSTOMER, NOW);
    }

    private static CompleteExitPlan plan(Side by, String wishes) {
        return new CompleteExitPlan(by, wishes, "Connectors", "Everything", ExitOption.VIEW, ACTIVITIES, NOW);
    }

    private static DischargeExit discharge(Side by, boolean complete) {
        return new DischargeExit(by, complete, complete, NOW);
    }
}
