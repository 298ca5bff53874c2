package nl.waarborg.eventsourcing;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it was stored.
 *
 * @param id UUIDv7
 * @param version place in its stream, from 1
 * @param occurredAt business time, UTC
 * @param recordedAt the database's clock in the transaction of the append, UTC
 */
public record RecordedEvent<E>(
        UUID id,
        StreamId stream,
        int version,
        UUID tenant,
        E event,
        Instant occurredAt,
        Instant recordedAt,
        Metadata metadata) {}
