package nl.waarborg.eventsourcing;

import java.time.Instant;
import java.util.UUID;

/**
 * A moment at which a command must be issued; a row that projections keep and a poller claims. Immediate reactions of a service to its
 * own events are deadlines that are due at once, so that they survive a kill and need no broker.
 *
 * @param kind names the {@link DeadlineHandler}
 * @param key tells deadlines of one kind on one stream apart; empty if there is only one
 * @param due business time of the command, UTC
 */
public record Deadline(String kind, StreamId stream, String key, UUID tenant, Instant due) {}
