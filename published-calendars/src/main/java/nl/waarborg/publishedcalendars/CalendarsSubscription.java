package nl.waarborg.publishedcalendars;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;

/** Takes in the calendars that incident-service publishes; stores no events of its own. */
@ApplicationScoped
class CalendarsSubscription implements Aggregate {

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.to("incident", "calendars", CalendarEvent.TYPES).project(new CalendarsProjection()));
    }
}
