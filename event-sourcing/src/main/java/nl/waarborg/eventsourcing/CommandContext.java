package nl.waarborg.eventsourcing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a command: for whom, by whom, when in business time, and what caused it.
 *
 * @param occurredAt business time, UTC; decides what is kept or missed, whenever the command arrives
 * @param historic imported rather than lived: no mail is sent, deadlines wait until the source has caught up
 * @param expectedVersion the version that the caller saw ({@code If-Match}); 0: nothing is there yet, and nothing is read before the
 *     append; null: decide on whatever is there
 * @param causation id of the event that caused the command
 * @param traceparent W3C trace context
 */
public record CommandContext(
        UUID tenant,
        Actor actor,
        Instant occurredAt,
        boolean historic,
        @Nullable Integer expectedVersion,
        @Nullable UUID correlation,
        @Nullable UUID causation,
        @Nullable String traceparent,
        @Nullable Origin origin,
        @Nullable IdempotencyKey idempotencyKey) {

    public static CommandContext of(UUID tenant, Actor actor, Instant occurredAt) {
        return new CommandContext(tenant, actor, occurredAt, false, null, null, null, null, null, null);
    }

    public CommandContext withOrigin(Origin cause) {
        return new CommandContext(
                tenant,
                actor,
                occurredAt,
                historic,
                expectedVersion,
                correlation,
                causation,
                traceparent,
                cause,
                idempotencyKey);
    }

    /** For one of several commands that the same event leads to: an origin of its own, or it would pass for a repetition of another. */
    public CommandContext distinguishedBy(String command) {
        return origin == null
                ? this
                : withOrigin(new Origin(origin.source(), origin.id() + "/" + command, origin.contentHash()));
    }

    public CommandContext withExpectedVersion(int version) {
        return new CommandContext(
                tenant,
                actor,
                occurredAt,
                historic,
                version,
                correlation,
                causation,
                traceparent,
                origin,
                idempotencyKey);
    }

    public CommandContext withHistoric(boolean imported) {
        return new CommandContext(
                tenant,
                actor,
                occurredAt,
                imported,
                expectedVersion,
                correlation,
                causation,
                traceparent,
                origin,
                idempotencyKey);
    }
}
