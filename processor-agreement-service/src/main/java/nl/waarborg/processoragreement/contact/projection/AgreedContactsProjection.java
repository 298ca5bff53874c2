package nl.waarborg.processoragreement.contact.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.contact.domain.ContactRole;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;

/** The contacts that were named when the agreement was concluded: the beginning of the list. */
public final class AgreedContactsProjection implements Projection<AgreementEvent> {

    private final PersonalData personal;

    public AgreedContactsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return ContactRows.NAME;
    }

    @Override
    public Class<AgreementEvent> events() {
        return AgreementEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of(ContactRows.TABLE);
    }

    @Override
    public void apply(List<RecordedEvent<AgreementEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            if (recorded.event() instanceof AgreementConcluded concluded) {
                var place = 0;
                for (var contact : concluded.contacts()) {
                    ContactRows.set(
                            statements,
                            recorded.tenant(),
                            new CustomerContact(
                                    ContactRows.agreed(recorded.tenant(), place++),
                                    contact.personId(),
                                    contact.name(),
                                    contact.email(),
                                    contact.roles().stream()
                                            .map(role -> ContactRole.valueOf(role.name()))
                                            .collect(Collectors.toUnmodifiableSet()),
                                    null),
                            personal);
                }
            }
        }
        statements.run(connection);
    }
}
