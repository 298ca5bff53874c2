package nl.waarborg.eventsourcing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who caused a command.
 *
 * @param id the person's id (no name), or null for a system
 * @param role the role that allowed it, such as {@code support-agent}, {@code event-producer} or {@code scheduler}
 */
public record Actor(@Nullable UUID id, String role, Side side) {

    public enum Side {
        CUSTOMER,
        VENDOR,
        SYSTEM
    }

    /** The clock of the suite, for deadlines and automations. */
    public static final Actor SCHEDULER = new Actor(null, "scheduler", Side.SYSTEM);
}
