package nl.waarborg.eventsourcing.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Brings every appended event that has a published form to the service's topic: at least once, in order per stream. An interface, so that
 * a leaner reader of the write-ahead log can take the engine's place.
 */
public interface Relay extends AutoCloseable {

    /** Returns at once; neither the broker nor the lock need be there yet. */
    void start();

    Status status();

    /** Ends in order: what was acknowledged is not sent again. */
    @Override
    void close();

    /**
     * @param role whether this replica sends, or stands by for the one that does
     * @param lag from the commit of an event to the broker's acknowledgement; grows while something waits
     * @param published events acknowledged by the broker since the start of this replica
     * @param trouble what keeps it from sending, in words for an operator; null if nothing does
     */
    record Status(Role role, Duration lag, long published, @Nullable String trouble) {}

    enum Role {
        STOPPED,
        STANDING_BY,
        PREPARING,
        REFILLING,
        STREAMING
    }
}
