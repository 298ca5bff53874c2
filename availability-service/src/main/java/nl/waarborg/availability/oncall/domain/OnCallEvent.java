package nl.waarborg.availability.oncall.domain;

import java.time.Instant;
import java.util.UUID;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. Intervals are half open, UTC. */
public sealed interface OnCallEvent {

    String provider();

    /** @param employeeId who is available, day and night, to solve disruptions at once */
    record OnCallAssigned(String provider, UUID assignmentId, UUID employeeId, Instant from, Instant to, Instant at)
            implements OnCallEvent {}

    record OnCallWithdrawn(String provider, UUID assignmentId, Instant at) implements OnCallEvent {}

    /** Nobody is assigned. */
    record OnCallGapDetected(String provider, Instant from, Instant to, Instant at) implements OnCallEvent {}

    /** It is no longer wholly open; what of it still is, is detected again. */
    record OnCallGapClosed(String provider, Instant from, Instant to, Instant at) implements OnCallEvent {}

    /** @param through how far ahead was looked */
    record OnCallRosterReviewed(String provider, Instant through, Instant at) implements OnCallEvent {}
}
