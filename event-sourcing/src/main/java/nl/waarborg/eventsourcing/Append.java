package nl.waarborg.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one command adds to its stream, encoded before it waits for a commit.
 *
 * @param version of the stream before
 */
record Append<E>(
        EventTypes<E> types,
        StreamId stream,
        int version,
        CommandContext context,
        @Nullable Rejection rejection,
        List<New<E>> events) {

    /** @param first whether it is its command's first event, the one that may clash */
    record New<E>(
            StreamId stream,
            int version,
            boolean first,
            short type,
            short schemaVersion,
            UUID id,
            UUID tenant,
            Instant occurredAt,
            E event,
            String payload,
            Metadata metadata,
            String metadataJson) {

        RecordedEvent<E> recorded(Instant at) {
            return new RecordedEvent<>(id, stream, version, tenant, event, occurredAt, at, metadata);
        }
    }

    static <E> Append<E> of(
            EventTypes<E> types,
            TypeNumbers numbers,
            EventCodec codec,
            StreamId stream,
            int version,
            CommandContext context,
            Decision<E> decision) {
        var metadata = new Metadata(
                context.actor(),
                context.historic(),
                context.correlation(),
                context.causation(),
                context.traceparent(),
                context.origin());
        var metadataJson = decision.events().isEmpty() ? "{}" : json(metadata);
        var occurredAt = context.occurredAt().truncatedTo(ChronoUnit.MICROS); // as precise as the database
        var events = new ArrayList<New<E>>();
        for (var event : decision.events()) {
            var name = types.nameOf(event);
            events.add(new New<>(
                    stream,
                    version + events.size() + 1,
                    events.isEmpty(),
                    numbers.of(types.category(), name),
                    (short) types.currentVersion(name),
                    UuidCreator.getTimeOrderedEpoch(),
                    context.tenant(),
                    occurredAt,
                    event,
                    codec.write(types, event, stream, context.tenant()),
                    metadata,
                    metadataJson));
        }
        return new Append<>(types, stream, version, context, decision.rejection(), events);
    }

    // Two commands are never the same one; and comparing contents would cost.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    int newVersion() {
        return version + events.size();
    }

    /** The source whose import it belongs to; its deadlines wait until that source has caught up. */
    @Nullable
    String historicSource() {
        return context.historic() && context.origin() != null ? context.origin().source() : null;
    }

    private static String json(Metadata metadata) {
        try {
            return Json.COMPACT.writeValueAsString(metadata);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
