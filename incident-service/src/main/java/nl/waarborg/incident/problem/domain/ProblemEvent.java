package nl.waarborg.incident.problem.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface ProblemEvent {

    UUID problemId();

    record ProblemOpened(
            UUID problemId, String provider, @Personal @Nullable String title, @Nullable UUID agentId, Instant at)
            implements ProblemEvent {}

    record ProblemIncidentLinked(UUID problemId, UUID incidentId, UUID tenantId, Instant at) implements ProblemEvent {}

    record ProblemClosed(UUID problemId, @Personal @Nullable String measure, Instant at) implements ProblemEvent {}
}
