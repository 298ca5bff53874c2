package nl.waarborg.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.incident.notice.automation.BreachEvent;
import nl.waarborg.incident.notice.automation.IncidentLinks;
import nl.waarborg.incident.notice.automation.WhenBreachDetectedThenLinkIncidents;
import nl.waarborg.incident.notice.automation.WhenRestoreRequestedThenLinkIncident;
import nl.waarborg.incident.notice.projection.AvailabilityEvent;
import nl.waarborg.incident.notice.projection.AvailabilityNoticesProjection;
import nl.waarborg.incident.notice.projection.DisasterNoticesProjection;
import nl.waarborg.incident.notice.projection.LinkedNotices;
import nl.waarborg.incident.notice.projection.RecoveryEvent;

/** Takes in what others say of the platform (catalogue 6); stores no events of its own. */
@ApplicationScoped
class NoticesOfOthers implements Aggregate {

    private final IncidentLinks links;
    private final WhenBreachDetectedThenLinkIncidents breaches;
    private final WhenRestoreRequestedThenLinkIncident restores;

    NoticesOfOthers(
            IncidentLinks links,
            WhenBreachDetectedThenLinkIncidents breaches,
            WhenRestoreRequestedThenLinkIncident restores) {
        this.links = links;
        this.breaches = breaches;
        this.restores = restores;
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of();
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new LinkedNotices());
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.to("availability", "availability-notices", AvailabilityEvent.TYPES)
                        .project(new AvailabilityNoticesProjection()),
                Subscription.to("backup", "disaster-notices", RecoveryEvent.TYPES)
                        .project(new DisasterNoticesProjection())
                        .automate(restores),
                Subscription.to("processor-agreement", "breaches", BreachEvent.TYPES)
                        .automate(breaches));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return links.reactions();
    }
}
