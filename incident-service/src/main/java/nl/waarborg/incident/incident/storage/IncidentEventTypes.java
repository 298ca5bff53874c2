package nl.waarborg.incident.incident.storage;

import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
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

/** The stored names of incident events, kept forever, and the stream of an incident. */
public final class IncidentEventTypes {

    public static final String CATEGORY = "incident";

    /** Whose numbers this service itself gives out. */
    public static final String OWN_SOURCE = "urn:waarborg:incident";

    public static final EventTypes<IncidentEvent> INCIDENT_EVENTS = new EventTypes<>(CATEGORY, IncidentEvent.class)
            .type("incident-raised", IncidentRaised.class)
            .type("incident-submission-refused", IncidentSubmissionRefused.class)
            .type("incident-classified", IncidentClassified.class)
            .type("incident-prioritised", IncidentPrioritised.class)
            .type("incident-assigned", IncidentAssigned.class)
            .type("response-clock-started", ResponseClockStarted.class)
            .type("recovery-clock-started", RecoveryClockStarted.class)
            .type("deadlines-recalculated", DeadlinesRecalculated.class)
            .type("clocks-paused", ClocksPaused.class)
            .type("clocks-resumed", ClocksResumed.class)
            .type("incident-response-given", IncidentResponseGiven.class)
            .type("vendor-reaction-added", VendorReactionAdded.class)
            .type("customer-reaction-added", CustomerReactionAdded.class)
            .type("incident-status-changed", IncidentStatusChanged.class)
            .type("workaround-provided", WorkaroundProvided.class)
            .type("incident-handled", IncidentHandled.class)
            .type("incident-lapsed", IncidentLapsed.class)
            .type("incident-reopened", IncidentReopened.class)
            .type("feedback-requested", FeedbackRequested.class)
            .type("feedback-given", FeedbackGiven.class)
            .type("response-deadline-missed", ResponseDeadlineMissed.class)
            .type("recovery-deadline-missed", RecoveryDeadlineMissed.class)
            .type("calamity-contact-deadline-missed", CalamityContactDeadlineMissed.class)
            .type("deadline-miss-withdrawn", DeadlineMissWithdrawn.class)
            .type("deadline-warning-raised", DeadlineWarningRaised.class)
            .type("priority-escalation-requested", PriorityEscalationRequested.class)
            .type("priority-escalated", PriorityEscalated.class)
            .type("priority-escalation-rejected", PriorityEscalationRejected.class)
            .type("calamity-reported", CalamityReported.class)
            .type("calamity-contact-made", CalamityContactMade.class)
            .type("calamity-follow-up-agreed", CalamityFollowUpAgreed.class)
            .type("calamity-downgraded", CalamityDowngraded.class)
            .type("escalation-raised", EscalationRaised.class)
            .type("incident-linked", IncidentLinked.class)
            .type("recovery-expectation-changed", RecoveryExpectationChanged.class)
            .type("related-matter-ended", RelatedMatterEnded.class)
            .type("related-matter-corrected", RelatedMatterCorrected.class);

    private IncidentEventTypes() {}

    /**
     * The stream of the incident with this number: two systems may each have an incident of this number for the same tenant.
     *
     * @param source the system that gave the number, as it names itself; {@link #OWN_SOURCE} for this service
     */
    public static StreamId stream(UUID tenant, String source, String number) {
        return StreamId.natural(CATEGORY, tenant, source + '\n' + number);
    }

    public static StreamId stream(UUID incident) {
        return new StreamId(CATEGORY, incident);
    }
}
