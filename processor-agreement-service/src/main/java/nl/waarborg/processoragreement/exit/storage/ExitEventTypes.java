package nl.waarborg.processoragreement.exit.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.exit.domain.Exit;
import nl.waarborg.processoragreement.exit.domain.ExitEvent;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitActivityRecorded;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitDischargeAgreed;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitDischarged;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitPlanCompleted;
import nl.waarborg.processoragreement.exit.domain.ExitEvent.ExitStarted;

/** The stored names of the events of an exit, for ever. */
public final class ExitEventTypes {

    public static final EventTypes<ExitEvent> EXIT_EVENTS = new EventTypes<>(Exit.CATEGORY, ExitEvent.class)
            .type("exit-started", ExitStarted.class)
            .type("exit-plan-completed", ExitPlanCompleted.class)
            .type("exit-activity-recorded", ExitActivityRecorded.class)
            .type("exit-discharge-agreed", ExitDischargeAgreed.class)
            .type("exit-discharged", ExitDischarged.class);

    private ExitEventTypes() {}
}
