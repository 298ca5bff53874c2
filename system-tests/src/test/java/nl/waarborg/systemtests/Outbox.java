package nl.waarborg.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Posts what happened to several incidents at a time, as a system with an outbox does: each event again until it is acknowledged, and only
 * then the next one of that incident.
 */
final class Outbox implements AutoCloseable {

    /** In place of a status: the connection broke. */
    static final int NO_ANSWER = 0;

    private static final int POSTERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Customer customer;
    private final ExecutorService posters = Executors.newFixedThreadPool(POSTERS);
    private final List<Future<?>> incidents;
    private final Map<String, String> streams = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<Integer> failures = new CopyOnWriteArrayList<>();

    /** @param histories for each incident's number, its events in their order */
    Outbox(Customer customer, Map<String, List<Map<String, Object>>> histories) {
        this.customer = customer;
        this.incidents = histories.entrySet().stream()
                .<Future<?>>map(incident -> posters.submit(
                        () -> incident.getValue().forEach(event -> streams.put(incident.getKey(), post(event)))))
                .toList();
    }

    private String post(Map<String, Object> event) {
        var attempts = new AtomicInteger();
        var answer = await().pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> attempt(event, attempts), status -> status.status() / 100 == 2);
        assertTrue(
                answer.status() == 201 || attempts.get() > 1,
                () -> event.get("id") + " was known before it was posted: " + answer.body());
        acknowledged.incrementAndGet();
        return answer.body().path("stream").asText();
    }

    private Api.Answer attempt(Map<String, Object> event, AtomicInteger attempts) {
        attempts.incrementAndGet();
        try {
            var answer = customer.post(event);
            if (answer.status() / 100 != 2) {
                failures.add(answer.status());
                // Anything else tells a producer that the event itself is wrong.
                assertEquals(
                        "503 unavailable",
                        answer.status() + " " + answer.problem(),
                        () -> event.get("id") + ": " + answer.body());
            }
            return answer;
        } catch (UncheckedIOException e) {
            failures.add(NO_ANSWER);
            return new Api.Answer(NO_ANSWER, "", Api.MAPPER.missingNode());
        }
    }

    void awaitAcknowledged(int count) {
        await().pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> acknowledged.get() >= count || incidents.stream().allMatch(Future::isDone));
        assertTrue(acknowledged.get() >= count, () -> "acknowledged " + acknowledged + ", failed " + failures);
    }

    /** The stream of each incident, when all is acknowledged; fails if anything was refused. */
    Map<String, String> awaitAll() throws Exception {
        for (var incident : incidents) {
            incident.get();
        }
        return Map.copyOf(streams);
    }

    /** How attempts failed: the statuses of their answers. */
    Set<Integer> failures() {
        return new TreeSet<>(failures);
    }

    @Override
    public void close() {
        posters.shutdownNow();
    }
}
