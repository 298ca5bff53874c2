package nl.waarborg.processoragreement.contact.domain;

import java.util.Map;
import java.util.Set;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.contact.domain.ContactCommand.RemovePrivacyContact;
import nl.waarborg.processoragreement.contact.domain.ContactCommand.SetPrivacyContact;
import nl.waarborg.processoragreement.contact.domain.ContactEvent.PrivacyContactRemoved;
import nl.waarborg.processoragreement.contact.domain.ContactEvent.PrivacyContactSet;

/** The customer's administrator says who hears of a breach (PRA-052). */
public final class ContactDecider implements Decider<ContactCommand, Contacts, ContactEvent> {

    @Override
    public Contacts initialState() {
        return new Contacts(Map.of(), Set.of());
    }

    @Override
    public Decision<ContactEvent> decide(ContactCommand command, Contacts contacts) {
        return switch (command) {
            case SetPrivacyContact c -> {
                var set = new PrivacyContactSet(
                        c.contactId(), c.personId(), c.name(), c.email(), c.roles(), c.language());
                yield set.equals(contacts.set().get(c.contactId())) ? Decision.nothing() : Decision.of(set);
            }
            case RemovePrivacyContact c -> {
                if (contacts.removed().contains(c.contactId())) {
                    yield Decision.nothing();
                }
                yield contacts.set().containsKey(c.contactId()) || c.agreed().contains(c.contactId())
                        ? Decision.of(new PrivacyContactRemoved(c.contactId()))
                        : Decision.reject("PRA-052", "no-such-contact", "The customer has no such contact.");
            }
        };
    }

    @Override
    public Contacts evolve(Contacts contacts, ContactEvent event) {
        return switch (event) {
            case PrivacyContactSet e -> contacts.with(e);
            case PrivacyContactRemoved e -> contacts.without(e.contactId());
        };
    }
}
