package nl.waarborg.eventsourcing;

import java.util.function.Consumer;

/** What is done when a deadline of one kind falls due. */
public record Reaction(String kind, Consumer<Deadline> reaction) implements DeadlineHandler {

    @Override
    public void due(Deadline deadline) {
        reaction.accept(deadline);
    }
}
