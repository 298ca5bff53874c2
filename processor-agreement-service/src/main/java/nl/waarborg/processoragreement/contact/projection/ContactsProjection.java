package nl.waarborg.processoragreement.contact.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.contact.domain.ContactEvent;
import nl.waarborg.processoragreement.contact.domain.ContactEvent.PrivacyContactRemoved;
import nl.waarborg.processoragreement.contact.domain.ContactEvent.PrivacyContactSet;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;

/** Contacts set and removed since the agreement was concluded; rebuilt together with {@link AgreedContactsProjection}. */
public final class ContactsProjection implements Projection<ContactEvent> {

    private final PersonalData personal;

    public ContactsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return ContactRows.NAME;
    }

    @Override
    public Class<ContactEvent> events() {
        return ContactEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of(ContactRows.TABLE);
    }

    @Override
    public void apply(List<RecordedEvent<ContactEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case PrivacyContactSet e -> {
                    if (e.name() != null && e.email() != null) {
                        ContactRows.set(
                                statements,
                                recorded.tenant(),
                                new CustomerContact(
                                        e.contactId(), e.personId(), e.name(), e.email(), e.roles(), e.language()),
                                personal);
                    }
                }
                case PrivacyContactRemoved e -> ContactRows.remove(statements, recorded.tenant(), e.contactId());
            }
        }
        statements.run(connection);
    }
}
