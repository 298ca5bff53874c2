package nl.waarborg.incident.mail.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
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
import nl.waarborg.incident.incident.domain.RelatedKind;
import nl.waarborg.incident.incident.domain.Status;
import nl.waarborg.incident.mail.domain.MailCause;
import nl.waarborg.incident.mail.storage.IncidentMailEventTypes;
import org.jspecify.annotations.Nullable;

/** Which changes of an incident are told by mail: one each, due at once. History is never told (INC-006, INC-007, INC-009). */
public final class MailsDueProjection implements Projection<IncidentEvent> {

    public static final String SEND_MAIL = "send-incident-mail";
    public static final String WARN_STAFF = "warn-staff";

    private static final String DUE =
            """
            insert into incident_mail (event_id, tenant_id, incident_id, cause, status, text, occurred_at, state)
            values (?, ?, ?, ?, ?, ?, ?, 'DUE')""";
    private static final String FIRST_OF_MATTER =
            """
            insert into told_of_matter (tenant_id, related, cause, submitter, event_id)
            values (?, ?, ?, coalesce(?::uuid, '00000000-0000-0000-0000-000000000000'), ?) on conflict do nothing""";
    private static final String FORGOTTEN =
            """
            delete from told_of_matter where tenant_id = ? and related = ? and cause = ?
                and submitter = coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')""";
    private static final String DUE_OF_MATTER =
            """
            insert into incident_mail (event_id, tenant_id, incident_id, cause, expected_at, occurred_at, state)
            values (?, ?, ?, ?, ?, ?,
                case when exists (select from told_of_matter where event_id = ?) then 'DUE' else 'TOLD_BEFORE' end)""";
    private static final String WARNING =
            """
            insert into staff_warning (event_id, tenant_id, incident_id, clock, deadline, notify_at)
            values (?, ?, ?, ?, ?, ?)""";

    private final PersonalData personal;

    public MailsDueProjection(PersonalData personal) {
        this.personal = personal;
    }

    /** What a mail tells beside the incident's number and title. */
    private record Content(MailCause cause, @Nullable Status status, @Nullable String text) {}

    @Override
    public String name() {
        return "incident-mails-due";
    }

    @Override
    public Class<IncidentEvent> events() {
        return IncidentEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("incident_mail", "staff_warning", "told_of_matter");
    }

    @Override
    public void apply(List<RecordedEvent<IncidentEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            if (recorded.metadata().historic()) {
                continue;
            }
            var tenant = recorded.tenant();
            var incident = recorded.stream().id();
            var stream = IncidentMailEventTypes.stream(tenant, incident);
            var content = content(recorded.event());
            if (content != null) {
                statements.add(
                        DUE,
                        recorded.id(),
                        tenant,
                        incident,
                        content.cause(),
                        content.status(),
                        personal.protect(tenant, content.text()),
                        recorded.occurredAt());
                deadlines.add(new Deadline(SEND_MAIL, stream, recorded.id().toString(), tenant, recorded.occurredAt()));
            }
            var matter = matter(recorded.event());
            if (matter != null) {
                var opposite = matter.opposite();
                if (opposite != null) {
                    statements.add(FORGOTTEN, tenant, matter.related(), opposite, matter.submitter());
                }
                statements.add(
                        FIRST_OF_MATTER, tenant, matter.related(), matter.cause(), matter.submitter(), recorded.id());
                statements.add(
                        DUE_OF_MATTER,
                        recorded.id(),
                        tenant,
                        incident,
                        matter.cause(),
                        matter.expectedAt(),
                        recorded.occurredAt(),
                        recorded.id());
                deadlines.add(new Deadline(SEND_MAIL, stream, recorded.id().toString(), tenant, recorded.occurredAt()));
            }
            if (recorded.event() instanceof DeadlineWarningRaised warning) {
                statements.add(
                        WARNING,
                        recorded.id(),
                        tenant,
                        incident,
                        warning.clock(),
                        warning.deadline(),
                        warning.notifyAt());
                deadlines.add(new Deadline(WARN_STAFF, stream, recorded.id().toString(), tenant, warning.notifyAt()));
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    /** Null for what is no change to the submitter, or is told by the event beside it. */
    private static @Nullable Content content(IncidentEvent event) {
        return switch (event) {
            case IncidentRaised _ -> new Content(MailCause.RECEIVED, Status.SUBMITTED, null);
            case VendorReactionAdded e ->
                e.visible() && !e.automatic() ? new Content(MailCause.REACTION, null, e.text()) : null;
            case IncidentStatusChanged e -> statusChanged(e);
            case WorkaroundProvided e -> new Content(MailCause.WORKAROUND, Status.WORKAROUND_PROVIDED, e.description());
            case IncidentHandled e -> new Content(MailCause.HANDLED, Status.HANDLED, e.solution());
            case IncidentLapsed e -> new Content(MailCause.LAPSED, Status.LAPSED, e.reason());
            case IncidentReopened e -> new Content(MailCause.REOPENED, Status.IN_PROGRESS, e.reason());
            case IncidentPrioritised e ->
                e.atIntake() || e.previousPriority() == null || e.previousPriority() == e.priority()
                        ? null
                        : new Content(
                                MailCause.PRIORITY_CHANGED,
                                null,
                                priority(e.priority().name(), e.reason()));
            case PriorityEscalationRejected e -> new Content(MailCause.PRIORITY_CHANGED, null, e.reason());
            case IncidentSubmissionRefused _,
                    IncidentClassified _,
                    IncidentAssigned _,
                    ResponseClockStarted _,
                    RecoveryClockStarted _,
                    DeadlinesRecalculated _,
                    ClocksPaused _,
                    ClocksResumed _,
                    IncidentResponseGiven _,
                    CustomerReactionAdded _,
                    FeedbackRequested _, // asked in the mail that tells it was handled
                    FeedbackGiven _,
                    ResponseDeadlineMissed _,
                    RecoveryDeadlineMissed _,
                    CalamityContactDeadlineMissed _,
                    DeadlineMissWithdrawn _,
                    DeadlineWarningRaised _,
                    PriorityEscalationRequested _,
                    PriorityEscalated _,
                    CalamityReported _,
                    CalamityContactMade _,
                    CalamityFollowUpAgreed _,
                    CalamityDowngraded _,
                    EscalationRaised _,
                    IncidentLinked _,
                    RecoveryExpectationChanged _,
                    RelatedMatterEnded _,
                    RelatedMatterCorrected _ -> null; // told once of each matter
        };
    }

    /** What a mail tells of an outage or disaster. */
    private record Matter(MailCause cause, UUID related, @Nullable UUID submitter, @Nullable Instant expectedAt) {

        /** What it revokes, so that it may be told once more. */
        private @Nullable MailCause opposite() {
            return cause == MailCause.OUTAGE_OVER
                    ? MailCause.OUTAGE_NOT_OVER
                    : cause == MailCause.OUTAGE_NOT_OVER ? MailCause.OUTAGE_OVER : null;
        }
    }

    /** Null for what is no outage or disaster: a breach and a restore are told by their owners. */
    private static @Nullable Matter matter(IncidentEvent event) {
        if (event instanceof IncidentLinked e && isTold(e.kind())) {
            return new Matter(MailCause.OUTAGE_KNOWN, e.related(), e.submitter(), e.expectedAt());
        }
        // Another end is no news to who knows that it is over.
        if (event instanceof RelatedMatterCorrected e && isTold(e.kind()) && e.endedAt() == null) {
            return new Matter(MailCause.OUTAGE_NOT_OVER, e.related(), e.submitter(), e.expectedAt());
        }
        return event instanceof RelatedMatterEnded e && isTold(e.kind())
                ? new Matter(MailCause.OUTAGE_OVER, e.related(), e.submitter(), null)
                : null;
    }

    private static boolean isTold(RelatedKind kind) {
        return switch (kind) {
            case OUTAGE, DISASTER -> true;
            case RESTORE, BREACH -> false;
        };
    }

    private static @Nullable Content statusChanged(IncidentStatusChanged e) {
        return switch (e.to()) {
            case IN_PROGRESS ->
                e.from() == Status.HANDLED ? null : new Content(MailCause.STATUS_CHANGED, e.to(), e.reason());
            case SUBMITTED, WAITING_FOR_CUSTOMER, WAITING_FOR_THIRD_PARTY ->
                new Content(MailCause.STATUS_CHANGED, e.to(), e.reason());
            case WORKAROUND_PROVIDED, HANDLED, LAPSED -> null;
        };
    }

    private static String priority(String priority, @Nullable String reason) {
        return reason == null ? priority : priority + " - " + reason;
    }
}
