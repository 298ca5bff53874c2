package nl.waarborg.incident.person.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a person may do with its organisation's incidents at one moment; a fact that intake carries in its command.
 *
 * @param known false for a person that was never registered with this customer
 */
public record SubmitterFacts(UUID personId, boolean known, Set<PortalRole> roles) {

    public SubmitterFacts {
        roles = Set.copyOf(roles);
    }

    public static SubmitterFacts of(UUID personId, Person person, Instant at) {
        return new SubmitterFacts(personId, !(person instanceof Person.Unknown), person.rolesAt(at));
    }

    /** INC-012. */
    public boolean maySubmit() {
        return roles.contains(PortalRole.INCIDENT_SUBMITTER);
    }

    /** INC-011, INC-013. */
    public boolean mayViewAll() {
        return roles.contains(PortalRole.ADMINISTRATOR) || roles.contains(PortalRole.INCIDENT_VIEWER);
    }

    /** INC-012. */
    public boolean mayViewOwn() {
        return !roles.isEmpty();
    }

    /** A person who may look but not submit is told so apart (INC-013). */
    public boolean viewOnly() {
        return mayViewAll() && !maySubmit();
    }
}
