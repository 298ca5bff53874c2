package nl.waarborg.local.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.waarborg.local.OidcIssuer;
import nl.waarborg.local.RunningSuite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the demo's platforms every few seconds and posts what it saw, as their monitors would; once a demo ran here. */
public final class LiveLooks implements Runnable {

    static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(LiveLooks.class);
    /** Response times are measured less often. */
    private static final int MEASURED_EVERY = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunningSuite suite;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final Random random = new Random();
    private boolean answered = true;

    public LiveLooks(RunningSuite suite) {
        this.suite = suite;
    }

    /** Until it is interrupted. */
    @Override
    public void run() {
        try {
            for (var round = 0; true; round++) {
                Thread.sleep(EVERY);
                if (Files.exists(suite.demoPlatform())) {
                    look(round % MEASURED_EVERY == 0);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(boolean measures) throws InterruptedException {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (var vendor : PlatformHistory.SYSTEMS.entrySet()) {
            var provider = vendor.getKey();
            var samples = vendor.getValue().values().stream()
                    .map(system -> Map.<String, Object>of("system", system, "at", now.toString(), "up", true))
                    .toList();
            var events = new ArrayList<Map<String, Object>>();
            events.add(event(provider, "looks", "record-samples", now, Map.of("probe", "live", "samples", samples)));
            if (measures && provider.equals("afas")) {
                events.add(
                        event(provider, "response-times", "record-response-times", now, Map.of("samples", times(now))));
            }
            post(provider, events);
        }
    }

    private List<Map<String, Object>> times(Instant now) {
        return PlatformHistory.WINDOWS.stream()
                .map(window -> Map.<String, Object>of(
                        "function",
                        window,
                        "at",
                        now.toString(),
                        "milliseconds",
                        PlatformHistory.milliseconds(random, false)))
                .toList();
    }

    private static Map<String, Object> event(
            String provider, String key, String type, Instant at, Map<String, Object> data) {
        var whole = new LinkedHashMap<>(data);
        whole.put("provider", provider);
        return new PostedEvent(
                        "live/" + key + '/' + at,
                        PlatformHistory.TYPES + type + ".v1",
                        PlatformHistory.PLATFORM,
                        at,
                        whole)
                .asCloudEvent(DemoPlatform.source(provider), false);
    }

    /** What could not be posted stays unseen: a monitor's own outage. */
    private void post(String provider, List<Map<String, Object>> events) throws InterruptedException {
        try {
            var token = OidcIssuer.token(suite.issuer(), DemoPlatform.monitor(provider));
            var request = HttpRequest.newBuilder(events(suite.availability()))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", EventPoster.BATCH)
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(events)))
                    .build();
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            say(status / 100 == 2, "status " + status);
        } catch (IOException e) {
            say(false, String.valueOf(e.getMessage()));
        }
    }

    private static URI events(URI service) {
        return service.resolve("/api/v1/events");
    }

    private void say(boolean answers, String how) {
        if (answers != answered) {
            LOG.info("Live looks are {}: {}", answers ? "taken again" : "not taken", how);
            answered = answers;
        }
    }
}
