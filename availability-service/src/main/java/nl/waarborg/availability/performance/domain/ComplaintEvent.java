package nl.waarborg.availability.performance.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface ComplaintEvent {

    UUID incidentId();

    /**
     * @param day of the report, local in Amsterdam; the measurements are kept by day
     * @param observed how functions answered on that day, as far as was known when it was linked
     */
    record PerformanceComplaintLinked(
            UUID incidentId,
            String provider,
            Instant raisedAt,
            LocalDate day,
            List<ObservedFunction> observed,
            Instant at)
            implements ComplaintEvent {}

    /** The incident turned out to be about something else. */
    record PerformanceComplaintUnlinked(UUID incidentId, Instant at) implements ComplaintEvent {}
}
