package nl.waarborg.availability.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.waarborg.availability.status.projection.MaintenanceNoticesProjection;
import nl.waarborg.availability.status.projection.MonthsShownProjection;
import nl.waarborg.availability.status.projection.OutageNoticesProjection;
import nl.waarborg.availability.status.projection.SystemsShownProjection;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;

/** The public status page: it stores nothing of its own, it tells what outages and maintenance say (AVL-025, AVL-026). */
@ApplicationScoped
class StatusAggregate implements Aggregate {

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of();
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new OutageNoticesProjection(),
                new MaintenanceNoticesProjection(),
                new SystemsShownProjection(),
                new MonthsShownProjection());
    }
}
