package nl.waarborg.incident.person.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.incident.person.domain.Person;
import nl.waarborg.incident.person.domain.PersonCommand;
import nl.waarborg.incident.person.domain.PersonEvent;
import nl.waarborg.incident.person.domain.PortalRole;
import nl.waarborg.incident.person.domain.SubmitterFacts;
import nl.waarborg.incident.person.storage.PersonEventTypes;

/** Facts about persons, for the commands of any aggregate. */
@ApplicationScoped
public class People {

    private static final String ADMINISTRATORS =
            """
            select distinct person_id from portal_role
            where tenant_id = ? and role = 'ADMINISTRATOR' and assigned_at <= ? and (revoked_at is null or revoked_at > ?)
            order by person_id""";

    private final CommandHandler<PersonCommand, Person, PersonEvent> persons;
    private final Rows rows;

    public People(
            CommandHandler<PersonCommand, Person, PersonEvent> persons,
            @DataSource("writer") javax.sql.DataSource writer) {
        this.persons = persons;
        this.rows = new Rows(writer);
    }

    public Person person(UUID tenant, UUID person) {
        return persons.state(PersonEventTypes.stream(tenant, person));
    }

    /** What the person may do for this customer, as of a business time. */
    public SubmitterFacts submitter(UUID tenant, UUID person, Instant at) {
        return SubmitterFacts.of(person, person(tenant, person), at);
    }

    public boolean administers(UUID tenant, UUID person, Instant at) {
        return person(tenant, person).rolesAt(at).contains(PortalRole.ADMINISTRATOR);
    }

    /** All Administrators of the customer at a business time (OP-21). */
    public List<UUID> administrators(UUID tenant, Instant at) {
        return rows.list(ADMINISTRATORS, row -> row.uuid("person_id"), tenant, at, at);
    }
}
