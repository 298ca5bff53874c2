package nl.waarborg.processoragreement.processing.domain;

import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;

/** What the rules must know about a binding instruction of a supervisor: whether there is one. */
public record SupervisorInstruction(Optional<UUID> reported) {

    public static final String CATEGORY = "supervisor-instruction";

    public static StreamId stream(UUID instruction) {
        return new StreamId(CATEGORY, instruction);
    }
}
