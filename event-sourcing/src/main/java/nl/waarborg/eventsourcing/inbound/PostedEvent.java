package nl.waarborg.eventsourcing.inbound;

import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the library reads of a CloudEvent of another system. */
record PostedEvent(CloudEvent event) {

    private static final byte[] NO_DATA = {'{', '}'};

    String id() {
        return event.getId();
    }

    String source() {
        return event.getSource().toString();
    }

    String type() {
        return event.getType();
    }

    @Nullable
    Instant time() {
        var time = event.getTime();
        return time == null ? null : time.toInstant();
    }

    Optional<UUID> tenant() {
        return uuid("tenantid");
    }

    boolean historic() {
        return Boolean.parseBoolean(String.valueOf(event.getExtension("historic")));
    }

    Optional<UUID> correlation() {
        return uuid("correlationid");
    }

    @Nullable
    String traceparent() {
        return event.getExtension("traceparent") instanceof String traceparent ? traceparent : null;
    }

    /** An event without data says all by its type. */
    byte[] data() {
        var data = event.getData();
        return data == null || data.toBytes().length == 0 ? NO_DATA.clone() : data.toBytes();
    }

    private Optional<UUID> uuid(String extension) {
        try {
            return Optional.ofNullable(event.getExtension(extension))
                    .map(Object::toString)
                    .map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
