package nl.waarborg.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.incident.person.api.PostedPersons;
import nl.waarborg.incident.person.domain.Person;
import nl.waarborg.incident.person.domain.PersonCommand;
import nl.waarborg.incident.person.domain.PersonDecider;
import nl.waarborg.incident.person.domain.PersonEvent;
import nl.waarborg.incident.person.projection.PersonsProjection;
import nl.waarborg.incident.person.storage.PersonEventTypes;

/** Persons, portal roles and caller checks (INC-004, INC-010 to INC-014). Nothing of them leaves the service. */
@ApplicationScoped
class PersonAggregate implements Aggregate {

    private final PersonalData personal;
    private final PostedPersons posted;

    PersonAggregate(PersonalData personal, PostedPersons posted) {
        this.personal = personal;
        this.posted = posted;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<PersonCommand, Person, PersonEvent> persons(CommandHandlers handlers) {
        return handlers.of(new PersonDecider(), PersonEventTypes.PERSON_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(PersonEventTypes.PERSON_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new PersonsProjection(personal));
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }
}
