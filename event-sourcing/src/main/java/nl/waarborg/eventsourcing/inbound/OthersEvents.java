package nl.waarborg.eventsourcing.inbound;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Metadata;
import nl.waarborg.eventsourcing.Origin;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Reads published events into the consumer's own records: fields that it does not name are ignored, those that it needs must be there.
 */
final class OthersEvents<E> {

    private static final Actor PRODUCER = new Actor(null, "published-event", Actor.Side.SYSTEM);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final EventTypes<E> types;

    OthersEvents(EventTypes<E> types) {
        this.types = types;
    }

    /** What is no CloudEvent at all is known, too: it is wrong here, and somebody must see it. */
    boolean knows(InboundRecord record) {
        var type = record.type();
        return type == null || types.classOf(type) != null;
    }

    /** @throws Intake.Refused if it cannot be read */
    RecordedEvent<E> read(InboundRecord record) {
        var event = record.event();
        if (event == null) {
            throw new Intake.Refused("it is no CloudEvent");
        }
        var posted = new PostedEvent(event);
        var type = Objects.requireNonNull(types.classOf(event.getType()));
        var tenant = posted.tenant().orElseThrow(() -> new Intake.Refused("it names no tenant"));
        var time = posted.time();
        if (time == null) {
            throw new Intake.Refused("it has no time");
        }
        return new RecordedEvent<>(
                uuid(event.getId(), "id"),
                stream(event.getSubject(), record.key()),
                record.version().orElse(0),
                tenant,
                data(posted, type),
                time,
                recordedAt(record).orElse(time),
                new Metadata(
                        PRODUCER,
                        posted.historic(),
                        posted.correlation().orElse(null),
                        null,
                        posted.traceparent(),
                        new Origin(posted.source(), posted.id(), null)));
    }

    private E data(PostedEvent event, Class<? extends E> type) {
        try {
            var tree = JSON.readTree(event.data());
            var missing = new LinkedHashMap<String, String>();
            StrictJson.missing(tree, JSON.constructType(type), "", missing);
            if (!missing.isEmpty()) {
                throw new Intake.Refused("its data lack " + String.join(", ", missing.keySet()));
            }
            return JSON.treeToValue(tree, type);
        } catch (JacksonException e) {
            // Its own message would quote the data.
            throw new Intake.Refused("its data are not of the form of " + event.type());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The subject is the category and the id of the stream. */
    private static StreamId stream(@Nullable String subject, String key) {
        var id = uuid(key, "key");
        var category = subject != null && subject.endsWith("-" + key)
                ? subject.substring(0, subject.length() - key.length() - 1)
                : "unknown";
        return new StreamId(category, id);
    }

    private static Optional<Instant> recordedAt(InboundRecord record) {
        try {
            return Optional.ofNullable(record.recordedTime()).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static UUID uuid(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Intake.Refused("its " + what + " is no UUID");
        }
    }
}
