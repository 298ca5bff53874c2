package nl.waarborg.benchmarks;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nl.waarborg.eventsourcing.TenantKeyFiles;
import nl.waarborg.local.Database;
import nl.waarborg.local.PostgresServer;
import org.flywaydb.core.Flyway;

/**
 * Appends beside a bare INSERT and beside Axon, on one PostgreSQL with {@code synchronous_commit=on} and fsync: short slices in
 * turn, rotated every round, and the median over the rounds of each round's ratio to the bare INSERT, since machines are noisy and ratios less so.
 */
public final class StoreComparison {

    private static final int[] CLIENTS = {1, 8, 64, 256};
    // One short of the server's limit for each of the pools would starve another; the reference gets the most.
    private static final int CONNECTIONS = 128;

    private StoreComparison() {}

    /** Arguments: rounds (9), milliseconds of a slice (1500). */
    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        var length = Duration.ofMillis(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1500);
        var directory = Files.createTempDirectory("waarborg-benchmark");
        try (var server = PostgresServer.start(PostgresServer.Settings.in(directory))) {
            var database = server.createDatabase("incident");
            migrate(database);
            var meter = new CpuMeter(postmaster());
            for (var clients : CLIENTS) {
                compare(database, directory, clients, rounds, length, meter);
            }
        }
    }

    private static void compare(
            Database database, Path directory, int clients, int rounds, Duration length, CpuMeter meter)
            throws Exception {
        try (var pool = pool(database, Math.min(clients, CONNECTIONS))) {
            var keys = new TenantKeyFiles(directory.resolve("keys"), new byte[32]);
            var contenders = List.of(
                    new BareInsert(pool),
                    WaarborgStore.plain(pool, keys),
                    WaarborgStore.projecting(pool, keys),
                    new AxonJdbc(pool));
            var slices = new LinkedHashMap<String, List<Slice>>();
            for (var contender : contenders) {
                Slice.of(contender, clients, length.multipliedBy(2), meter); // warms up, not counted
            }
            for (var round = 0; round < rounds; round++) {
                for (var turn = 0; turn < contenders.size(); turn++) {
                    var contender = contenders.get((round + turn) % contenders.size());
                    slices.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                            .add(Slice.of(contender, clients, length, meter));
                }
            }
            report(clients, slices);
            for (var contender : contenders) {
                contender.close();
            }
        }
    }

    private static void report(int clients, Map<String, List<Slice>> slices) {
        var reference = slices.values().iterator().next();
        System.out.printf(Locale.ROOT, "%n%d client%s%n", clients, clients == 1 ? "" : "s");
        System.out.printf(
                Locale.ROOT,
                "%-34s %10s %10s %10s | %8s %8s %8s%n",
                "",
                "events/s",
                "cpu us",
                "p50 us",
                "rate x",
                "cpu x",
                "p50 x");
        slices.forEach((name, own) -> System.out.printf(
                Locale.ROOT,
                "%-34s %10.0f %10.1f %10.0f | %8.2f %8.2f %8.2f%n",
                name,
                median(own, Slice::rate),
                median(own, Slice::cpu),
                median(own, Slice::p50),
                ratio(own, reference, Slice::rate),
                ratio(own, reference, Slice::cpu),
                ratio(own, reference, Slice::p50)));
    }

    private static double median(List<Slice> slices, ToDoubleFunction<Slice> figure) {
        return middle(slices.stream().mapToDouble(figure).toArray());
    }

    private static double ratio(List<Slice> own, List<Slice> reference, ToDoubleFunction<Slice> figure) {
        var ratios = new double[own.size()];
        for (var round = 0; round < ratios.length; round++) {
            ratios[round] = figure.applyAsDouble(own.get(round)) / figure.applyAsDouble(reference.get(round));
        }
        return middle(ratios);
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        var half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    private static void migrate(Database database) throws SQLException {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.writerUser(), database.writerPassword())
                .locations("classpath:db/event-sourcing")
                .placeholders(Map.of("reader", database.readerUser(), "writer", database.writerUser()))
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.writerUser(), database.writerPassword());
                var statement = connection.createStatement()) {
            statement.execute(BareInsert.TABLE);
            statement.execute(FiledIncidents.TABLE);
        }
    }

    private static AgroalDataSource pool(Database database, int connections) throws Exception {
        return AgroalDataSource.from(new AgroalPropertiesReader("")
                .readProperties(Map.of(
                        "maxSize", Integer.toString(connections),
                        "minSize", Integer.toString(connections),
                        "initialSize", Integer.toString(connections),
                        "jdbcUrl", database.jdbcUrl(),
                        "principal", database.writerUser(),
                        "credential", database.writerPassword()))
                .get());
    }

    /** This process has started one server; there is no other child with backends of its own. */
    private static ProcessHandle postmaster() throws IOException {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(c -> c.endsWith("/bin/postgres"))
                        .isPresent())
                .filter(process -> process.parent()
                        .flatMap(parent -> parent.info().command())
                        .filter(c -> c.endsWith("/bin/postgres"))
                        .isEmpty())
                .findFirst()
                .orElseThrow(() -> new IOException("no PostgreSQL below this process"));
    }
}
