package nl.waarborg.availability.performance.projection;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import org.jspecify.annotations.Nullable;

/** What is read here of incident-service's published events, and no more. */
public sealed interface IncidentNews {

    String PERFORMANCE = "PERFORMANCE";

    EventTypes<IncidentNews> TYPES = new EventTypes<>("incident", IncidentNews.class)
            .type("nl.waarborg.incident.raised.v1", IncidentRaised.class)
            .type("nl.waarborg.incident.classified.v1", IncidentClassified.class);

    UUID incidentId();

    record IncidentRaised(UUID incidentId, Instant raisedAt) implements IncidentNews {}

    record IncidentClassified(UUID incidentId, @Nullable String category, Instant classifiedAt)
            implements IncidentNews {}
}
