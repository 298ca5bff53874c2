package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.Waiting.Party;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an incident. {@code at} is business time in UTC; a {@link Promise} holds the facts of the tenant that a rule
 * needs as of that moment.
 */
public sealed interface IncidentCommand {

    Instant at();

    /**
     * @param source the system that gave the number
     * @param productionDisrupting whether the reporter says that production is disrupted (INC-030)
     * @param calamity reported as a calamity (INC-022)
     * @param outage the known outage that the report is about, if the reporter named one
     * @param chargeable what the vendor says about it; null: what the topic implies (INC-060, XSV-020)
     */
    record RaiseIncident(
            String source,
            String number,
            @Nullable UUID submitter,
            Channel channel,
            String title,
            String description,
            @Nullable UUID environment,
            Topic topic,
            @Nullable IncidentType claimedType,
            @Nullable Priority claimedPriority,
            boolean urgent,
            boolean productionDisrupting,
            boolean calamity,
            boolean helpCenterConsulted,
            @Nullable String reachableContact,
            @Nullable Boolean chargeable,
            @Nullable Related outage,
            SubmissionRight right,
            Promise promise,
            Instant at)
            implements IncidentCommand {}

    record ClassifyIncident(IncidentType type, @Nullable Category category, Promise promise, Instant at)
            implements IncidentCommand {}

    record PrioritiseIncident(
            Priority priority, boolean productionDisrupting, @Nullable String reason, Promise promise, Instant at)
            implements IncidentCommand {}

    /** The button 'Prioriteit verhogen' (INC-020); without a wish one step up. */
    record RequestPriorityEscalation(
            @Nullable UUID person,
            @Nullable Priority requestedPriority,
            @Nullable String motivation,
            boolean productionDisrupting,
            Instant at)
            implements IncidentCommand {}

    /** Accepts the requested raise if the conditions are met, else records that it is rejected (INC-021). */
    record EscalatePriority(
            @Nullable UUID assessor,
            @Nullable Priority priority,
            boolean productionDisrupting,
            String reason,
            Promise promise,
            Instant at)
            implements IncidentCommand {}

    record RejectPriorityEscalation(@Nullable UUID assessor, String reason, Promise promise, Instant at)
            implements IncidentCommand {}

    record AssignIncident(
            @Nullable UUID agent, @Nullable Team team, @Nullable String group, Promise promise, Instant at)
            implements IncidentCommand {}

    /** A person of the vendor reacted, by phone for instance (INC-032). */
    record GiveFirstResponse(@Nullable UUID agent, Instant at) implements IncidentCommand {}

    record AddVendorReaction(
            UUID reaction,
            @Nullable UUID agent,
            String text,
            List<UUID> attachments,
            boolean automatic,
            boolean visible,
            Instant at)
            implements IncidentCommand {}

    /** An answer of the customer; it ends waiting for the customer. */
    record AddCustomerReaction(
            UUID reaction, @Nullable UUID person, String text, List<UUID> attachments, Promise promise, Instant at)
            implements IncidentCommand {}

    record WaitForParty(Party party, @Nullable String reason, Promise promise, Instant at) implements IncidentCommand {}

    record ResumeIncident(@Nullable String reason, Promise promise, Instant at) implements IncidentCommand {}

    record ProvideWorkaround(@Nullable UUID agent, String description, Promise promise, Instant at)
            implements IncidentCommand {}

    record HandleIncident(@Nullable UUID agent, String solution, Promise promise, Instant at)
            implements IncidentCommand {}

    record LapseIncident(String reason, Instant at) implements IncidentCommand {}

    record ReopenIncident(@Nullable UUID person, String reason, Instant at) implements IncidentCommand {}

    /** @param score from 1 to 5 */
    record GiveFeedback(@Nullable UUID person, int score, @Nullable String remark, Instant at)
            implements IncidentCommand {}

    record ReportCalamity(Promise promise, Instant at) implements IncidentCommand {}

    record RecordCalamityContact(@Nullable UUID agent, @Nullable UUID contactedPerson, Instant at)
            implements IncidentCommand {}

    record AgreeCalamityFollowUp(String followUp, Instant at) implements IncidentCommand {}

    record DowngradeCalamity(@Nullable UUID agent, String reason, Instant at) implements IncidentCommand {}

    record EscalateIncident(@Nullable UUID person, String reason, Instant at) implements IncidentCommand {}

    /** Links it, or brings the link up to date with what is known of the other matter. */
    record LinkIncident(Related related, Instant at) implements IncidentCommand {}

    /** By the clock: {@code at} is the deadline that fell due. */
    record NoticeMissedDeadline(ClockKind clock, Instant at) implements IncidentCommand {}

    /** By the clock: {@code at} is when most of the open time was used up. */
    record WarnOfDeadline(ClockKind clock, Promise promise, Instant at) implements IncidentCommand {}

    /** Another version of a calendar was published: open clocks are set anew. */
    record RecalculateDeadlines(Promise promise, Instant at) implements IncidentCommand {}
}
