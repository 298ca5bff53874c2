package nl.waarborg.eventsourcing.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.subscription.Cancellable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.web.LiveEvents.Heartbeat;
import nl.waarborg.eventsourcing.web.LiveEvents.Live;
import nl.waarborg.eventsourcing.web.LiveEvents.LiveEvent;
import nl.waarborg.local.KafkaBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live stream when its broker dies under it. */
class LiveEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOPIC = "live.events";
    private static final UUID TENANT = UUID.randomUUID();

    private static final class Seen {

        private final List<Live> all = new CopyOnWriteArrayList<>();
        private final Cancellable watching;

        Seen(LiveEvents events, @Nullable String position) {
            watching = events.watch(position, TENANT::equals).subscribe().with(all::add);
        }

        List<String> texts() {
            return events().map(LiveEvent::json).sorted().toList();
        }

        java.util.stream.Stream<LiveEvent> events() {
            return all.stream().filter(LiveEvent.class::isInstance).map(LiveEvent.class::cast);
        }

        long heartbeats() {
            return all.stream().filter(Heartbeat.class::isInstance).count();
        }
    }

    @Test
    void nothing_is_lost_or_doubled_while_the_broker_is_killed_and_comes_back(@TempDir Path directory)
            throws Exception {
        var settings = KafkaBroker.Settings.in(directory).onPort(freePort());
        var broker = KafkaBroker.start(settings);
        try (var live = new LiveEvents(
                Map.of("bootstrap.servers", broker.bootstrapServers()), TOPIC, 10, Duration.ofMillis(200))) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1)))
                        .all()
                        .get();
            }
            var always = new Seen(live, null);
            await().atMost(PATIENCE).until(() -> always.heartbeats() > 0);
            produce(broker, 0, 20);
            await().atMost(PATIENCE).until(() -> always.texts().size() == 20);

            broker.kill();
            var before = always.heartbeats();
            await().atMost(PATIENCE).until(() -> always.heartbeats() > before + 2);
            var late = new Seen(live, always.events().toList().getLast().position());
            broker = KafkaBroker.start(settings);
            produce(broker, 20, 40);

            await().atMost(PATIENCE)
                    .until(() -> always.texts().size() >= 40 && late.texts().size() >= 20);
            produce(broker, 40, 41);
            await().atMost(PATIENCE)
                    .until(() -> always.texts().size() >= 41 && late.texts().size() >= 21);
            assertEquals(texts(0, 41), always.texts());
            assertEquals(texts(20, 41), late.texts());

            var again = new Seen(live, "0:0,1:0,2:0");
            await().atMost(PATIENCE).until(() -> again.texts().size() >= 41);
            assertEquals(texts(0, 41), again.texts());
            List.of(always, late, again).forEach(seen -> seen.watching.cancel());
            await().atMost(PATIENCE).until(() -> live.watching() == 0);
        } finally {
            broker.close();
        }
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).sorted().toList();
    }

    private static void produce(KafkaBroker broker, int from, int to) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (var number = from; number < to; number++) {
                var record = new ProducerRecord<>(TOPIC, Integer.toString(number), Integer.toString(number));
                record.headers().add("ce_type", "example".getBytes(StandardCharsets.UTF_8));
                record.headers().add("ce_tenantid", TENANT.toString().getBytes(StandardCharsets.UTF_8));
                producer.send(record).get();
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
