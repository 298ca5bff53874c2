package nl.waarborg.incident.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.incident.person.projection.People;

/** The token's role alone does not make an Administrator; the portal role must be assigned as well (INC-010, INC-011). */
@ApplicationScoped
public class AssignedAdministrator {

    private final People people;

    public AssignedAdministrator(People people) {
        this.people = people;
    }

    /** @throws ProblemException 403 if the caller is none */
    public UUID of(Caller caller, UUID tenant, Instant at) {
        return caller.person()
                .filter(person -> people.administers(tenant, person, at))
                .orElseThrow(() -> ProblemException.forbidden("the role Administrator is not assigned to this person"));
    }
}
