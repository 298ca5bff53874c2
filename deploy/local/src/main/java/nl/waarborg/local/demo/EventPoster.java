package nl.waarborg.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import nl.waarborg.local.LocalPartException;

/** Posts events to {@code POST /api/v1/events} in batches, as an event producer of one source. */
final class EventPoster {

    static final String BATCH = "application/cloudevents-batch+json";

    /** Well below the endpoint's limits of 1,000 events and 1 MiB. */
    static final int BATCH_SIZE = 250;

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
     * Posts the events in their order, a batch after the other.
     *
     * @param answered gets each event with its answer
     */
    Tally post(List<PostedEvent> events, BiConsumer<PostedEvent, JsonNode> answered) {
        return post(events, BATCH_SIZE, answered);
    }

    /** @param atOnce how many of them go into a batch, where they are large */
    Tally post(List<PostedEvent> events, int atOnce, BiConsumer<PostedEvent, JsonNode> answered) {
        var tally = new Tally();
        for (var from = 0; from < events.size(); from += atOnce) {
            var batch = events.subList(from, Math.min(from + atOnce, events.size()));
            var body = batch.stream()
                    .map(event -> event.asCloudEvent(source, true))
                    .toList();
            var answers = client.post(service.resolve("/api/v1/events"), token, BATCH, body)
                    .orFail("A batch of events from " + source);
            if (answers.size() != batch.size()) {
                throw new LocalPartException(
                        "%d events were posted, %d were answered".formatted(batch.size(), answers.size()));
            }
            for (var i = 0; i < batch.size(); i++) {
                tally.count(batch.get(i), answers.get(i));
                answered.accept(batch.get(i), answers.get(i));
            }
        }
        return tally;
    }

    /** What became of posted events. */
    static final class Tally {

        private int accepted;
        private int duplicates;
        private final List<String> refused = new ArrayList<>();

        private void count(PostedEvent event, JsonNode answer) {
            switch (answer.path("outcome").asText()) {
                case "ACCEPTED" -> accepted++;
                case "DUPLICATE" -> duplicates++;
                default -> refused.add(event.id() + ": " + answer.path("problem"));
            }
        }

        void failIfRefused(String what) {
            if (!refused.isEmpty()) {
                throw new LocalPartException("Some of the %s were refused: %s".formatted(what, refused.getFirst()));
            }
        }

        void add(Tally other) {
            accepted += other.accepted;
            duplicates += other.duplicates;
            refused.addAll(other.refused);
        }

        int accepted() {
            return accepted;
        }

        int duplicates() {
            return duplicates;
        }

        /** The id of each refused event, with the problem. */
        List<String> refused() {
            return List.copyOf(refused);
        }

        int all() {
            return accepted + duplicates + refused.size();
        }

        @Override
        public String toString() {
            return "%,d accepted, %,d known already, %,d refused".formatted(accepted, duplicates, refused.size());
        }
    }
}
