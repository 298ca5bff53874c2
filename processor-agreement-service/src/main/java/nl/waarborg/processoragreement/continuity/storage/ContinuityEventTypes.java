package nl.waarborg.processoragreement.continuity.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.continuity.domain.Continuity;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityArranged;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityEventRecorded;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityPeriodEnding;

/** The stored names of the events of continuity. */
public final class ContinuityEventTypes {

    public static final EventTypes<ContinuityEvent> CONTINUITY_EVENTS = new EventTypes<>(
                    Continuity.CATEGORY, ContinuityEvent.class)
            .type("continuity-event-recorded", ContinuityEventRecorded.class)
            .type("continuity-period-ending", ContinuityPeriodEnding.class)
            .type("continuity-arranged", ContinuityArranged.class);

    private ContinuityEventTypes() {}
}
