package nl.waarborg.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.TenantKeyFiles;
import nl.waarborg.local.Database;
import nl.waarborg.local.PostgresServer;

/**
 * Appends beside a bare INSERT and beside Axon, on one PostgreSQL with {@code synchronous_commit=on} and fsync: short slices in
 * turn, rotated every round, and the median over the rounds of each round's ratio to the bare INSERT, since machines are noisy and ratios less so.
 * All use one pool with a connection per client, as far as the server allows that many. At the end every stored event is counted.
 */
public final class StoreComparison {

    private static final int MOST_CONNECTIONS = 180; // the server's limit is 200
    private static final int WARM_UP_CLIENTS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private StoreComparison() {}

    /** Arguments: rounds (9), milliseconds of a slice (1500), clients (1,8,64,256). */
    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        var length = Duration.ofMillis(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1500);
        var clientCounts = arguments.length > 2 ? arguments[2] : "1,8,64,256";
        try (var directory = TemporaryDirectory.create();
                var server = PostgresServer.start(PostgresServer.Settings.in(directory.path()))) {
            var database = server.createDatabase("incident");
            LocalDatabases.migrate(database, BareInsert.TABLE, FiledIncidents.TABLE);
            var meter = new CpuMeter(postmaster());
            System.out.printf(
                    "%d rounds, slices of %d ms, payload of %d bytes, %d cores%n",
                    rounds,
                    length.toMillis(),
                    Payload.JSON.length(),
                    Runtime.getRuntime().availableProcessors());
            warmUp(database, directory.path(), meter);
            for (var clients : clientCounts.split(",", -1)) {
                compare(database, directory.path(), Integer.parseInt(clients), rounds, length, meter);
            }
        }
    }

    /** Services run for weeks: what is measured is compiled code, also at few clients, where compiling would take minutes. */
    private static void warmUp(Database database, Path directory, CpuMeter meter) throws Exception {
        try (var pool = LocalDatabases.writer(database, WARM_UP_CLIENTS)) {
            for (var contender : contenders(pool, directory)) {
                Slice.of(contender, 1, WARM_UP, meter);
                Slice.of(contender, WARM_UP_CLIENTS, WARM_UP, meter);
                contender.close();
            }
        }
    }

    private static List<Contender> contenders(DataSource pool, Path directory) throws SQLException {
        var keys = new TenantKeyFiles(directory.resolve("keys"), new byte[32]);
        return List.of(
                new BareInsert(pool),
                WaarborgStore.plain(pool, keys),
                WaarborgStore.encrypted(pool, keys),
                WaarborgStore.numbered(pool, keys),
                WaarborgStore.projecting(pool, keys),
                new AxonJdbc(pool));
    }

    private static void compare(
            Database database, Path directory, int clients, int rounds, Duration length, CpuMeter meter)
            throws Exception {
        try (var pool = LocalDatabases.writer(database, Math.min(clients, MOST_CONNECTIONS))) {
            var contenders = contenders(pool, directory);
            var slices = new LinkedHashMap<String, List<Slice>>();
            var expected = new LinkedHashMap<Contender, Long>();
            for (var contender : contenders) {
                var before = count(pool, contender);
                var warmUp = Slice.of(contender, clients, length.multipliedBy(2), meter);
                expected.put(contender, before + warmUp.events());
            }
            for (var round = 0; round < rounds; round++) {
                for (var turn = 0; turn < contenders.size(); turn++) {
                    var place = round % 2 == 0 ? round + turn : round - turn; // other neighbours every other round
                    var contender = contenders.get(Math.floorMod(place, contenders.size()));
                    var slice = Slice.of(contender, clients, length, meter);
                    slices.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                            .add(slice);
                    expected.merge(contender, slice.events(), Long::sum);
                }
            }
            report(clients, slices);
            for (var contender : contenders) {
                contender.close();
                var stored = count(pool, contender);
                if (stored != expected.getOrDefault(contender, 0L)) {
                    throw new IllegalStateException(
                            contender.name() + " stored " + stored + " events, not " + expected.get(contender));
                }
            }
        }
    }

    private static long count(DataSource pool, Contender contender) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(contender.count())) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void report(int clients, Map<String, List<Slice>> slices) {
        var reference = slices.values().iterator().next();
        var others = slices.values().stream().flatMap(List::stream).toList();
        System.out.printf(
                Locale.ROOT,
                "%n%d client%s; other processes used %.0f %% of the machine%n",
                clients,
                clients == 1 ? "" : "s",
                100 * median(others, Slice::others));
        System.out.printf(
                Locale.ROOT,
                "%-34s %10s %10s %10s %10s %10s | %8s %8s %8s%n",
                "",
                "events/s",
                "cpu us",
                "server us",
                "client us",
                "p50 us",
                "rate x",
                "cpu x",
                "p50 x");
        slices.forEach((name, own) -> System.out.printf(
                Locale.ROOT,
                "%-34s %10.0f %10.1f %10.1f %10.1f %10.0f | %8.2f %8.2f %8.2f%n",
                name,
                median(own, Slice::rate),
                median(own, Slice::cpu),
                median(own, Slice::server),
                median(own, Slice::client),
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
