package nl.waarborg.processoragreement.fairuse.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.fairuse.domain.FairUse;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseCaseClosed;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseCaseOpened;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseContactRecorded;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseMeasureTaken;

/** The stored names of the events of fair use, for ever. */
public final class FairUseEventTypes {

    public static final EventTypes<FairUseEvent> FAIR_USE_EVENTS = new EventTypes<>(
                    FairUse.CATEGORY, FairUseEvent.class)
            .type("fair-use-case-opened", FairUseCaseOpened.class)
            .type("fair-use-contact-recorded", FairUseContactRecorded.class)
            .type("fair-use-measure-taken", FairUseMeasureTaken.class)
            .type("fair-use-case-closed", FairUseCaseClosed.class);

    private FairUseEventTypes() {}
}
