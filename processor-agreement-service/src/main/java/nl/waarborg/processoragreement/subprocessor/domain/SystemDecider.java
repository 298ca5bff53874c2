package nl.waarborg.processoragreement.subprocessor.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.subprocessor.domain.SystemCommand.RegisterProcessingSystem;
import nl.waarborg.processoragreement.subprocessor.domain.SystemEvent.ProcessingSystemRegistered;

/** A system is registered under its name; registering it again says what changed (PRA-045). */
public final class SystemDecider implements Decider<SystemCommand, SystemDecider.State, SystemEvent> {

    public static final String CATEGORY = "processing-system";

    public static StreamId stream(String provider, String name) {
        return StreamId.natural(CATEGORY, StreamId.PLATFORM, provider + '/' + name);
    }

    /** @param described how it was described last, without its time; empty: not registered */
    public record State(String described) {}

    @Override
    public State initialState() {
        return new State("");
    }

    @Override
    public Decision<SystemEvent> decide(SystemCommand command, State state) {
        return switch (command) {
            case RegisterProcessingSystem c -> {
                var event = new ProcessingSystemRegistered(
                        c.provider(), c.name(), c.purpose(), c.supplier(), c.certificate(), c.storageRegion(), c.at());
                yield described(event).equals(state.described()) ? Decision.nothing() : Decision.of(event);
            }
        };
    }

    @Override
    public State evolve(State state, SystemEvent event) {
        return switch (event) {
            case ProcessingSystemRegistered e -> new State(described(e));
        };
    }

    private static String described(ProcessingSystemRegistered e) {
        return e.purpose() + '|' + e.supplier() + '|' + e.certificate() + '|' + e.storageRegion();
    }
}
