package nl.waarborg.eventsourcing.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.Publication;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.settings.Topics;

/**
 * The public form of stored events: a CloudEvent 1.0 whose {@code sequence} is the version in its stream, {@code partitionkey} the stream and
 * {@code subject} the stream with its category.
 */
public final class PublishedEvents {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

    private final EventStore store;
    private final Publication publication;
    private final URI source;

    public PublishedEvents(EventStore store, Publication publication, Topics topics) {
        this.store = store;
        this.publication = publication;
        this.source = URI.create(topics.source());
    }

    /** Empty if the event stays inside the service. */
    Optional<CloudEvent> of(StoredEvent stored) {
        var recorded = store.withoutPersonalData(stored);
        return publication.of(recorded).map(published -> cloudEvent(recorded, published));
    }

    private CloudEvent cloudEvent(RecordedEvent<?> recorded, PublishedEvent published) {
        var metadata = recorded.metadata();
        var event = CloudEventBuilder.v1()
                .withId(recorded.id().toString())
                .withSource(source)
                .withType(published.type())
                .withSubject(recorded.stream().toString())
                .withTime(recorded.occurredAt().atOffset(ZoneOffset.UTC))
                .withData("application/json", published.dataschema(), json(published.data()))
                .withExtension("tenantid", recorded.tenant().toString())
                .withExtension("sequence", Integer.toString(recorded.version()))
                .withExtension("partitionkey", recorded.stream().id().toString())
                .withExtension("recordedtime", recorded.recordedAt().toString());
        if (metadata.historic()) {
            event.withExtension("historic", true);
        }
        if (metadata.correlation() != null) {
            event.withExtension("correlationid", metadata.correlation().toString());
        }
        if (metadata.causation() != null) {
            event.withExtension("causationid", metadata.causation().toString());
        }
        if (metadata.traceparent() != null) {
            event.withExtension("traceparent", metadata.traceparent());
        }
        return event.build();
    }

    private static byte[] json(Object data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be published: " + data.getClass(), e);
        }
    }
}
