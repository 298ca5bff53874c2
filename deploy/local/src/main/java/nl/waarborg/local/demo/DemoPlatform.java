package nl.waarborg.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.local.Identity;
import nl.waarborg.local.LocalPartException;
import nl.waarborg.local.OidcIssuer;
import nl.waarborg.local.Role;
import nl.waarborg.local.RunningSuite;
import nl.waarborg.local.demo.Customers.Concluded;
import nl.waarborg.local.demo.EventPoster.Tally;

/**
 * Gives the vendors' platforms a made year through the public endpoints: what monitors and planning post, and what operators say of it.
 * Doing it again changes nothing: the year ends where the first demo of this installation began.
 */
final class DemoPlatform {

    /** A day of looks or response times is some tens of kilobytes. */
    private static final int DAYS_AT_ONCE = 10;

    private static final List<String> PROVIDERS = List.of("afas", "phocus");

    private final SuiteClient client;
    private final RunningSuite suite;
    private final PrintStream out;

    DemoPlatform(SuiteClient client, RunningSuite suite, PrintStream out) {
        this.client = client;
        this.suite = suite;
        this.out = out;
    }

    /** What a monitor of the demo may post, and as whom. */
    static Identity monitor(String provider) {
        return Identity.eventProducer(
                provider, null, List.of(source(provider)), List.of(PlatformHistory.TYPES + "*"), true);
    }

    static String source(String provider) {
        return "urn:waarborg:demo:monitors:" + provider;
    }

    /** Answers where the year ends. */
    Instant tell(List<Concluded> customers) {
        var end = end();
        var all = new Tally();
        for (var provider : PROVIDERS) {
            var history = new PlatformHistory(provider, end);
            register(provider, history);
            var token = OidcIssuer.token(suite.issuer(), monitor(provider));
            var poster = new EventPoster(client, suite.availability(), source(provider), token);
            all.add(poster.post(history.happenings(), (event, answer) -> {}));
            all.add(poster.post(history.looks(), DAYS_AT_ONCE, (event, answer) -> {}));
            if (provider.equals("afas")) {
                all.add(poster.post(history.responseTimes(), DAYS_AT_ONCE, (event, answer) -> {}));
            }
            judge(provider, history);
            var caughtUp = new PostedEvent(
                    "caught-up",
                    PlatformHistory.TYPES + "source-caught-up.v1",
                    any(customers, provider),
                    end,
                    Map.of());
            poster.post(List.of(caughtUp), (event, answer) -> {}).failIfRefused("last events of " + provider);
        }
        out.printf("Platforms: a made year of outages, maintenance and looks: %s.%n", all);
        all.failIfRefused("platforms' past");
        out.printf(
                "The status page: %s. While the suite runs, made monitors look every %d s.%n",
                suite.availability().resolve("/status/afas"), LiveLooks.EVERY.toSeconds());
        return end;
    }

    /** Kept for the next time, and for who goes on looking. */
    private Instant end() {
        var file = suite.demoPlatform();
        try {
            if (Files.exists(file)) {
                return Instant.parse(Files.readString(file).strip());
            }
            var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            Files.writeString(file, now + "\n");
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be used", e);
        }
    }

    private void register(String provider, PlatformHistory history) {
        var operator = operator(provider);
        history.systems().forEach((component, system) -> {
            var data = new LinkedHashMap<String, Object>();
            data.put("name", component.charAt(0) + component.substring(1).toLowerCase(java.util.Locale.ROOT));
            data.put("component", component);
            data.put("environmentKind", "PRODUCTION");
            data.put("responsibleParty", provider.equals("afas") ? "VENDOR" : "SAAS_SUPPLIER");
            data.put("serviceWindow", provider.equals("afas") ? "ALWAYS" : "WORKING_DAYS");
            put("/api/v1/systems/" + system, operator, data);
        });
        if (provider.equals("afas")) {
            put(
                    "/api/v1/data-centres/noord",
                    operator,
                    Map.of("name", "Datacentrum Noord (demo)", "location", "Groningen", "country", "NL"));
            PlatformHistory.standby()
                    .forEach(server -> put("/api/v1/servers/" + server, operator, Map.of("standby", true)));
        }
    }

    /** What operators said of the outages afterwards; of those that nobody said anything of yet. */
    private void judge(String provider, PlatformHistory history) {
        var operator = operator(provider);
        var known = client.get(address("/api/v1/outages?limit=500"), operator).orFail("The outages of " + provider);
        for (var outage : history.outages()) {
            var row = find(known.path("items"), outage.reference());
            var path = "/api/v1/outages/" + row.path("outageId").asText();
            var excluded = outage.excluded();
            if (excluded != null
                    && client.get(address(path + "/exclusions"), operator)
                            .orFail("The ledger")
                            .isEmpty()) {
                client.post(
                                address(path + "/exclusions"),
                                operator,
                                "application/json",
                                Map.of(
                                        "from", outage.from().toString(),
                                        "to",
                                                outage.from()
                                                        .plus(excluded.time())
                                                        .toString(),
                                        "reason", excluded.reason(),
                                        "justification", outage.cause()))
                        .orFail("An exclusion of " + outage.reference());
            }
            if (row.path("cause").isMissingNode()) {
                put(
                        path + "/classification",
                        operator,
                        Map.of(
                                "responsibleParty", outage.party(),
                                "calamity", outage.calamity(),
                                "cause", outage.cause()));
            }
        }
    }

    private static JsonNode find(JsonNode outages, String reference) {
        for (var outage : outages) {
            if (outage.path("reference").asText().equals(reference)) {
                return outage;
            }
        }
        throw new LocalPartException("The outage " + reference + " is not shown");
    }

    private void put(String path, String token, Map<String, ?> body) {
        client.put(address(path), token, body).orFail(path);
    }

    private URI address(String path) {
        return suite.availability().resolve(path);
    }

    private String operator(String provider) {
        return OidcIssuer.token(suite.issuer(), Identity.of(Role.OPERATOR, provider, null));
    }

    private static UUID any(List<Concluded> customers, String provider) {
        return customers.stream()
                .filter(customer -> customer.tenant().provider().equals(provider))
                .map(Concluded::id)
                .findFirst()
                .orElseThrow();
    }
}
