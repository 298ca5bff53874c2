package nl.waarborg.processoragreement.firstclass.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare.ActivityKind;
import nl.waarborg.processoragreement.firstclass.domain.FirstClassCare.Entitlement;
import org.jspecify.annotations.Nullable;

/** What is done for a First Class customer; each with what its terms give on the day in question. */
public sealed interface FirstClassCareCommand {

    Entitlement entitlement();

    record AssignFirstClassContact(UUID employeeId, Entitlement entitlement) implements FirstClassCareCommand {}

    record PlanFirstClassMeeting(UUID meetingId, Instant at, int minutes, Entitlement entitlement)
            implements FirstClassCareCommand {}

    record HoldFirstClassMeeting(
            UUID meetingId, Instant at, int minutes, List<UUID> discussedIncidents, Entitlement entitlement)
            implements FirstClassCareCommand {}

    record BookOptimisationSession(UUID sessionId, LocalDate date, Entitlement entitlement)
            implements FirstClassCareCommand {}

    record PlanTestSession(UUID sessionId, UUID releaseId, LocalDate date, Entitlement entitlement)
            implements FirstClassCareCommand {}

    record RecordFirstClassActivity(
            UUID activityId, ActivityKind kind, LocalDate on, @Nullable String note, Entitlement entitlement)
            implements FirstClassCareCommand {}
}
