package nl.waarborg.incident.month.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.month.domain.IncidentMonthEvent;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthClosed;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthCorrected;
import nl.waarborg.incident.month.domain.MonthBounds;
import nl.waarborg.incident.month.domain.MonthFigures;
import nl.waarborg.incident.month.storage.IncidentMonthEventTypes;

/** Closed months and their corrections; the closing of one sets the closing of the next. */
public final class IncidentMonthsProjection implements Projection<IncidentMonthEvent> {

    private static final String CLOSED =
            "insert into incident_month (tenant_id, month, closed_at, figures) values (?, ?, ?, ?::jsonb)";
    private static final String CORRECTED =
            """
            insert into incident_month_correction (id, tenant_id, month, corrected_at, figures)
            values (?, ?, ?, ?, ?::jsonb)""";

    private static final String HAPPENED_LATER =
            "select 1 as found from incident_figure where tenant_id = ? and month = ? and last_at > ? limit 1";

    private final MonthBounds months;

    public IncidentMonthsProjection(MonthBounds months) {
        this.months = months;
    }

    @Override
    public String name() {
        return "incident-months";
    }

    @Override
    public Class<IncidentMonthEvent> events() {
        return IncidentMonthEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("incident_month", "incident_month_correction");
    }

    @Override
    public void apply(List<RecordedEvent<IncidentMonthEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case IncidentMonthClosed e -> {
                    statements.add(CLOSED, recorded.tenant(), e.month().atDay(1), e.at(), json(e.figures()));
                    var next = e.month().plusMonths(1);
                    deadlines.add(new Deadline(
                            IncidentFiguresProjection.CLOSE_MONTH,
                            IncidentMonthEventTypes.stream(recorded.tenant(), next),
                            next.toString(),
                            recorded.tenant(),
                            months.closes(next)));
                    // Imported history knows at the closing what came after it.
                    if (!Rows.list(
                                    connection,
                                    HAPPENED_LATER,
                                    row -> row.number("found"),
                                    recorded.tenant(),
                                    e.month().atDay(1),
                                    months.closes(e.month()))
                            .isEmpty()) {
                        deadlines.add(new Deadline(
                                IncidentFiguresProjection.CORRECT_MONTH,
                                recorded.stream(),
                                e.month().toString(),
                                recorded.tenant(),
                                recorded.recordedAt()));
                    }
                }
                case IncidentMonthCorrected e ->
                    statements.add(
                            CORRECTED,
                            recorded.id(),
                            recorded.tenant(),
                            e.month().atDay(1),
                            e.at(),
                            json(e.figures()));
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    private static String json(MonthFigures figures) {
        try {
            return FiguresJson.MAPPER.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures cannot be written", e);
        }
    }
}
