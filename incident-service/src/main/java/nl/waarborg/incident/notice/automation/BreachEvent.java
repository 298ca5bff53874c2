package nl.waarborg.incident.notice.automation;

import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;

/** What this service reads of processor-agreement-service's events about breaches: that there is one, nothing of its content. */
public sealed interface BreachEvent {

    EventTypes<BreachEvent> TYPES = new EventTypes<>("processor-agreement", BreachEvent.class)
            .type("nl.waarborg.processor-agreement.breach-detected.v1", BreachDetected.class)
            .type("nl.waarborg.processor-agreement.controller-informed.v1", ControllerInformed.class);

    UUID securityIncidentId();

    /** Of the service desk. */
    List<UUID> relatedIncidents();

    record BreachDetected(UUID securityIncidentId, List<UUID> relatedIncidents) implements BreachEvent {}

    record ControllerInformed(UUID securityIncidentId, List<UUID> relatedIncidents) implements BreachEvent {}
}
