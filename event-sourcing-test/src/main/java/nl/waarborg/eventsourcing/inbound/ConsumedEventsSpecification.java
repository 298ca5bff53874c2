package nl.waarborg.eventsourcing.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.waarborg.eventsourcing.EventTypes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A consumer's own records read every example of the producer's contract, just as they are read from the topic. The examples are found on
 * the class path under {@code contracts/<service>/examples}.
 */
@NullMarked
public final class ConsumedEventsSpecification {

    private static final Pattern TYPE = Pattern.compile("nl\\.waarborg\\.([a-z-]+)\\.([a-z-]+\\.v\\d+)");

    private ConsumedEventsSpecification() {}

    /** Fails, naming all that is wrong, unless every type has an example and every example is read. */
    public static void verify(Collection<EventTypes<?>> families) {
        var faults = new ArrayList<String>();
        for (var family : families) {
            for (var type : family.names()) {
                var examples = examples(type);
                if (examples.isEmpty()) {
                    faults.add(type + ": no example");
                }
                examples.forEach((name, example) -> {
                    try {
                        new OthersEvents<>(family).read(sent(type, example));
                    } catch (Intake.Refused e) {
                        faults.add(name + ": " + e.getMessage());
                    }
                });
            }
        }
        assertEquals(List.of(), faults, "events of others");
    }

    private static Map<String, byte[]> examples(String type) {
        var parts = TYPE.matcher(type);
        if (!parts.matches()) {
            throw new AssertionError(type + " is no published type");
        }
        var found = new LinkedHashMap<String, byte[]>();
        for (var number = 1; ; number++) {
            var name = "contracts/" + parts.group(1) + "/examples/" + parts.group(2) + (number == 1 ? "" : "." + number)
                    + ".json";
            try (var example =
                    ConsumedEventsSpecification.class.getClassLoader().getResourceAsStream(name)) {
                if (example == null) {
                    return found;
                }
                found.put(name, example.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
    }

    private static InboundRecord sent(String type, byte[] data) {
        var stream = new UUID(0, 1).toString();
        var record = new ConsumerRecord<String, byte @Nullable []>("example.events", 0, 0, stream, data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", new UUID(0, 2).toString(),
                        "ce_source", "urn:waarborg:example",
                        "ce_type", type,
                        "ce_subject", "example-" + stream,
                        "ce_time", "2026-03-10T09:00:00Z",
                        "ce_tenantid", new UUID(0, 3).toString(),
                        "ce_sequence", "1",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return InboundRecord.of(record);
    }
}
