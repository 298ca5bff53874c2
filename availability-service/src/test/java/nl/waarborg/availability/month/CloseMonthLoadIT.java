package nl.waarborg.availability.month;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import nl.waarborg.availability.month.domain.AvailabilityFigures;
import nl.waarborg.availability.month.domain.AvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.CloseAvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.month.projection.MonthlyAvailability;
import nl.waarborg.availability.month.storage.AvailabilityMonthEventTypes;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long the closing of a month takes that holds 10,000 outages, each with a line in the exclusion ledger, in a whole month of samples: the
 * figures are made from the tables and the events are appended. By hand, with {@code -Dwaarborg.load=<months to close>}.
 */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
@EnabledIfSystemProperty(named = "waarborg.load", matches = "\\d+")
class CloseMonthLoadIT {

    private static final Logger LOG = Logger.getLogger(CloseMonthLoadIT.class);
    private static final int OUTAGES = 10_000;
    /** From here backwards: each closing sets that of the next month, which is closed by then. */
    private static final YearMonth LAST = YearMonth.of(2020, 1);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DUE = "select count(*) from deadline where due <= now()";

    // A minute down every four minutes, and half of that excluded; as the projections write them.
    private static final String DOWN =
            """
            insert into counted_outage (outage_id, provider, affected_tenants, components, started_at, ended_at, heard_at, counts)
            select gen_random_uuid(), 'afas', '{}', (array['PROFIT', 'INSITE', 'PROFIT,INSITE,OUTSITE'])[1 + i % 3],
                ?::timestamptz + i * interval '4 minutes', ?::timestamptz + i * interval '4 minutes' + interval '1 minute', now(), true
            from generate_series(0, ?) i""";
    private static final String EXCLUDED =
            """
            insert into counted_exclusion (exclusion_id, outage_id, starts, ends, reason, clause, justification, at)
            select gen_random_uuid(), outage_id, started_at, started_at + interval '30 seconds', 'FORCE_MAJEURE', '', '', now()
            from counted_outage where provider = 'afas' and started_at >= ? and started_at < ?""";
    private static final String SYSTEMS =
            """
            insert into sampled_system (tenant_id, provider, system_id, component, environment_kind)
            select ?, 'afas', 'load-' || c, c, 'PRODUCTION'
            from unnest(array['PROFIT', 'INSITE', 'OUTSITE', 'POCKET', 'CONNECTORS']) c on conflict do nothing""";
    // Two probes, each every ten seconds.
    private static final String SAMPLES =
            """
            insert into sample_hour (tenant_id, provider, system_id, environment_kind, probe, hour, up, down, samples)
            select s.tenant_id, s.provider, s.system_id, s.environment_kind, p, h, repeat('1000000000', 360)::bit(3600),
                0::bit(3600), 360
            from sampled_system s, unnest(array['a', 'b']) p, generate_series(?::timestamptz, ?::timestamptz - interval '1 hour', '1 hour') h
            where s.system_id like 'load-%'""";

    @Inject
    @DataSource("writer")
    javax.sql.DataSource writer;

    @Inject
    MonthlyAvailability availability;

    @Inject
    CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> months;

    @Inject
    MonthBounds bounds;

    @Test
    void a_month_of_ten_thousand_outages() throws SQLException {
        var took = new long[Integer.getInteger("waarborg.load", 10)];
        for (var i = 0; i < took.length; i++) {
            var month = LAST.minusMonths(i);
            fill(month);
            await().atMost(PATIENCE).until(this::nothingElseIsDue);
            var start = System.nanoTime();
            var figures = close(month);
            took[i] = System.nanoTime() - start;
            assertEquals(OUTAGES, figures.outageCount());
            LOG.infof("%s: %d ms, %s %%", month, Duration.ofNanos(took[i]).toMillis(), figures.availability());
        }
        Arrays.sort(took);
        LOG.info(String.format(
                Locale.ROOT,
                "a month with %d outages and exclusions: median %.0f ms, most %.0f ms",
                OUTAGES,
                took[took.length / 2] / 1e6,
                took[took.length - 1] / 1e6));
    }

    /** As the deadline does it. */
    private AvailabilityFigures close(YearMonth month) {
        var figures = availability
                .of("afas", StreamId.PLATFORM, month, bounds.interval(month).to())
                .orElseThrow();
        var at = bounds.closes(month);
        months.handle(
                AvailabilityMonthEventTypes.month("afas", StreamId.PLATFORM, month),
                CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, at),
                new CloseAvailabilityMonth("afas", month, figures, true, at, at));
        return figures;
    }

    private void fill(YearMonth month) throws SQLException {
        var time = bounds.interval(month);
        var from = time.from().toString();
        var to = time.to().toString();
        run(DOWN, from, from, OUTAGES - 1);
        run(EXCLUDED.replace("?", "?::timestamptz"), from, to);
        run(SYSTEMS, StreamId.PLATFORM);
        run(SAMPLES, from, to);
        run("analyze");
    }

    private boolean nothingElseIsDue() throws SQLException {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(DUE)) {
            rows.next();
            return rows.getInt(1) == 0;
        }
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (var connection = writer.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
