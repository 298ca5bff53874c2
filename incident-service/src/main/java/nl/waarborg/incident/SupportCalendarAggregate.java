package nl.waarborg.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendar;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarDecider;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent;
import nl.waarborg.incident.supportcalendar.projection.SupportCalendarsProjection;
import nl.waarborg.incident.supportcalendar.publication.PublishedSupportCalendar;
import nl.waarborg.incident.supportcalendar.storage.SupportCalendarEventTypes;

/** Published support hours (INC-015 to INC-019, INC-023 to INC-025). */
@ApplicationScoped
class SupportCalendarAggregate implements Aggregate {

    @Produces
    @ApplicationScoped
    static CommandHandler<SupportCalendarCommand, SupportCalendar, SupportCalendarEvent> calendars(
            CommandHandlers handlers) {
        return handlers.of(new SupportCalendarDecider(), SupportCalendarEventTypes.CALENDAR_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(SupportCalendarEventTypes.CALENDAR_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new SupportCalendarsProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof SupportCalendarEvent event
                ? PublishedSupportCalendar.from(event)
                : Optional.empty();
    }
}
