package nl.waarborg.availability.month.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.projection.Rows;

/** When the error budget is looked at again: as long as downtime is within the longest window; a look records nothing by itself. */
@ApplicationScoped
public class BurnRateSchedule {

    private static final String RECENT =
            """
            select 1 as one from (
                select provider, ended_at from counted_outage where counts
                union all select provider, ended_at from counted_maintenance where started_at is not null
                union all select provider, ends from counted_patch) touched
            where provider = ? and (ended_at is null or ended_at > ?) limit 1""";

    private final javax.sql.DataSource writer;

    public BurnRateSchedule(@DataSource("writer") javax.sql.DataSource writer) {
        this.writer = writer;
    }

    /** Whether there may have been downtime since. */
    public boolean downSince(String provider, Instant since) {
        return new Rows(writer)
                .first(RECENT, row -> row.number("one"), provider, since)
                .isPresent();
    }

    public void lookAgain(String provider, Instant at) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            Deadlines.set(connection, List.of(MonthDeadlines.lookAtBudget(provider, at)));
        } catch (SQLException e) {
            throw new IllegalStateException("the next look at the error budget cannot be set", e);
        }
    }
}
