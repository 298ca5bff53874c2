package nl.waarborg.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.StreamSupport;
import nl.waarborg.local.LocalPartException;

/** Posts events to {@code POST /api/v1/events} in batches, as an event producer of one source. */
final class EventPoster {

    private static final String BATCH = "application/cloudevents-batch+json";

    /** Well below the endpoint's limits of 1,000 events and 1 MiB. */
    private static final int BATCH_SIZE = 250;

    private final SuiteClient client;
    private final URI service;
    private final String source;
    private final String token;

    EventPoster(SuiteClient client, URI service, String source, String token) {
        this.client = client;
        this.service = service;
        this.source = source;
        this.token = token;
    }

    /**
     * Posts the events in their order and waits for each answer.
     *
     * @param progress told how many more events were answered
     */
    Tally post(List<PostedEvent> events, IntConsumer progress) {
        var tally = Tally.NONE;
        for (var from = 0; from < events.size(); from += BATCH_SIZE) {
            var batch = events.subList(from, Math.min(from + BATCH_SIZE, events.size()));
            tally = tally.plus(postBatch(batch));
            progress.accept(batch.size());
        }
        return tally;
    }

    private Tally postBatch(List<PostedEvent> batch) {
        var body = batch.stream().map(event -> event.asCloudEvent(source)).toList();
        var answer = client.post(service.resolve("/api/v1/events"), token, BATCH, body)
                .orFail("A batch of events from " + source);
        var results = answer.path("results");
        if (results.size() != batch.size()) {
            throw new LocalPartException(
                    "%d events were posted, %d were answered".formatted(batch.size(), results.size()));
        }
        return StreamSupport.stream(results.spliterator(), false).map(Tally::of).reduce(Tally.NONE, Tally::plus);
    }

    /**
     * What became of posted events.
     *
     * @param refused the id of each refused event with the problem
     */
    record Tally(int accepted, int duplicates, List<String> refused) {

        static final Tally NONE = new Tally(0, 0, List.of());

        Tally {
            refused = List.copyOf(refused);
        }

        private static Tally of(JsonNode result) {
            return switch (result.path("result").asText()) {
                case "accepted" -> new Tally(1, 0, List.of());
                case "duplicate" -> new Tally(0, 1, List.of());
                default -> new Tally(0, 0, List.of(result.toString()));
            };
        }

        Tally plus(Tally other) {
            var all = new ArrayList<>(refused);
            all.addAll(other.refused);
            return new Tally(accepted + other.accepted, duplicates + other.duplicates, all);
        }

        int all() {
            return accepted + duplicates + refused.size();
        }
    }
}
