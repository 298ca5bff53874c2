package nl.waarborg.availability.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.month.domain.BurnRateEvent;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertChanged;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertEnded;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertStarted;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** Alerts on the error budget. */
public final class BurnRateProjection implements Projection<BurnRateEvent> {

    private static final String STARTED =
            "insert into burn_rate_alert (id, provider, burning, started_at) values (?, ?, ?::jsonb, ?)";
    private static final String CHANGED =
            "update burn_rate_alert set burning = ?::jsonb where provider = ? and ended_at is null";
    private static final String ENDED =
            "update burn_rate_alert set ended_at = ? where provider = ? and ended_at is null";

    @Override
    public String name() {
        return "burn-rate-alerts";
    }

    @Override
    public Class<BurnRateEvent> events() {
        return BurnRateEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("burn_rate_alert");
    }

    @Override
    public void apply(List<RecordedEvent<BurnRateEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case BurnRateAlertStarted e ->
                    statements.add(STARTED, recorded.id(), e.provider(), FiguresJson.write(e.burning()), e.at());
                case BurnRateAlertChanged e -> statements.add(CHANGED, FiguresJson.write(e.burning()), e.provider());
                case BurnRateAlertEnded e -> statements.add(ENDED, e.at(), e.provider());
            }
        }
        statements.run(connection);
    }
}
