package nl.waarborg.processoragreement.ai.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.ai.domain.AiOffer;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiChangeAnnounced;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiSupplierRegistered;
import nl.waarborg.processoragreement.ai.domain.AiUse;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFairUseExceeded;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureActivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureDeactivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiUseDeclared;

/** The stored names of the events about external AI, for ever. */
public final class AiEventTypes {

    public static final EventTypes<AiOfferEvent> OFFER_EVENTS = new EventTypes<>(AiOffer.CATEGORY, AiOfferEvent.class)
            .type("ai-supplier-registered", AiSupplierRegistered.class)
            .type("ai-change-announced", AiChangeAnnounced.class);

    public static final EventTypes<AiUseEvent> USE_EVENTS = new EventTypes<>(AiUse.CATEGORY, AiUseEvent.class)
            .type("ai-feature-activated", AiFeatureActivated.class)
            .type("ai-feature-deactivated", AiFeatureDeactivated.class)
            .type("ai-fair-use-exceeded", AiFairUseExceeded.class)
            .type("ai-use-declared", AiUseDeclared.class);

    private AiEventTypes() {}
}
