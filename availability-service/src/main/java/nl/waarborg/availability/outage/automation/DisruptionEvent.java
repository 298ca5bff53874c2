package nl.waarborg.availability.outage.automation;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;

/** What this service reads of incident-service's published events, and no more. */
public sealed interface DisruptionEvent {

    EventTypes<DisruptionEvent> TYPES = new EventTypes<>("incident", DisruptionEvent.class)
            .type("nl.waarborg.incident.calamity-reported.v1", CalamityReported.class)
            .type("nl.waarborg.incident.classified.v1", IncidentClassified.class);

    UUID incidentId();

    record CalamityReported(UUID incidentId, Instant reportedAt) implements DisruptionEvent {}

    /** @param type only a disruption may be an outage */
    record IncidentClassified(UUID incidentId, String type, Instant classifiedAt) implements DisruptionEvent {}
}
