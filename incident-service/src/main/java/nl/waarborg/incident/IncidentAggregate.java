package nl.waarborg.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.incident.incident.api.PostedIncidents;
import nl.waarborg.incident.incident.automation.IncidentDeadlines;
import nl.waarborg.incident.incident.domain.Incident;
import nl.waarborg.incident.incident.domain.IncidentCommand;
import nl.waarborg.incident.incident.domain.IncidentDecider;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.projection.CalendarsOfOpenClocksProjection;
import nl.waarborg.incident.incident.projection.IncidentDeadlinesProjection;
import nl.waarborg.incident.incident.projection.IncidentsProjection;
import nl.waarborg.incident.incident.publication.PublishedIncidentEvent;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;

/** Incidents and their clocks (INC-001 to INC-009, INC-020 to INC-045, INC-058 to INC-061). */
@ApplicationScoped
class IncidentAggregate implements Aggregate {

    private final PersonalData personal;
    private final PostedIncidents posted;
    private final IncidentDeadlines deadlines;

    IncidentAggregate(PersonalData personal, PostedIncidents posted, IncidentDeadlines deadlines) {
        this.personal = personal;
        this.posted = posted;
        this.deadlines = deadlines;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<IncidentCommand, Incident, IncidentEvent> incidents(CommandHandlers handlers) {
        return handlers.of(new IncidentDecider(), IncidentEventTypes.INCIDENT_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(IncidentEventTypes.INCIDENT_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new IncidentsProjection(personal),
                new IncidentDeadlinesProjection(),
                new CalendarsOfOpenClocksProjection());
    }

    @Override
    @SuppressWarnings("unchecked") // the event tells the family
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof IncidentEvent
                ? PublishedIncidentEvent.from((RecordedEvent<IncidentEvent>) recorded)
                : Optional.empty();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return deadlines.handlers();
    }
}
