package nl.waarborg.availability.performance.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What incidents say about performance (AVL-024). Times are business times, UTC. */
public sealed interface ComplaintCommand {

    record LinkIncidentToMeasurements(
            UUID incidentId,
            String provider,
            Instant raisedAt,
            LocalDate day,
            List<ObservedFunction> observed,
            Instant at)
            implements ComplaintCommand {}

    record UnlinkIncident(UUID incidentId, Instant at) implements ComplaintCommand {}
}
