package nl.waarborg.incident.problem.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What support staff can ask of a problem. Times are business times, UTC. */
public sealed interface ProblemCommand {

    UUID problemId();

    record OpenProblem(UUID problemId, String provider, String title, @Nullable UUID agentId, Instant at)
            implements ProblemCommand {}

    /** @param tenantId the customer of the incident; a fact: it is served by the problem's provider */
    record LinkIncidentToProblem(UUID problemId, UUID incidentId, UUID tenantId, Instant at)
            implements ProblemCommand {}

    /** @param measure what prevents the incidents from now on */
    record CloseProblem(UUID problemId, String measure, Instant at) implements ProblemCommand {}
}
