package nl.waarborg.processoragreement.contact.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.contact.domain.ContactEvent;
import nl.waarborg.processoragreement.contact.domain.ContactEvent.PrivacyContactRemoved;
import nl.waarborg.processoragreement.contact.domain.ContactEvent.PrivacyContactSet;
import nl.waarborg.processoragreement.contact.domain.Contacts;

/** The stored names of the events of contacts. */
public final class ContactEventTypes {

    public static final EventTypes<ContactEvent> CONTACT_EVENTS = new EventTypes<>(
                    Contacts.CATEGORY, ContactEvent.class)
            .type("privacy-contact-set", PrivacyContactSet.class)
            .type("privacy-contact-removed", PrivacyContactRemoved.class);

    private ContactEventTypes() {}
}
