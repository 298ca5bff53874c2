package nl.waarborg.incident.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
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
import nl.waarborg.incident.month.domain.IncidentFigure.State;
import nl.waarborg.incident.month.domain.MonthBounds;
import nl.waarborg.incident.month.storage.IncidentMonthEventTypes;
import nl.waarborg.terms.clock.ClockKind;
import org.jspecify.annotations.Nullable;

/** What months, analyses and mails need to know of each incident; a month is closed, or corrected, by the clock. */
public final class IncidentFiguresProjection implements Projection<IncidentEvent> {

    public static final String CLOSE_MONTH = "close-incident-month";
    public static final String CORRECT_MONTH = "correct-incident-month";

    private static final String RAISED =
            """
            insert into incident_figure (
                incident_id, tenant_id, number, title, submitter, environment_id, topic, month, reported_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String TYPE = "update incident_figure set type = ? where incident_id = ?";
    private static final String PRIORITY = "update incident_figure set priority = ? where incident_id = ?";
    private static final String AGENT = "update incident_figure set agent = ? where incident_id = ?";
    private static final String RESPONSE_CLOCK =
            "update incident_figure set response_clock = true where incident_id = ?";
    private static final String RECOVERY_CLOCK =
            "update incident_figure set recovery_clock = true where incident_id = ?";
    private static final String RESPONDED = "update incident_figure set responded = true where incident_id = ?";
    private static final String RECOVERED = "update incident_figure set recovered = true where incident_id = ?";
    private static final String RESPONSE_MISSED =
            "update incident_figure set response_missed = ? where incident_id = ?";
    private static final String RECOVERY_MISSED =
            "update incident_figure set recovery_missed = ? where incident_id = ?";
    private static final String WAITS =
            "update incident_figure set waiting_since = coalesce(waiting_since, ?) where incident_id = ?";
    private static final String WAITED =
            """
            update incident_figure set waiting_since = null,
                waited_seconds = waited_seconds
                    + greatest(0, coalesce(extract(epoch from ?::timestamptz - waiting_since), 0))::bigint
            where incident_id = ?""";
    private static final String ENDED = "update incident_figure set state = ?, handled_at = ? where incident_id = ?";
    private static final String RESPONSE_ANEW =
            "update incident_figure set response_clock = true, response_missed = false where incident_id = ?";
    private static final String RECOVERY_ANEW =
            "update incident_figure set recovery_clock = true, recovery_missed = false where incident_id = ?";
    private static final String LAST =
            "update incident_figure set last_at = greatest(last_at, ?) where incident_id = ?";
    private static final String MONTHS = "select incident_id, month from incident_figure where incident_id = any (?)";
    private static final String CLOSED =
            "select month from incident_month where tenant_id = ? and month = any (?::date[])";

    private final PersonalData personal;
    private final MonthBounds months;

    public IncidentFiguresProjection(PersonalData personal, MonthBounds months) {
        this.personal = personal;
        this.months = months;
    }

    @Override
    public String name() {
        return "incident-figures";
    }

    @Override
    public Class<IncidentEvent> events() {
        return IncidentEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("incident_figure");
    }

    @Override
    public void apply(List<RecordedEvent<IncidentEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var touched = new ArrayList<RecordedEvent<IncidentEvent>>();
        for (var recorded : events) {
            if (add(statements, recorded)) {
                touched.add(recorded);
                statements.add(LAST, recorded.event().at(), recorded.stream().id());
            }
        }
        statements.run(connection);
        setDeadlines(touched, connection);
    }

    /** Answers whether the figures of a month may have changed. */
    private boolean add(Statements statements, RecordedEvent<IncidentEvent> recorded) {
        var id = recorded.stream().id();
        return switch (recorded.event()) {
            case IncidentRaised e -> {
                statements.add(
                        RAISED,
                        id,
                        recorded.tenant(),
                        e.number(),
                        personal.protect(recorded.tenant(), e.title()),
                        e.submitter(),
                        e.environment(),
                        e.topic(),
                        months.of(e.at()).atDay(1),
                        e.at(),
                        State.OPEN);
                yield true;
            }
            case IncidentClassified e -> changed(statements, TYPE, e.type(), id);
            case IncidentPrioritised e -> changed(statements, PRIORITY, e.priority(), id);
            case PriorityEscalated e -> changed(statements, PRIORITY, e.to(), id);
            case IncidentAssigned e -> {
                statements.add(AGENT, e.agent(), id);
                yield false;
            }
            case ResponseClockStarted _ -> changed(statements, RESPONSE_CLOCK, id);
            case RecoveryClockStarted _ -> changed(statements, RECOVERY_CLOCK, id);
            case IncidentResponseGiven _ -> changed(statements, RESPONDED, id);
            case WorkaroundProvided _ -> changed(statements, RECOVERED, id);
            case ResponseDeadlineMissed _ -> changed(statements, RESPONSE_MISSED, true, id);
            case RecoveryDeadlineMissed _ -> changed(statements, RECOVERY_MISSED, true, id);
            case DeadlineMissWithdrawn e -> withdrawn(statements, e.clock(), id);
            case IncidentStatusChanged e -> {
                if (e.to().isWaiting()) {
                    statements.add(WAITS, e.at(), id);
                } else {
                    statements.add(WAITED, e.at(), id);
                }
                yield true;
            }
            case DeadlinesRecalculated e -> {
                e.clocks().stream()
                        .filter(change -> change.clock() != null)
                        .forEach(change -> setAnew(statements, change.kind(), id));
                yield true;
            }
            case IncidentHandled e -> {
                statements.add(RECOVERED, id);
                yield changed(statements, ENDED, State.HANDLED, e.at(), id);
            }
            case IncidentLapsed _ -> changed(statements, ENDED, State.LAPSED, null, id);
            case IncidentReopened _ -> changed(statements, ENDED, State.OPEN, null, id);
            case IncidentSubmissionRefused _,
                    ClocksPaused _,
                    ClocksResumed _,
                    VendorReactionAdded _,
                    CustomerReactionAdded _,
                    FeedbackRequested _,
                    FeedbackGiven _,
                    CalamityContactDeadlineMissed _,
                    DeadlineWarningRaised _,
                    PriorityEscalationRequested _,
                    PriorityEscalationRejected _,
                    CalamityReported _,
                    CalamityContactMade _,
                    CalamityFollowUpAgreed _,
                    CalamityDowngraded _,
                    EscalationRaised _,
                    IncidentLinked _,
                    RecoveryExpectationChanged _,
                    RelatedMatterEnded _,
                    RelatedMatterCorrected _ -> false;
        };
    }

    /** A clock with another deadline starts without a verdict. */
    private static void setAnew(Statements statements, ClockKind clock, UUID id) {
        switch (clock) {
            case RESPONSE -> statements.add(RESPONSE_ANEW, id);
            case RECOVERY -> statements.add(RECOVERY_ANEW, id);
            case CALAMITY_CONTACT -> {}
        }
    }

    private static boolean withdrawn(Statements statements, ClockKind clock, UUID id) {
        return switch (clock) {
            case RESPONSE -> changed(statements, RESPONSE_MISSED, false, id);
            case RECOVERY -> changed(statements, RECOVERY_MISSED, false, id);
            case CALAMITY_CONTACT -> false;
        };
    }

    private static boolean changed(Statements statements, String sql, @Nullable Object... parameters) {
        statements.add(sql, parameters);
        return true;
    }

    /** A running month gets its closing, a closed one a correction at once. */
    private void setDeadlines(List<RecordedEvent<IncidentEvent>> touched, Connection connection) throws SQLException {
        var monthOf = monthsOf(touched, connection);
        var perTenant = new LinkedHashMap<UUID, Map<YearMonth, Instant>>();
        for (var recorded : touched) {
            var month = monthOf.get(recorded.stream().id());
            if (month != null) {
                perTenant
                        .computeIfAbsent(recorded.tenant(), tenant -> new LinkedHashMap<>())
                        .put(month, recorded.recordedAt());
            }
        }
        var raised = new HashSet<Map.Entry<UUID, YearMonth>>();
        for (var recorded : touched) {
            if (recorded.event() instanceof IncidentRaised e) {
                raised.add(Map.entry(recorded.tenant(), months.of(e.at())));
            }
        }
        var deadlines = new ArrayList<Deadline>();
        for (var tenant : perTenant.entrySet()) {
            var closed = closed(tenant.getKey(), tenant.getValue().keySet(), connection);
            tenant.getValue().forEach((month, recordedAt) -> {
                var stream = IncidentMonthEventTypes.stream(tenant.getKey(), month);
                if (closed.contains(month)) {
                    deadlines.add(new Deadline(CORRECT_MONTH, stream, month.toString(), tenant.getKey(), recordedAt));
                } else if (raised.contains(Map.entry(tenant.getKey(), month))) {
                    deadlines.add(
                            new Deadline(CLOSE_MONTH, stream, month.toString(), tenant.getKey(), months.closes(month)));
                }
            });
        }
        Deadlines.set(connection, deadlines);
    }

    private static Map<UUID, YearMonth> monthsOf(List<RecordedEvent<IncidentEvent>> touched, Connection connection)
            throws SQLException {
        var ids = new LinkedHashSet<UUID>();
        touched.forEach(recorded -> ids.add(recorded.stream().id()));
        var months = new LinkedHashMap<UUID, YearMonth>();
        if (!ids.isEmpty()) {
            Rows.list(
                            connection,
                            MONTHS,
                            row -> Map.entry(row.uuid("incident_id"), YearMonth.from(row.date("month"))),
                            ids)
                    .forEach(entry -> months.put(entry.getKey(), entry.getValue()));
        }
        return months;
    }

    private static Set<YearMonth> closed(UUID tenant, Set<YearMonth> months, Connection connection)
            throws SQLException {
        var firsts = months.stream().map(month -> month.atDay(1).toString()).toArray(String[]::new);
        return new HashSet<>(Rows.list(
                connection,
                CLOSED,
                row -> YearMonth.from(row.date("month")),
                tenant,
                connection.createArrayOf("text", firsts)));
    }
}
