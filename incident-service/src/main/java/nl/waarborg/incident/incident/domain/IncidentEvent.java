package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.Waiting.Party;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an incident; the stream's id is the incident's. Every {@code at} is business time in UTC. Personal texts read as
 * null once the tenant's key is destroyed.
 *
 * <p>Stored forever. Changing a component needs an upcaster and a new sample in stored-events.
 */
public sealed interface IncidentEvent {

    /** Business time, UTC. */
    Instant at();

    /**
     * A report was registered (INC-001, INC-002, INC-003, INC-058).
     *
     * @param source the system that gave the number, as it names itself
     * @param number what people call it, unique within the tenant and source
     * @param submitter whoever the updates go to; null if a mail or a source names nobody that is known
     * @param urgent whether the submitter phoned as well (INC-020)
     * @param firstClass whether the tenant had First Class at that moment
     * @param chargeable whether the support may be charged (INC-060, XSV-020)
     * @param reachableContact how the customer is reached while work goes on outside office hours (INC-044)
     */
    record IncidentRaised(
            String source,
            String number,
            @Nullable UUID submitter,
            Channel channel,
            @Personal @Nullable String title,
            @Personal @Nullable String description,
            @Nullable UUID environment,
            Topic topic,
            @Nullable IncidentType claimedType,
            @Nullable Priority claimedPriority,
            boolean urgent,
            boolean helpCenterConsulted,
            @Personal @Nullable String reachableContact,
            boolean chargeable,
            boolean firstClass,
            Instant at)
            implements IncidentEvent {}

    /** The contract gives this person or tenant no right to submit (INC-012, INC-013, INC-061, XSV-014). */
    record IncidentSubmissionRefused(@Nullable UUID person, RefusalReason reason, Channel channel, Instant at)
            implements IncidentEvent {}

    record IncidentClassified(
            IncidentType type, @Nullable Category category, @Nullable IncidentType previousType, Instant at)
            implements IncidentEvent {}

    /** @param atIntake true if it follows from what was claimed; support has not looked yet */
    record IncidentPrioritised(
            Priority priority,
            @Nullable Priority previousPriority,
            @Personal @Nullable String reason,
            boolean atIntake,
            Instant at)
            implements IncidentEvent {}

    record IncidentAssigned(@Nullable UUID agent, Team team, @Nullable String group, Instant at)
            implements IncidentEvent {}

    record ResponseClockStarted(ClockSetting clock, Instant at) implements IncidentEvent {}

    record RecoveryClockStarted(ClockSetting clock, Instant at) implements IncidentEvent {}

    record DeadlinesRecalculated(List<Recalculation> clocks, RecalculationCause cause, Instant at)
            implements IncidentEvent {
        public DeadlinesRecalculated {
            clocks = List.copyOf(clocks);
        }
    }

    /** Waiting began and the tenant's terms pause these clocks for it (OP-06). */
    record ClocksPaused(List<ClockKind> clocks, Party waitingFor, Instant at) implements IncidentEvent {
        public ClocksPaused {
            clocks = List.copyOf(clocks);
        }
    }

    record ClocksResumed(List<NetDeadline> deadlines, Instant at) implements IncidentEvent {
        public ClocksResumed {
            deadlines = List.copyOf(deadlines);
        }
    }

    /** The vendor reacted for the first time (INC-032); a person did, for an automatic mail is no reaction (OP-08). */
    record IncidentResponseGiven(@Nullable UUID agent, Instant at) implements IncidentEvent {}

    /** @param visible false for a note that only the vendor's staff see */
    record VendorReactionAdded(
            UUID reaction,
            @Nullable UUID agent,
            @Personal @Nullable String text,
            List<UUID> attachments,
            boolean automatic,
            boolean visible,
            Instant at)
            implements IncidentEvent {
        public VendorReactionAdded {
            attachments = List.copyOf(attachments);
        }
    }

    record CustomerReactionAdded(
            UUID reaction, @Nullable UUID person, @Personal @Nullable String text, List<UUID> attachments, Instant at)
            implements IncidentEvent {
        public CustomerReactionAdded {
            attachments = List.copyOf(attachments);
        }
    }

    record IncidentStatusChanged(
            Status from, Status to, @Nullable Party waitingFor, @Personal @Nullable String reason, Instant at)
            implements IncidentEvent {}

    record WorkaroundProvided(@Nullable UUID agent, @Personal @Nullable String description, Instant at)
            implements IncidentEvent {}

    record IncidentHandled(@Nullable UUID agent, @Personal @Nullable String solution, Instant at)
            implements IncidentEvent {}

    record IncidentLapsed(@Personal @Nullable String reason, Instant at) implements IncidentEvent {}

    record IncidentReopened(@Nullable UUID person, @Personal @Nullable String reason, Instant at)
            implements IncidentEvent {}

    record FeedbackRequested(@Nullable UUID submitter, Instant at) implements IncidentEvent {}

    /** @param score from 1 (bad) to 5 (good) */
    record FeedbackGiven(@Nullable UUID person, int score, @Personal @Nullable String remark, Instant at)
            implements IncidentEvent {}

    /** @param at the deadline that passed */
    record ResponseDeadlineMissed(@Nullable Priority priority, Instant deadline, Instant at) implements IncidentEvent {}

    record RecoveryDeadlineMissed(@Nullable Priority priority, Instant deadline, Instant at) implements IncidentEvent {}

    record CalamityContactDeadlineMissed(Instant deadline, Instant at) implements IncidentEvent {}

    /** A fact that came in late shows that the deadline was kept, or had not come yet. */
    record DeadlineMissWithdrawn(ClockKind clock, Instant deadline, Instant at) implements IncidentEvent {}

    /** Most of a clock's open time is used up; {@code notifyAt} is the first moment in service hours, for mail to staff. */
    record DeadlineWarningRaised(ClockKind clock, Instant deadline, Instant notifyAt, Instant at)
            implements IncidentEvent {}

    /** @param requestedPriority one step up if the button was pressed without a wish */
    record PriorityEscalationRequested(
            @Nullable UUID person,
            Priority requestedPriority,
            @Personal @Nullable String motivation,
            boolean productionDisrupting,
            Instant at)
            implements IncidentEvent {}

    /**
     * A raise of priority was accepted (INC-021).
     *
     * @param firstClass as it was at the moment of the decision
     * @param clocks deadlines before and after
     */
    record PriorityEscalated(
            @Nullable UUID assessor,
            Priority from,
            Priority to,
            @Personal @Nullable String reason,
            boolean firstClass,
            List<Recalculation> clocks,
            Instant at)
            implements IncidentEvent {
        public PriorityEscalated {
            clocks = List.copyOf(clocks);
        }
    }

    /** @param rule the rule whose condition is not met; null if the assessor decided so */
    record PriorityEscalationRejected(
            @Nullable UUID assessor,
            Priority requestedPriority,
            @Nullable String rule,
            @Personal @Nullable String reason,
            boolean firstClass,
            Instant at)
            implements IncidentEvent {}

    /**
     * A production-disrupting problem with large impact (INC-022).
     *
     * @param contactClock null if the tenant's terms promise no contact
     * @param insideWindow whether the calamity service was reachable at that moment
     */
    record CalamityReported(@Nullable ClockSetting contactClock, boolean insideWindow, Instant at)
            implements IncidentEvent {}

    record CalamityContactMade(@Nullable UUID agent, @Nullable UUID contactedPerson, Instant at)
            implements IncidentEvent {}

    record CalamityFollowUpAgreed(@Personal @Nullable String followUp, Instant at) implements IncidentEvent {}

    record CalamityDowngraded(@Nullable UUID agent, @Personal @Nullable String reason, Instant at)
            implements IncidentEvent {}

    /** The customer turns to its account manager (INC-059). */
    record EscalationRaised(@Nullable UUID person, String toRole, @Personal @Nullable String reason, Instant at)
            implements IncidentEvent {}

    /**
     * The incident belongs to something that has an owner of its own (catalogue 6).
     *
     * @param submitter who is told of it
     * @param expectedAt when recovery is expected, if the other side said so
     */
    record IncidentLinked(
            RelatedKind kind, UUID related, @Nullable UUID submitter, @Nullable Instant expectedAt, Instant at)
            implements IncidentEvent {}

    /** @param expectedAt when recovery is expected now; null: that cannot be said any more */
    record RecoveryExpectationChanged(RelatedKind kind, UUID related, @Nullable Instant expectedAt, Instant at)
            implements IncidentEvent {}

    /** The outage or disaster that the incident belongs to is over; the incident itself is handled as any other. */
    record RelatedMatterEnded(RelatedKind kind, UUID related, @Nullable UUID submitter, Instant endedAt, Instant at)
            implements IncidentEvent {}

    /**
     * What was over ended at another time than was said, or lasts again.
     *
     * @param expectedAt when recovery is expected, or null
     * @param endedAt null: it lasts again
     */
    record RelatedMatterCorrected(
            RelatedKind kind,
            UUID related,
            @Nullable UUID submitter,
            @Nullable Instant expectedAt,
            @Nullable Instant endedAt,
            Instant at)
            implements IncidentEvent {}
}
