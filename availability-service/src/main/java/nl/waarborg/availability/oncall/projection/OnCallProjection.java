package nl.waarborg.availability.oncall.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.waarborg.availability.oncall.domain.OnCallEvent;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallAssigned;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallGapClosed;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallGapDetected;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallRosterReviewed;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallWithdrawn;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;

/** The roster and its gaps. The first assignment begins the reviews; each review sets the next (AVL-028). */
public final class OnCallProjection implements Projection<OnCallEvent> {

    /** The deadline's key is the provider. */
    public static final String REVIEW = "review-on-call-roster";

    private static final String ASSIGNED =
            """
            insert into on_call_assignment (provider, assignment_id, employee_id, starts_at, ends_at, assigned_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (provider, assignment_id) do update set employee_id = excluded.employee_id,
                starts_at = excluded.starts_at, ends_at = excluded.ends_at, assigned_at = excluded.assigned_at,
                withdrawn_at = null""";
    private static final String WITHDRAWN =
            "update on_call_assignment set withdrawn_at = ? where provider = ? and assignment_id = ?";
    private static final String GAP =
            """
            insert into on_call_gap (provider, starts_at, ends_at, detected_at) values (?, ?, ?, ?)
            on conflict (provider, starts_at, ends_at) do update set detected_at = excluded.detected_at,
                closed_at = null""";
    private static final String CLOSED =
            "update on_call_gap set closed_at = ? where provider = ? and starts_at = ? and ends_at = ?";
    private static final String BEGUN =
            """
            insert into on_call_roster (provider, begun_at) values (?, ?) on conflict do nothing returning provider""";
    private static final String REVIEWED =
            """
            insert into on_call_roster (provider, begun_at, reviewed_at, reviewed_through) values (?, ?, ?, ?)
            on conflict (provider) do update set reviewed_at = excluded.reviewed_at,
                reviewed_through = excluded.reviewed_through""";

    private final Duration every;

    public OnCallProjection(Duration every) {
        this.every = every;
    }

    @Override
    public String name() {
        return "on-call-roster";
    }

    @Override
    public Class<OnCallEvent> events() {
        return OnCallEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("on_call_assignment", "on_call_gap", "on_call_roster");
    }

    @Override
    public void apply(List<RecordedEvent<OnCallEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var provider = recorded.event().provider();
            switch (recorded.event()) {
                case OnCallAssigned e -> {
                    statements.add(ASSIGNED, provider, e.assignmentId(), e.employeeId(), e.from(), e.to(), e.at());
                    if (!Rows.list(connection, BEGUN, row -> row.text("provider"), provider, e.at())
                            .isEmpty()) {
                        review(connection, recorded, e.at());
                    }
                }
                case OnCallWithdrawn e -> statements.add(WITHDRAWN, e.at(), provider, e.assignmentId());
                case OnCallGapDetected e -> statements.add(GAP, provider, e.from(), e.to(), e.at());
                case OnCallGapClosed e -> statements.add(CLOSED, e.at(), provider, e.from(), e.to());
                case OnCallRosterReviewed e -> {
                    statements.add(REVIEWED, provider, e.at(), e.at(), e.through());
                    review(connection, recorded, e.at().plus(every));
                }
            }
        }
        statements.run(connection);
    }

    private static void review(Connection connection, RecordedEvent<OnCallEvent> recorded, Instant due)
            throws SQLException {
        Deadlines.set(
                connection,
                List.of(new Deadline(REVIEW, recorded.stream(), recorded.event().provider(), recorded.tenant(), due)));
    }
}
