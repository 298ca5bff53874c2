package nl.waarborg.processoragreement.partner.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.partner.domain.Partner;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.ExpertReferenceRecorded;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.PartnerRegistered;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent.PartnerRemoved;

/** The stored names of the events of partners. */
public final class PartnerEventTypes {

    public static final EventTypes<PartnerEvent> PARTNER_EVENTS = new EventTypes<>(Partner.CATEGORY, PartnerEvent.class)
            .type("partner-registered", PartnerRegistered.class)
            .type("expert-reference-recorded", ExpertReferenceRecorded.class)
            .type("partner-removed", PartnerRemoved.class);

    private PartnerEventTypes() {}
}
