package nl.waarborg.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BiConsumer;
import nl.waarborg.local.Identity;
import nl.waarborg.local.LocalPartException;
import nl.waarborg.local.OidcIssuer;
import nl.waarborg.local.Role;
import nl.waarborg.local.RunningSuite;
import nl.waarborg.local.demo.Customers.Concluded;
import nl.waarborg.local.demo.EventPoster.Tally;

/**
 * Concludes agreements for made customers, gives them and the platforms a made past, and replays a real incident log through the public
 * endpoints as their ticket systems would post it. Doing it again changes nothing.
 */
public final class Demo {

    private static final String LOG = "servicenow-incident-log.csv";
    private static final Duration TERMS_LIMIT = Duration.ofSeconds(60);

    private final RunningSuite suite;
    private final PrintStream out;
    private final DemoTenants tenants = DemoTenants.published();
    private final List<Query> queries = new ArrayList<>();

    public Demo(RunningSuite suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
    }

    /** {@code demo [--incidents FILE]}. */
    public static void main(String[] arguments) {
        var root = Path.of(System.getProperty("waarborg.root", "."));
        try {
            var replayed = run(root, List.of(arguments));
            System.exit(replayed.refused().isEmpty() ? 0 : 1);
        } catch (LocalPartException | IncidentLogException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Replayed run(Path root, List<String> arguments) {
        return switch (arguments) {
            case List<String> none
            when none.isEmpty() -> {
                var demo = new Demo(RunningSuite.in(root), System.out);
                demo.tellMadePast();
                yield demo.replayPublishedLog();
            }
            case List<String> two
            when two.size() == 2 && two.getFirst().equals("--incidents") ->
                new Demo(RunningSuite.in(root), System.out).replay(Path.of(two.getLast()));
            case List<String> other ->
                throw new LocalPartException("demo [--incidents FILE], not: " + String.join(" ", other));
        };
    }

    /**
     * What became of the replayed events.
     *
     * @param refused the id of each refused event, with the problem
     */
    public record Replayed(int accepted, int duplicates, List<String> refused) {

        private static Replayed of(Tally tally) {
            return new Replayed(tally.accepted(), tally.duplicates(), tally.refused());
        }
    }

    /** Gives platforms, agreements and the customers with First Class a made past, of the same length whenever it is told. */
    public void tellMadePast() {
        try (var client = new SuiteClient()) {
            var customers = conclude(client);
            awaitTerms(client, suite.availability(), "availability-service", customers);
            var end = new DemoPlatform(client, suite, out).tell(customers);
            var desk = new AgreementDesk(client, suite);
            queries.addAll(new DemoAgreements(desk, customers, end).tell(out));
            awaitTerms(client, suite.incidents(), "incident-service", customers);
            var recent = new RecentIncidents(customers, end);
            tellRecentIncidents(client, recent);
            queries.addAll(new MonthlyReports(desk, recent.reporting().getFirst(), end).await(out));
        }
    }

    /** Under a source of their own: their months are closed at once, those of the log after its replay. */
    private void tellRecentIncidents(SuiteClient client, RecentIncidents recent) {
        var reporting = recent.reporting();
        var provider = reporting.getFirst().tenant().provider();
        reporting.forEach(customer -> poster(client, ticketsOf(provider), provider)
                .post(Customers.persons(customer, List.of()), (event, answer) -> {})
                .failIfRefused("persons of " + customer.tenant().key()));
        var poster = poster(client, ticketsOf(provider) + ":recent", provider);
        var events = recent.events();
        var told = poster.post(events, (event, answer) -> {});
        told.failIfRefused("recent incidents");
        poster.post(List.of(caughtUp(events, reporting.getFirst())), (event, answer) -> {})
                .failIfRefused("last events");
        out.printf("Recent incidents (made): %s.%n", told);
    }

    /** Replays the log that the demo ships: 445 real incidents. */
    public Replayed replayPublishedLog() {
        var log = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/" + LOG), LOG);
        return replay(IncidentLog.read(LOG, new InputStreamReader(log, UTF_8)));
    }

    /** Replays any log of the same form; what is wrong in it is told with line and column before anything is posted. */
    public Replayed replay(Path file) {
        if (!Files.exists(file)) {
            throw new LocalPartException("There is no file " + file.toAbsolutePath());
        }
        try (var text = Files.newBufferedReader(file, UTF_8)) {
            return replay(IncidentLog.read(file.getFileName().toString(), text));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Replayed replay(List<LoggedRow> rows) {
        var begin = System.nanoTime();
        var incidents = IncidentHistory.of(rows, tenants);
        refuseBeforeAgreements(incidents);
        out.printf("The log: %,d incidents in %,d rows.%n", incidents.size(), rows.size());
        try (var client = new SuiteClient()) {
            var customers = conclude(client);
            awaitTerms(client, suite.incidents(), "incident-service", customers);
            var replayed = post(client, customers, incidents);
            out.printf(
                    "Done in %.0f s.%s%n",
                    (System.nanoTime() - begin) / 1e9,
                    replayed.accepted() == 0 && replayed.refused().isEmpty()
                            ? " Nothing changed: everything was known already."
                            : "");
            return replayed;
        }
    }

    private static void refuseBeforeAgreements(List<IncidentHistory> incidents) {
        var begin = Customers.CONCLUDED_ON.atStartOfDay(IncidentLog.ZONE).toInstant();
        for (var incident : incidents) {
            if (incident.steps().getFirst().at().isBefore(begin)) {
                throw new IncidentLogException("%s was opened before %s, when the demo's agreements begin"
                        .formatted(incident.number(), Customers.CONCLUDED_ON));
            }
        }
    }

    private List<Concluded> conclude(SuiteClient client) {
        var customers = new Customers(client, suite);
        var concluded = tenants.all().stream().map(customers::conclude).toList();
        writeTenants(concluded);
        out.printf(
                "Agreements: %d customers (made ones), %d of them new.%n",
                concluded.size(), concluded.stream().filter(Concluded::isNew).count());
        return concluded;
    }

    /** For the command {@code token}, which takes a customer by its name. */
    private void writeTenants(List<Concluded> customers) {
        var names = new Properties();
        for (var customer : customers) {
            names.setProperty(customer.tenant().key(), customer.id().toString());
            names.setProperty(
                    customer.tenant().key() + ".provider", customer.tenant().provider());
        }
        var file = suite.demoTenants();
        try {
            Files.createDirectories(file.getParent());
            try (var writer = Files.newBufferedWriter(file)) {
                names.store(writer, "The demo's tenants, made");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Terms travel from one service to the others as events; an incident needs those of its time, and so does a month. */
    private void awaitTerms(SuiteClient client, URI service, String name, List<Concluded> customers) {
        var until = System.nanoTime() + TERMS_LIMIT.toNanos();
        var waiting = new ArrayList<>(customers);
        while (true) {
            waiting.removeIf(customer -> showsTerms(client, service, customer));
            if (waiting.isEmpty()) {
                out.println(name + " knows the terms of all of them.");
                return;
            }
            if (System.nanoTime() > until) {
                throw new LocalPartException("%s does not show the terms of %s after %d s"
                        .formatted(name, waiting.getFirst().tenant().name(), TERMS_LIMIT.toSeconds()));
            }
            SuiteClient.pause();
        }
    }

    private boolean showsTerms(SuiteClient client, URI service, Concluded customer) {
        var tenant = customer.tenant();
        var token = token(Role.AGREEMENT_MANAGER, tenant.provider());
        var answer = client.get(service.resolve("/api/v1/tenants/%s/terms".formatted(customer.id())), token);
        return answer.isSuccess()
                && !answer.body().path("terms").isEmpty()
                && answer.body().path("firstClass").asBoolean() == (tenant.firstClassFrom() != null);
    }

    private String token(Role role, String provider) {
        return OidcIssuer.token(suite.issuer(), Identity.of(role, provider, null));
    }

    private Replayed post(SuiteClient client, List<Concluded> customers, List<IncidentHistory> incidents) {
        var byTenant = incidents.stream().collect(groupingBy(IncidentHistory::tenant));
        var byProvider = customers.stream()
                .collect(groupingBy(customer -> customer.tenant().provider(), LinkedHashMap::new, toList()));
        var replayed = new Tally();
        var streams = new HashMap<String, String>();
        byProvider.forEach((provider, served) -> {
            var poster = poster(client, ticketsOf(provider), provider);
            var persons = new ArrayList<PostedEvent>();
            var history = new ArrayList<PostedEvent>();
            for (var customer : served) {
                var own = byTenant.getOrDefault(customer.tenant(), List.of());
                persons.addAll(Customers.persons(customer, own));
                own.forEach(incident -> history.addAll(IncidentEvents.of(incident, customer.id())));
            }
            // As a ticket system posts it: whatever happened first, of whichever incident. The sort keeps the order of
            // equal times.
            history.sort(Comparator.comparing(PostedEvent::time));
            poster.post(persons, (event, answer) -> {}).failIfRefused("persons and portal roles of " + provider);
            out.printf(
                    "%s: persons and their portal roles are there. Replaying %,d events:%n", provider, history.size());
            replayed.add(poster.post(history, new Shown(out, history.size(), streams)));
            poster.post(List.of(caughtUp(history, served.getFirst())), (event, answer) -> {})
                    .failIfRefused("last events");
        });
        out.printf("Replayed: %s.%n", replayed);
        showQueries(customers, incidents, streams);
        replayed.refused().stream().limit(10).forEach(refused -> out.println("  refused " + refused));
        return Replayed.of(replayed);
    }

    /** The history is complete: from now on its deadlines and months are evaluated. */
    private static PostedEvent caughtUp(List<PostedEvent> history, Concluded any) {
        var at = history.isEmpty() ? Customers.SEEDED_AT : history.getLast().time();
        return new PostedEvent("caught-up", IncidentEvents.TYPES + "source-caught-up.v1", any.id(), at, Map.of());
    }

    private static String ticketsOf(String provider) {
        return "urn:waarborg:demo:tickets:" + provider;
    }

    private EventPoster poster(SuiteClient client, String source, String provider) {
        var identity =
                Identity.eventProducer(provider, null, List.of(source), List.of(IncidentEvents.TYPES + "*"), true);
        return new EventPoster(client, suite.incidents(), source, OidcIssuer.token(suite.issuer(), identity));
    }

    private void showQueries(List<Concluded> customers, List<IncidentHistory> incidents, Map<String, String> streams) {
        var example = incidents.stream()
                .filter(incident ->
                        incident.tenant().firstClassFrom() != null && incident.wasEver(IncidentStep.Priority.P1))
                .findFirst()
                .or(() -> incidents.stream().findFirst());
        if (example.isEmpty()) {
            return;
        }
        var key = example.get().tenant().key();
        var tenant = customers.stream()
                .filter(customer -> customer.tenant().key().equals(key))
                .map(Concluded::id)
                .findFirst()
                .orElseThrow();
        var provider = example.get().tenant().provider();
        var number = example.get().number();
        var incident = "/api/v1/incidents/" + streams.get(number);
        var month = YearMonth.from(example.get().steps().getFirst().at().atZone(IncidentLog.ZONE));
        out.printf("%nTry:%n");
        queries.add(new Query(
                "Why was " + number + " of " + key + " kept or missed, slice by slice?",
                suite.incidents().resolve(incident + "/clocks"),
                Role.SUPPORT_AGENT,
                provider));
        queries.add(new Query(
                "The month report of " + key + ".",
                suite.incidents().resolve("/api/v1/reports/months/%s?tenant=%s".formatted(month, tenant)),
                Role.SERVICE_MANAGER,
                provider));
        queries.add(new Query(
                "Everything that happened to " + number + ".",
                suite.incidents().resolve(incident + "/history"),
                Role.SUPPORT_AGENT,
                provider));
        queries.forEach(query -> out.print(query.shown()));
        out.printf(
                "%nFor a customer's own view: ./waarborg token administrator <%s>%n",
                String.join(" | ", tenants.all().stream().map(DemoTenant::key).toList()));
    }

    /** Says how far the replay is, and keeps which incident a number became. */
    private static final class Shown implements BiConsumer<PostedEvent, JsonNode> {

        private static final Duration INTERVAL = Duration.ofSeconds(2);

        private final PrintStream out;
        private final int all;
        private final Map<String, String> streams;
        private int answered;
        private long shown = System.nanoTime();

        Shown(PrintStream out, int all, Map<String, String> streams) {
            this.out = out;
            this.all = all;
            this.streams = streams;
        }

        @Override
        public void accept(PostedEvent event, JsonNode answer) {
            answered++;
            if (answer.path("stream").isTextual()) {
                streams.put(
                        String.valueOf(event.data().get("number")),
                        answer.path("stream").textValue());
            }
            if (answered == all || (answered % EventPoster.BATCH_SIZE == 0 && isTime())) {
                shown = System.nanoTime();
                out.printf(
                        "  %,6d of %,d, up to %s%n",
                        answered, all, event.time().atZone(IncidentLog.ZONE).toLocalDate());
            }
        }

        private boolean isTime() {
            return System.nanoTime() - shown > INTERVAL.toNanos();
        }
    }
}
