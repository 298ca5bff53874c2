package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.contact.domain.ContactCommand;
import nl.waarborg.processoragreement.contact.domain.ContactDecider;
import nl.waarborg.processoragreement.contact.domain.ContactEvent;
import nl.waarborg.processoragreement.contact.domain.Contacts;
import nl.waarborg.processoragreement.contact.projection.AgreedContactsProjection;
import nl.waarborg.processoragreement.contact.projection.ContactsProjection;
import nl.waarborg.processoragreement.contact.storage.ContactEventTypes;

/** Whom the vendor addresses at a customer. Nothing of it leaves the service. */
@ApplicationScoped
class ContactAggregate implements Aggregate {

    private final PersonalData personal;

    ContactAggregate(PersonalData personal) {
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ContactCommand, Contacts, ContactEvent> contacts(CommandHandlers handlers) {
        return handlers.of(new ContactDecider(), ContactEventTypes.CONTACT_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(ContactEventTypes.CONTACT_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new AgreedContactsProjection(personal), new ContactsProjection(personal));
    }
}
