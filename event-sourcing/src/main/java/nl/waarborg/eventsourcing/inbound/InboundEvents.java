package nl.waarborg.eventsourcing.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.inbound.DeadLetters.Letter;
import nl.waarborg.eventsourcing.inbound.TopicConsumer.Projected;
import nl.waarborg.eventsourcing.relay.KafkaTopics;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.web.Tenants;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Everything that a service takes in from Kafka, and the dead letters that came of it. */
public final class InboundEvents implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(InboundEvents.class);

    private final List<TopicConsumer> consumers = new ArrayList<>();
    private final DataSource writer;
    private final DeadLetters letters;
    private final Map<String, Object> kafka;
    private final Topics topics;
    private final Settings.Inbound settings;
    private final Settings.Relay partitions;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final Projected projected = new Projected();
    private volatile boolean stopped;

    /** @param kafka settings of the connection, {@code bootstrap.servers} at least */
    public InboundEvents(
            List<Subscription<?>> subscriptions,
            PostedEvents posted,
            Tenants tenants,
            DataSource writer,
            PersonalData personal,
            Map<String, Object> kafka,
            Topics topics,
            Settings.Inbound settings,
            Settings.Relay partitions,
            InstantSource clock,
            MeterRegistry metrics) {
        this.writer = writer;
        this.letters = new DeadLetters(personal);
        this.kafka = Map.copyOf(kafka);
        this.topics = topics;
        this.settings = settings;
        this.partitions = partitions;
        this.clock = clock;
        this.metrics = metrics;
        subscriptions.stream()
                .filter(subscription -> !subscription.projections().isEmpty())
                .forEach(subscription -> add(
                        subscription.name(),
                        Topics.eventsOf(subscription.service()),
                        ProjectionIntake.of(subscription)));
        var projections = List.copyOf(consumers);
        subscriptions.forEach(subscription -> automations(subscription, projections));
        add("posted", topics.inbound(), new PostedIntake(posted, Poster.ofTopic(tenants)));
        var names = new HashSet<String>();
        for (var consumer : consumers) {
            if (!names.add(consumer.name())) {
                throw new IllegalArgumentException("two consumers are named " + consumer.name());
            }
        }
    }

    private <E> void automations(Subscription<E> subscription, List<TopicConsumer> projections) {
        var topic = Topics.eventsOf(subscription.service());
        var before = projections.stream()
                .filter(consumer -> consumer.topic().equals(topic))
                .map(TopicConsumer::offsets)
                .toList();
        for (var automation : subscription.automations()) {
            add(
                    automation.name(),
                    topic,
                    new AutomationIntake<>(automation, new OthersEvents<>(subscription.types()), before));
        }
    }

    private void add(String name, String topic, Intake intake) {
        consumers.add(new TopicConsumer(
                topics.service() + '.' + name,
                topic,
                intake,
                writer,
                letters,
                kafka,
                settings,
                clock,
                projected,
                metrics));
    }

    /** Returns at once; the broker need not be there yet. */
    public void start() {
        metrics.gauge("waarborg.dead.letters", this, InboundEvents::count);
        Thread.ofVirtual().name("inbound-topic").start(this::ensureTopic);
        consumers.forEach(TopicConsumer::start);
    }

    private void ensureTopic() {
        while (!stopped) {
            try (var admin = new KafkaTopics(kafka)) {
                admin.ensure(
                        topics.inbound(),
                        partitions.partitions(),
                        partitions.replicationFactor(),
                        settings.retention());
                return;
            } catch (KafkaException e) {
                LOG.debugf("%s cannot be made yet: %s", topics.inbound(), e.getMessage());
                try {
                    Thread.sleep(settings.retryInterval());
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    /** From the producer's commit to what this service made of it, at the consumer that is furthest behind. */
    public Duration lag() {
        return consumers.stream()
                .map(TopicConsumer::lag)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** What keeps a consumer from going on, by its name. */
    public Map<String, String> troubles() {
        return consumers.stream()
                .filter(consumer -> consumer.trouble().isPresent())
                .collect(Collectors.toMap(
                        TopicConsumer::name, consumer -> consumer.trouble().orElse("")));
    }

    List<Letter> list(long after, String provider, int limit) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            return letters.list(connection, after, provider, limit);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    Optional<Letter> find(UUID id, String provider) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            return letters.find(connection, id, provider);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    /** Tries the letter's key again, oldest first; how many were settled. */
    int retry(Letter letter) {
        return consumers.stream()
                .filter(consumer -> consumer.name().equals(letter.consumer()))
                .findFirst()
                .map(consumer -> consumer.retry(letter.key()))
                .orElse(0);
    }

    /** Gives the letter up for good, and goes on with what waited behind it. */
    void discard(Letter letter) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            letters.delete(connection, letter.id());
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
        if (!letter.waits()) {
            retry(letter);
        }
    }

    private double count() {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            return DeadLetters.count(connection);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        stopped = true;
        consumers.parallelStream().forEach(TopicConsumer::close);
    }
}
