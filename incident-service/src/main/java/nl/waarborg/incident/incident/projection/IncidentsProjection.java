package nl.waarborg.incident.incident.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.incident.domain.Calamity;
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
import nl.waarborg.incident.incident.domain.Recalculation;
import nl.waarborg.incident.incident.domain.Status;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.DeadlineCalculation.Basis;
import org.jspecify.annotations.Nullable;

/** Incidents as the queue and the dossier show them, with their clocks, waits and links. */
public final class IncidentsProjection implements Projection<IncidentEvent> {

    private static final String RAISED =
            """
            insert into incident (
                incident_id, tenant_id, version, source, number, submitter, channel, title, description, environment, topic,
                claimed_type, claimed_priority, priority, urgent, help_center_consulted, reachable_contact, chargeable,
                first_class, status, calamity, raised_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SEARCH =
            """
            insert into incident_search (incident_id, tenant_id, words)
            values (?, ?, to_tsvector('simple', ?)) on conflict (incident_id) do nothing""";
    private static final String SEEN = "update incident set version = ? where incident_id = ?";
    private static final String CLASSIFIED = "update incident set type = ?, category = ? where incident_id = ?";
    private static final String PRIORITISED =
            "update incident set priority = ?, priority_by_support = ? where incident_id = ?";
    private static final String REQUESTED = "update incident set requested_priority = ? where incident_id = ?";
    private static final String ASSIGNED =
            "update incident set agent = ?, team = ?, agent_group = ? where incident_id = ?";
    private static final String RESPONDED = "update incident set responded_at = ? where incident_id = ?";
    private static final String STATUS =
            """
            update incident set status = ?, waiting_for = ?, closed_at = case when ? then ?::timestamptz end
            where incident_id = ?""";
    private static final String HANDLED = "update incident set handled_at = ? where incident_id = ?";
    private static final String REOPENED =
            "update incident set handled_at = null, reopened = reopened + 1, feedback_score = null where incident_id = ?";
    private static final String RATED = "update incident set feedback_score = ? where incident_id = ?";
    private static final String CALAMITY = "update incident set calamity = ? where incident_id = ?";
    private static final String CONTACTED =
            """
            update incident set calamity = case when calamity = 'REPORTED' then 'CONTACTED' else calamity end
            where incident_id = ?""";

    private static final String CLOCK =
            """
            insert into incident_clock (
                incident_id, kind, tenant_id, since, starts_at, deadline, due, target, term_key, term, rule, calendar,
                calendar_version, terms_version, rebased)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (incident_id, kind) do update set
                since = excluded.since, starts_at = excluded.starts_at, deadline = excluded.deadline, due = excluded.due,
                target = excluded.target, term_key = excluded.term_key, term = excluded.term, rule = excluded.rule,
                calendar = excluded.calendar, calendar_version = excluded.calendar_version,
                terms_version = excluded.terms_version, rebased = excluded.rebased, missed_at = null, cancelled = false,
                warned_at = null""";
    private static final String STOPPED = "update incident_clock set stopped_at = ? where incident_id = ? and kind = ?";
    private static final String STOPPED_ONCE = STOPPED + " and stopped_at is null and not cancelled";
    private static final String MISSED = "update incident_clock set missed_at = ? where incident_id = ? and kind = ?";
    private static final String PAUSED = "update incident_clock set paused = true where incident_id = ? and kind = ?";
    private static final String RESUMED =
            "update incident_clock set paused = false, due = ?, warned_at = null where incident_id = ? and kind = ?";
    private static final String WARNED = "update incident_clock set warned_at = ? where incident_id = ? and kind = ?";
    private static final String CANCELLED =
            """
            update incident_clock set cancelled = true
            where incident_id = ? and (?::text is null or kind = ?) and stopped_at is null""";
    private static final String NEXT_DUE =
            """
            update incident i set (next_due, due_soon) = (
                select min(c.due), coalesce(bool_or(c.warned_at is not null and c.missed_at is null), false)
                from incident_clock c
                where c.incident_id = i.incident_id and c.stopped_at is null and not c.cancelled and not c.paused)
            where i.incident_id = any(?)""";

    private static final String WAIT =
            """
            insert into incident_wait (incident_id, tenant_id, party, starts) values (?, ?, ?, ?)
            on conflict (incident_id, starts, party) do update set ends = null""";
    private static final String WAITED = "update incident_wait set ends = ? where incident_id = ? and ends is null";
    private static final String LINKED =
            """
            insert into incident_link (incident_id, tenant_id, kind, related, expected_at) values (?, ?, ?, ?, ?)
            on conflict (incident_id, related) do update set expected_at = excluded.expected_at""";
    private static final String EXPECTED =
            "update incident_link set expected_at = ? where incident_id = ? and related = ?";
    private static final String MATTER =
            "update incident_link set expected_at = ?, ended_at = ? where incident_id = ? and related = ?";

    private final PersonalData personal;

    public IncidentsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "incidents";
    }

    @Override
    public Class<IncidentEvent> events() {
        return IncidentEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("incident", "incident_clock", "incident_wait", "incident_link", "incident_search");
    }

    @Override
    public void apply(List<RecordedEvent<IncidentEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var clocksMoved = new LinkedHashSet<UUID>();
        events.forEach(recorded -> add(statements, recorded, clocksMoved));
        if (!clocksMoved.isEmpty()) {
            statements.add(NEXT_DUE, Set.copyOf(clocksMoved));
        }
        statements.run(connection);
    }

    private void add(Statements statements, RecordedEvent<IncidentEvent> recorded, Set<UUID> clocksMoved) {
        var id = recorded.stream().id();
        var tenant = recorded.tenant();
        switch (recorded.event()) {
            case IncidentRaised e -> raised(statements, recorded, e);
            case IncidentSubmissionRefused _ -> {}
            case IncidentClassified e -> statements.add(CLASSIFIED, e.type(), e.category(), id);
            case IncidentPrioritised e -> statements.add(PRIORITISED, e.priority(), !e.atIntake(), id);
            case IncidentAssigned e -> statements.add(ASSIGNED, e.agent(), e.team(), e.group(), id);
            case ResponseClockStarted e ->
                clock(statements, id, tenant, e.clock(), e.clock().deadline(), false);
            case RecoveryClockStarted e ->
                clock(statements, id, tenant, e.clock(), e.clock().deadline(), false);
            case DeadlinesRecalculated e -> e.clocks().forEach(change -> recalculated(statements, id, tenant, change));
            case ClocksPaused e -> e.clocks().forEach(kind -> statements.add(PAUSED, id, kind));
            case ClocksResumed e ->
                e.deadlines().forEach(net -> statements.add(RESUMED, net.deadline(), id, net.kind()));
            case IncidentResponseGiven e -> {
                statements.add(RESPONDED, e.at(), id);
                statements.add(STOPPED, e.at(), id, ClockKind.RESPONSE);
            }
            case VendorReactionAdded _, CustomerReactionAdded _, FeedbackRequested _, EscalationRaised _ -> {}
            case DeadlineWarningRaised e -> statements.add(WARNED, e.at(), id, e.clock());
            case IncidentStatusChanged e -> {
                statements.add(STATUS, e.to(), e.waitingFor(), e.to().isFinal(), e.at(), id);
                statements.add(WAITED, e.at(), id);
                if (e.waitingFor() != null) {
                    statements.add(WAIT, id, tenant, e.waitingFor(), e.at());
                }
            }
            case WorkaroundProvided e -> statements.add(STOPPED_ONCE, e.at(), id, ClockKind.RECOVERY);
            case IncidentHandled e -> {
                statements.add(HANDLED, e.at(), id);
                statements.add(STOPPED_ONCE, e.at(), id, ClockKind.RECOVERY);
            }
            case IncidentLapsed _ -> statements.add(CANCELLED, id, null, null);
            case IncidentReopened _ -> statements.add(REOPENED, id);
            case FeedbackGiven e -> statements.add(RATED, e.score(), id);
            case ResponseDeadlineMissed e -> statements.add(MISSED, e.deadline(), id, ClockKind.RESPONSE);
            case RecoveryDeadlineMissed e -> statements.add(MISSED, e.deadline(), id, ClockKind.RECOVERY);
            case CalamityContactDeadlineMissed e ->
                statements.add(MISSED, e.deadline(), id, ClockKind.CALAMITY_CONTACT);
            case DeadlineMissWithdrawn e -> statements.add(MISSED, null, id, e.clock());
            case PriorityEscalationRequested e -> statements.add(REQUESTED, e.requestedPriority(), id);
            case PriorityEscalated _, PriorityEscalationRejected _ -> statements.add(REQUESTED, null, id);
            case CalamityReported e -> {
                statements.add(CALAMITY, Calamity.REPORTED, id);
                if (e.contactClock() != null) {
                    clock(
                            statements,
                            id,
                            tenant,
                            e.contactClock(),
                            e.contactClock().deadline(),
                            false);
                }
            }
            case CalamityContactMade e -> {
                statements.add(CONTACTED, id);
                statements.add(STOPPED, e.at(), id, ClockKind.CALAMITY_CONTACT);
            }
            case CalamityFollowUpAgreed _ -> statements.add(CALAMITY, Calamity.FOLLOW_UP_AGREED, id);
            case CalamityDowngraded _ -> {
                statements.add(CALAMITY, Calamity.DOWNGRADED, id);
                statements.add(CANCELLED, id, ClockKind.CALAMITY_CONTACT, ClockKind.CALAMITY_CONTACT);
            }
            case IncidentLinked e -> statements.add(LINKED, id, tenant, e.kind(), e.related(), e.expectedAt());
            case RecoveryExpectationChanged e -> statements.add(EXPECTED, e.expectedAt(), id, e.related());
            case RelatedMatterEnded e -> statements.add(MATTER, null, e.endedAt(), id, e.related());
            case RelatedMatterCorrected e -> statements.add(MATTER, e.expectedAt(), e.endedAt(), id, e.related());
        }
        clocksMoved.add(id);
        statements.add(SEEN, recorded.version(), id);
    }

    private void raised(Statements statements, RecordedEvent<IncidentEvent> recorded, IncidentRaised e) {
        var id = recorded.stream().id();
        var tenant = recorded.tenant();
        statements.add(
                RAISED,
                id,
                tenant,
                recorded.version(),
                e.source(),
                e.number(),
                e.submitter(),
                e.channel(),
                personal.protect(tenant, e.title()),
                personal.protect(tenant, e.description()),
                e.environment(),
                e.topic(),
                e.claimedType(),
                e.claimedPriority(),
                Priority.P3,
                e.urgent(),
                e.helpCenterConsulted(),
                personal.protect(tenant, e.reachableContact()),
                e.chargeable(),
                e.firstClass(),
                Status.SUBMITTED,
                Calamity.NONE,
                e.at());
        if (e.title() != null && e.description() != null) {
            statements.add(SEARCH, id, tenant, e.title() + "\n" + e.description());
        }
    }

    private static void recalculated(Statements statements, UUID id, UUID tenant, Recalculation change) {
        var anew = change.clock();
        var net = change.net();
        if (anew == null || net == null) {
            statements.add(CANCELLED, id, change.kind(), change.kind());
        } else {
            clock(statements, id, tenant, anew, net.deadline(), change.basis() == Basis.REBASED);
        }
    }

    private static void clock(
            Statements statements, UUID id, UUID tenant, ClockSetting clock, @Nullable Instant due, boolean rebased) {
        statements.add(
                CLOCK,
                id,
                clock.kind(),
                tenant,
                clock.since(),
                clock.startsAt(),
                clock.deadline(),
                due,
                clock.target(),
                clock.termKey(),
                clock.term(),
                clock.rule(),
                clock.calendar(),
                clock.calendarVersion(),
                clock.termsVersion(),
                rebased);
    }
}
