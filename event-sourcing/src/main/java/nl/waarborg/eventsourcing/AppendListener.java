package nl.waarborg.eventsourcing;

import java.time.Duration;

/** Is told what the store does, for metrics and for those who wait for new events. Called on the committing thread: be quick. */
public interface AppendListener {

    /** A transaction was committed. */
    void committed(int commands, int events, Duration took);

    /** A command came too late: another change of its stream came first. */
    default void conflicted() {}

    /** A batch failed and is tried again in halves, to find the command or projection that spoils it. */
    default void split(int commands, Exception cause) {}
}
