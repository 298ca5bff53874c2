package nl.waarborg.eventsourcing.inbound;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.relay.KafkaTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic, as it came or as it was parked.
 *
 * @param key what its order hangs on: the stream
 * @param event null if it is no CloudEvent
 */
record InboundRecord(
        String topic, int partition, long offset, String key, Map<String, byte[]> parts, @Nullable CloudEvent event) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The part that is no header: no header has an empty name. */
    private static final String VALUE = "";

    static InboundRecord of(ConsumerRecord<String, byte @Nullable []> record) {
        var parts = new LinkedHashMap<String, byte[]>();
        record.headers().forEach(header -> parts.put(header.key(), orNothing(header.value())));
        parts.put(VALUE, orNothing(record.value()));
        var event = read(parts);
        return new InboundRecord(
                record.topic(), record.partition(), record.offset(), key(record.key(), event), parts, event);
    }

    static InboundRecord parked(String topic, int partition, long offset, String key, String content) {
        try {
            var parts = JSON.readValue(content, new TypeReference<Map<String, byte[]>>() {});
            return new InboundRecord(topic, partition, offset, key, parts, read(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that it said, as text. */
    String content() {
        try {
            return JSON.writeValueAsString(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many from the beginning as hold so many bytes together, and one at least. */
    static List<ConsumerRecord<String, byte[]>> first(List<ConsumerRecord<String, byte[]>> records, long bytes) {
        var count = 1;
        for (var size = size(records.getFirst()); count < records.size(); count++) {
            size += size(records.get(count));
            if (size > bytes) {
                break;
            }
        }
        return records.subList(0, count);
    }

    private static byte[] orNothing(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    private static long size(ConsumerRecord<String, byte[]> record) {
        var size = (long) Math.max(record.serializedValueSize(), 0); // -1 for no value
        for (var header : record.headers()) {
            size += orNothing(header.value()).length;
        }
        return size;
    }

    private static @Nullable CloudEvent read(Map<String, byte[]> parts) {
        var headers = new RecordHeaders();
        var value = new byte[0];
        for (var part : parts.entrySet()) {
            if (part.getKey().equals(VALUE)) {
                value = part.getValue();
            } else {
                headers.add(part.getKey(), part.getValue());
            }
        }
        try {
            return KafkaMessageFactory.createReader(headers, value).toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            return null;
        }
    }

    private static String key(@Nullable String key, @Nullable CloudEvent event) {
        if (key != null) {
            return key;
        }
        if (event == null) {
            return "";
        }
        return event.getExtension("partitionkey") instanceof String partition ? partition : event.getId();
    }

    @Nullable
    String type() {
        return event == null ? null : event.getType();
    }

    /** Of the stream; empty if the producer gives none. */
    Optional<Integer> version() {
        if (event != null && event.getExtension("sequence") instanceof String sequence) {
            try {
                return Optional.of(Integer.valueOf(sequence));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The platform, if it says none that can be read. */
    UUID tenant() {
        return event == null
                ? StreamId.PLATFORM
                : new PostedEvent(event).tenant().orElse(StreamId.PLATFORM);
    }

    /** The topic that it was sent to, if its producer notes that. */
    Optional<String> topicId() {
        return Optional.ofNullable(parts.get(KafkaTopics.TOPIC_ID_HEADER))
                .map(id -> new String(id, StandardCharsets.UTF_8));
    }

    @Nullable
    String recordedTime() {
        return event != null && event.getExtension("recordedtime") instanceof String time ? time : null;
    }
}
