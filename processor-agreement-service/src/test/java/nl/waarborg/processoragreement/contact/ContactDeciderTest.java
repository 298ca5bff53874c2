package nl.waarborg.processoragreement.contact;

import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.contact.domain.ContactCommand;
import nl.waarborg.processoragreement.contact.domain.ContactCommand.RemovePrivacyContact;
import nl.waarborg.processoragreement.contact.domain.ContactCommand.SetPrivacyContact;
import nl.waarborg.processoragreement.contact.domain.ContactDecider;
import nl.waarborg.processoragreement.contact.domain.ContactEvent;
import nl.waarborg.processoragreement.contact.domain.ContactEvent.PrivacyContactRemoved;
import nl.waarborg.processoragreement.contact.domain.ContactEvent.PrivacyContactSet;
import nl.waarborg.processoragreement.contact.domain.ContactRole;
import nl.waarborg.processoragreement.contact.domain.Contacts;
import nl.waarborg.processoragreement.contact.domain.MailLanguage;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class ContactDeciderTest {

    private static final UUID CONTACT = new UUID(1, 1);
    private static final Set<ContactRole> NEWS = Set.of(ContactRole.PRIVACY_CONTACT);

    private final DeciderSpecification<ContactCommand, Contacts, ContactEvent> contacts =
            new DeciderSpecification<>(new ContactDecider());

    @Test
    @Rule("PRA-052")
    void the_customer_says_who_hears_of_a_breach() {
        var set = new PrivacyContactSet(CONTACT, null, "Jo", "jo@example.org", NEWS, MailLanguage.NL);
        var command = new SetPrivacyContact(CONTACT, null, "Jo", "jo@example.org", NEWS, MailLanguage.NL);
        contacts.given().when(command).then(set);
        contacts.given(set).when(command).thenNothing();
        contacts.given(set).when(new RemovePrivacyContact(CONTACT, Set.of())).then(new PrivacyContactRemoved(CONTACT));
        contacts.given(set, new PrivacyContactRemoved(CONTACT))
                .when(new RemovePrivacyContact(CONTACT, Set.of()))
                .thenNothing();
        contacts.given().when(new RemovePrivacyContact(CONTACT, Set.of())).thenRejected("PRA-052");
        contacts.given()
                .when(new RemovePrivacyContact(CONTACT, Set.of(CONTACT)))
                .then(new PrivacyContactRemoved(CONTACT));
    }
}
