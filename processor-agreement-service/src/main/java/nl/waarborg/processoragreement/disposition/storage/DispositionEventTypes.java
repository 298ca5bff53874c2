package nl.waarborg.processoragreement.disposition.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.disposition.domain.Disposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDestroyed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDispositionChosen;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataReturned;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DispositionCostEstimated;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DispositionCostSettled;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ErasureConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldLifted;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldPlaced;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionInstructed;

/** The stored names of the events of a disposition, for ever. */
public final class DispositionEventTypes {

    public static final EventTypes<DispositionEvent> DISPOSITION_EVENTS = new EventTypes<>(
                    Disposition.CATEGORY, DispositionEvent.class)
            .type("data-disposition-chosen", DataDispositionChosen.class)
            .type("legal-hold-placed", LegalHoldPlaced.class)
            .type("legal-hold-lifted", LegalHoldLifted.class)
            .type("disposition-cost-estimated", DispositionCostEstimated.class)
            .type("disposition-cost-settled", DispositionCostSettled.class)
            .type("third-party-disposition-instructed", ThirdPartyDispositionInstructed.class)
            .type("third-party-disposition-confirmed", ThirdPartyDispositionConfirmed.class)
            .type("data-returned", DataReturned.class)
            .type("erasure-confirmed", ErasureConfirmed.class)
            .upcast("erasure-confirmed", 1, stored -> {
                stored.putArray("thirdParties");
                return stored;
            })
            .type("service-erased", ServiceErased.class)
            .type("data-destroyed", DataDestroyed.class);

    private DispositionEventTypes() {}
}
