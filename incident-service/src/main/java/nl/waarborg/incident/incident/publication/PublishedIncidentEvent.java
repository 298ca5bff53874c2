package nl.waarborg.incident.incident.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.incident.incident.domain.Category;
import nl.waarborg.incident.incident.domain.Channel;
import nl.waarborg.incident.incident.domain.ClockSetting;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityContactDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityContactMade;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityDowngraded;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityFollowUpAgreed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityReported;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksPaused;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksResumed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CustomerReactionAdded;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineMissWithdrawn;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineWarningRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlinesRecalculated;
import nl.waarborg.incident.incident.domain.IncidentEvent.EscalationRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.FeedbackGiven;
import nl.waarborg.incident.incident.domain.IncidentEvent.FeedbackRequested;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentAssigned;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentClassified;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentHandled;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLapsed;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLinked;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentPrioritised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentReopened;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentResponseGiven;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentStatusChanged;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentSubmissionRefused;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalated;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalationRejected;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalationRequested;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryClockStarted;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryExpectationChanged;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterCorrected;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterEnded;
import nl.waarborg.incident.incident.domain.IncidentEvent.ResponseClockStarted;
import nl.waarborg.incident.incident.domain.IncidentEvent.ResponseDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.VendorReactionAdded;
import nl.waarborg.incident.incident.domain.IncidentEvent.WorkaroundProvided;
import nl.waarborg.incident.incident.domain.IncidentType;
import nl.waarborg.incident.incident.domain.Recalculation;
import nl.waarborg.incident.incident.domain.RecalculationCause;
import nl.waarborg.incident.incident.domain.Status;
import nl.waarborg.incident.incident.domain.Team;
import nl.waarborg.incident.incident.domain.Topic;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.DeadlineCalculation.Basis;
import nl.waarborg.terms.clock.Waiting.Party;
import org.jspecify.annotations.Nullable;

/** What other services may know: identifiers, times and states; no title, no text, no name of a person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface PublishedIncidentEvent {

    record RaisedV1(
            UUID incidentId,
            String number,
            @Nullable UUID submitterId,
            Channel channel,
            Topic topic,
            @Nullable UUID environmentId,
            @Nullable IncidentType claimedType,
            @Nullable Priority claimedPriority,
            boolean urgent,
            boolean helpCenterConsulted,
            boolean chargeable,
            boolean firstClass,
            Instant raisedAt)
            implements PublishedIncidentEvent {}

    record ClassifiedV1(
            UUID incidentId,
            IncidentType type,
            @Nullable Category category,
            @Nullable IncidentType previousType,
            Instant classifiedAt)
            implements PublishedIncidentEvent {}

    record PrioritisedV1(
            UUID incidentId,
            Priority priority,
            @Nullable Priority previousPriority,
            boolean atIntake,
            Instant prioritisedAt)
            implements PublishedIncidentEvent {}

    record AssignedV1(UUID incidentId, @Nullable UUID agentId, Team team, Instant assignedAt)
            implements PublishedIncidentEvent {}

    record ClockStartedV1(UUID incidentId, Clock clock) implements PublishedIncidentEvent {}

    record DeadlinesRecalculatedV1(
            UUID incidentId, List<Change> clocks, RecalculationCause cause, Instant recalculatedAt)
            implements PublishedIncidentEvent {}

    record ResponseGivenV1(UUID incidentId, Instant respondedAt) implements PublishedIncidentEvent {}

    record StatusChangedV1(UUID incidentId, Status from, Status to, @Nullable Party waitingFor, Instant changedAt)
            implements PublishedIncidentEvent {}

    record WorkaroundProvidedV1(UUID incidentId, Instant providedAt) implements PublishedIncidentEvent {}

    record HandledV1(UUID incidentId, Instant handledAt) implements PublishedIncidentEvent {}

    record LapsedV1(UUID incidentId, Instant lapsedAt) implements PublishedIncidentEvent {}

    record ReopenedV1(UUID incidentId, Instant reopenedAt) implements PublishedIncidentEvent {}

    record DeadlineMissedV1(UUID incidentId, ClockKind clock, @Nullable Priority priority, Instant deadline)
            implements PublishedIncidentEvent {}

    /** Most of the clock's open time is used up. */
    record DeadlineWarningRaisedV1(UUID incidentId, ClockKind clock, Instant deadline, Instant raisedAt)
            implements PublishedIncidentEvent {}

    record DeadlineMissWithdrawnV1(UUID incidentId, ClockKind clock, Instant deadline)
            implements PublishedIncidentEvent {}

    record PriorityEscalationRequestedV1(UUID incidentId, Priority requestedPriority, Instant requestedAt)
            implements PublishedIncidentEvent {}

    record PriorityEscalatedV1(
            UUID incidentId,
            @Nullable UUID assessorId,
            Priority from,
            Priority to,
            boolean firstClass,
            List<Change> clocks,
            Instant escalatedAt)
            implements PublishedIncidentEvent {}

    record PriorityEscalationRejectedV1(
            UUID incidentId,
            @Nullable UUID assessorId,
            Priority requestedPriority,
            @Nullable String rule,
            boolean firstClass,
            Instant rejectedAt)
            implements PublishedIncidentEvent {}

    record CalamityReportedV1(UUID incidentId, @Nullable Clock contactClock, boolean insideWindow, Instant reportedAt)
            implements PublishedIncidentEvent {}

    record CalamityContactMadeV1(UUID incidentId, @Nullable UUID contactedPersonId, Instant contactedAt)
            implements PublishedIncidentEvent {}

    record CalamityDowngradedV1(UUID incidentId, Instant downgradedAt) implements PublishedIncidentEvent {}

    record EscalationRaisedV1(UUID incidentId, String toRole, Instant raisedAt) implements PublishedIncidentEvent {}

    /** A clock as it was set. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Clock(
            ClockKind clock,
            Instant since,
            Instant startsAt,
            Instant deadline,
            @Nullable Instant target,
            String termKey,
            String term,
            String rule,
            String calendar,
            int calendarVersion,
            int termsVersion) {

        private static Clock of(ClockSetting setting) {
            return new Clock(
                    setting.kind(),
                    setting.since(),
                    setting.startsAt(),
                    setting.deadline(),
                    setting.target(),
                    setting.termKey(),
                    setting.term(),
                    setting.rule(),
                    setting.calendar(),
                    setting.calendarVersion(),
                    setting.termsVersion());
        }
    }

    /** A deadline before and after. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(ClockKind clock, @Nullable Instant oldDeadline, @Nullable Instant newDeadline, Basis basis) {

        private static List<Change> of(List<Recalculation> clocks) {
            return clocks.stream()
                    .map(clock -> new Change(
                            clock.kind(),
                            clock.oldDeadline(),
                            clock.net() == null ? null : clock.net().deadline(),
                            clock.basis()))
                    .toList();
        }
    }

    /** The type and the data under which it leaves the service, or empty if it stays inside. */
    static Optional<PublishedEvent> from(RecordedEvent<IncidentEvent> recorded) {
        var id = recorded.stream().id();
        return switch (recorded.event()) {
            case IncidentRaised e ->
                published(
                        "raised",
                        new RaisedV1(
                                id,
                                e.number(),
                                e.submitter(),
                                e.channel(),
                                e.topic(),
                                e.environment(),
                                e.claimedType(),
                                e.claimedPriority(),
                                e.urgent(),
                                e.helpCenterConsulted(),
                                e.chargeable(),
                                e.firstClass(),
                                e.at()));
            case IncidentClassified e ->
                published("classified", new ClassifiedV1(id, e.type(), e.category(), e.previousType(), e.at()));
            case IncidentPrioritised e ->
                published(
                        "prioritised", new PrioritisedV1(id, e.priority(), e.previousPriority(), e.atIntake(), e.at()));
            case IncidentAssigned e -> published("assigned", new AssignedV1(id, e.agent(), e.team(), e.at()));
            case ResponseClockStarted e -> published("clock-started", new ClockStartedV1(id, Clock.of(e.clock())));
            case RecoveryClockStarted e -> published("clock-started", new ClockStartedV1(id, Clock.of(e.clock())));
            case DeadlinesRecalculated e ->
                published(
                        "deadlines-recalculated",
                        new DeadlinesRecalculatedV1(id, Change.of(e.clocks()), e.cause(), e.at()));
            case IncidentResponseGiven e -> published("response-given", new ResponseGivenV1(id, e.at()));
            case IncidentStatusChanged e ->
                published("status-changed", new StatusChangedV1(id, e.from(), e.to(), e.waitingFor(), e.at()));
            case WorkaroundProvided e -> published("workaround-provided", new WorkaroundProvidedV1(id, e.at()));
            case IncidentHandled e -> published("handled", new HandledV1(id, e.at()));
            case IncidentLapsed e -> published("lapsed", new LapsedV1(id, e.at()));
            case IncidentReopened e -> published("reopened", new ReopenedV1(id, e.at()));
            case ResponseDeadlineMissed e ->
                published("deadline-missed", new DeadlineMissedV1(id, ClockKind.RESPONSE, e.priority(), e.deadline()));
            case RecoveryDeadlineMissed e ->
                published("deadline-missed", new DeadlineMissedV1(id, ClockKind.RECOVERY, e.priority(), e.deadline()));
            case CalamityContactDeadlineMissed e ->
                published("deadline-missed", new DeadlineMissedV1(id, ClockKind.CALAMITY_CONTACT, null, e.deadline()));
            case DeadlineWarningRaised e ->
                published("deadline-warning-raised", new DeadlineWarningRaisedV1(id, e.clock(), e.deadline(), e.at()));
            case DeadlineMissWithdrawn e ->
                published("deadline-miss-withdrawn", new DeadlineMissWithdrawnV1(id, e.clock(), e.deadline()));
            case PriorityEscalationRequested e ->
                published(
                        "priority-escalation-requested",
                        new PriorityEscalationRequestedV1(id, e.requestedPriority(), e.at()));
            case PriorityEscalated e ->
                published(
                        "priority-escalated",
                        new PriorityEscalatedV1(
                                id, e.assessor(), e.from(), e.to(), e.firstClass(), Change.of(e.clocks()), e.at()));
            case PriorityEscalationRejected e ->
                published(
                        "priority-escalation-rejected",
                        new PriorityEscalationRejectedV1(
                                id, e.assessor(), e.requestedPriority(), e.rule(), e.firstClass(), e.at()));
            case CalamityReported e ->
                published(
                        "calamity-reported",
                        new CalamityReportedV1(
                                id,
                                e.contactClock() == null ? null : Clock.of(e.contactClock()),
                                e.insideWindow(),
                                e.at()));
            case CalamityContactMade e ->
                published("calamity-contact-made", new CalamityContactMadeV1(id, e.contactedPerson(), e.at()));
            case CalamityDowngraded e -> published("calamity-downgraded", new CalamityDowngradedV1(id, e.at()));
            case EscalationRaised e -> published("escalation-raised", new EscalationRaisedV1(id, e.toRole(), e.at()));
            // The dossier, the ratings and the pauses are between the customer and support.
            case IncidentSubmissionRefused _,
                    ClocksPaused _,
                    ClocksResumed _,
                    VendorReactionAdded _,
                    CustomerReactionAdded _,
                    FeedbackRequested _,
                    FeedbackGiven _,
                    CalamityFollowUpAgreed _,
                    IncidentLinked _,
                    RecoveryExpectationChanged _,
                    RelatedMatterEnded _,
                    RelatedMatterCorrected _ -> Optional.empty();
        };
    }

    private static Optional<PublishedEvent> published(String name, PublishedIncidentEvent data) {
        return Optional.of(new PublishedEvent("nl.waarborg.incident." + name + ".v1", data));
    }
}
