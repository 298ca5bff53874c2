package nl.waarborg.availability.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.availability.system.storage.SystemEventTypes;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.service.Aggregate;

@ApplicationScoped
class OthersFamilies implements Aggregate {

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(
                OutageEventTypes.OUTAGE_EVENTS,
                SystemEventTypes.SYSTEM_EVENTS);
    }
}
