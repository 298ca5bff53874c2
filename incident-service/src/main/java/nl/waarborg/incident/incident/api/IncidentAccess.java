package nl.waarborg.incident.incident.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.incident.projection.IncidentsView;
import nl.waarborg.incident.incident.projection.IncidentsView.IncidentRow;
import nl.waarborg.incident.person.projection.People;

/** Which incidents a caller may see: the vendor its tenants', an Administrator or viewer all of its own, a submitter its own (INC-011 to INC-013). */
@ApplicationScoped
class IncidentAccess {

    private final Caller caller;
    private final People people;
    private final IncidentsView view;
    private final InstantSource clock;

    IncidentAccess(Caller caller, People people, IncidentsView view, InstantSource clock) {
        this.caller = caller;
        this.people = people;
        this.view = view;
        this.clock = clock;
    }

    /**
     * The one person whose incidents the caller sees; empty if it sees all.
     *
     * @throws ProblemException 403 if neither token nor assignment allows anything
     */
    Optional<UUID> onlyOf() {
        if (!caller.customer()) {
            return Optional.empty();
        }
        var person = caller.namedPerson();
        var facts = people.submitter(caller.tenant(), person, clock.instant());
        var all = caller.hasRole(Roles.ADMINISTRATOR) || caller.hasRole(Roles.INCIDENT_VIEWER);
        if (all && facts.mayViewAll()) {
            return Optional.empty();
        }
        var own = caller.hasRole(Roles.INCIDENT_SUBMITTER) || caller.hasRole(Roles.AUTHORISED_CONTACT);
        if (own && facts.mayViewOwn()) {
            return Optional.of(person);
        }
        throw ProblemException.forbidden("no portal role is assigned to this person");
    }

    /** @throws ProblemException 404 for an incident that does not exist or that the caller may not see */
    IncidentRow seen(UUID incident) {
        var own = onlyOf();
        return view.incident(incident)
                .filter(row -> own.isEmpty() || own.get().equals(row.submitter()))
                .orElseThrow(ProblemException::notFound);
    }

    /** An incident about which this customer's person may say something: its own (INC-008, INC-012); a viewer is read-only (OP-15). */
    IncidentRow mine(UUID incident) {
        var row = seen(incident);
        if (caller.customer() && !caller.person().equals(Optional.ofNullable(row.submitter()))) {
            throw ProblemException.forbidden("only the submitter acts on an incident");
        }
        return row;
    }
}
