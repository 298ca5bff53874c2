package nl.waarborg.eventsourcing.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of a service, made when they are missing. */
public final class KafkaTopics implements AutoCloseable {

    public static final Duration FOR_EVER = Duration.ofMillis(-1);

    /** On each record of the topic: the id of the topic that it was sent to, by which consumers see that a topic was wiped. */
    public static final String TOPIC_ID_HEADER = "waarborg-topic-id";

    private static final int TIMEOUT_SECONDS = 10;

    private final Admin admin;

    public KafkaTopics(Map<String, Object> connection) {
        this.admin = Admin.create(connection);
    }

    /** Empty if there is no such topic. */
    public Optional<Uuid> id(String topic) {
        try {
            var found = wait(admin.describeTopics(List.of(topic)).allTopicNames());
            return Optional.ofNullable(found.get(topic)).map(TopicDescription::topicId);
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    /** The id of the topic, which is made if it is missing. */
    public Uuid ensure(String topic, int partitions, short replicationFactor, Duration retention) {
        var existing = id(topic);
        if (existing.isPresent()) {
            return existing.get();
        }
        var wanted = new NewTopic(
                        topic,
                        Optional.of(partitions),
                        replicationFactor < 0 ? Optional.empty() : Optional.of(replicationFactor))
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis())));
        try {
            return wait(admin.createTopics(List.of(wanted)).topicId(topic));
        } catch (TopicExistsException e) {
            return id(topic).orElseThrow(() -> new KafkaException(topic + " came and went"));
        }
    }

    private static <T> T wait(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("no answer from Kafka within " + TIMEOUT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
