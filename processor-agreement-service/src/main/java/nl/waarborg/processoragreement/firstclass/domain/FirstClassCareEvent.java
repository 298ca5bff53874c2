package nl.waarborg.processoragreement.firstclass.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare.ActivityKind;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface FirstClassCareEvent {

    record FirstClassContactAssigned(UUID employeeId) implements FirstClassCareEvent {}

    record FirstClassMeetingPlanned(UUID meetingId, Instant at, int minutes) implements FirstClassCareEvent {}

    record FirstClassMeetingHeld(UUID meetingId, Instant at, int minutes, List<UUID> discussedIncidents)
            implements FirstClassCareEvent {}

    record OptimisationSessionBooked(UUID sessionId, LocalDate date, int year) implements FirstClassCareEvent {}

    record OptimisationSessionRefused(LocalDate date, SessionRefusal reason) implements FirstClassCareEvent {}

    enum SessionRefusal {
        NO_FIRST_CLASS,
        OUTSIDE_SEASON,
        NONE_LEFT
    }

    record TestSessionPlanned(UUID sessionId, UUID releaseId, LocalDate date) implements FirstClassCareEvent {}

    record FirstClassActivityRecorded(UUID activityId, ActivityKind kind, LocalDate on, @Personal @Nullable String note)
            implements FirstClassCareEvent {}
}
