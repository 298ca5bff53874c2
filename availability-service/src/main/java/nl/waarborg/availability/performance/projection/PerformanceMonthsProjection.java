package nl.waarborg.availability.performance.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthClosed;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceMonthCorrected;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissWithdrawn;
import nl.waarborg.availability.performance.domain.PerformanceMonthEvent.PerformanceTargetMissed;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Closed months and their corrections; the closing of one sets the closing of the next. */
public final class PerformanceMonthsProjection implements Projection<PerformanceMonthEvent> {

    private static final String CLOSED =
            """
            insert into performance_month (tenant_id, provider, month, closed_at, figures, targets)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb)""";
    private static final String CORRECTED =
            """
            insert into performance_month_correction (id, tenant_id, provider, month, corrected_at, figures)
            values (?, ?, ?, ?, ?, ?::jsonb)""";
    private static final String MISSED =
            """
            insert into performance_target_missed (tenant_id, provider, month, target, missed_at) values (?, ?, ?, ?, ?)
            on conflict (provider, month, target) do update set missed_at = excluded.missed_at, withdrawn_at = null""";
    private static final String WITHDRAWN =
            "update performance_target_missed set withdrawn_at = ? where provider = ? and month = ? and target = ?";

    private final PerformanceMonths months;

    public PerformanceMonthsProjection(PerformanceMonths months) {
        this.months = months;
    }

    @Override
    public String name() {
        return "performance-months";
    }

    @Override
    public Class<PerformanceMonthEvent> events() {
        return PerformanceMonthEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("performance_month", "performance_month_correction", "performance_target_missed");
    }

    @Override
    public void apply(List<RecordedEvent<PerformanceMonthEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            var month = recorded.event().month().atDay(1);
            switch (recorded.event()) {
                case PerformanceMonthClosed e -> {
                    statements.add(
                            CLOSED,
                            recorded.tenant(),
                            e.provider(),
                            month,
                            e.at(),
                            FiguresJson.write(e.figures()),
                            FiguresJson.write(e.targets()));
                    deadlines.add(months.closing(e.provider(), e.month().plusMonths(1)));
                }
                case PerformanceMonthCorrected e ->
                    statements.add(
                            CORRECTED,
                            recorded.id(),
                            recorded.tenant(),
                            e.provider(),
                            month,
                            e.at(),
                            FiguresJson.write(e.figures()));
                case PerformanceTargetMissed e ->
                    statements.add(MISSED, recorded.tenant(), e.provider(), month, e.target(), e.at());
                case PerformanceTargetMissWithdrawn e ->
                    statements.add(WITHDRAWN, e.at(), e.provider(), month, e.target());
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }
}
