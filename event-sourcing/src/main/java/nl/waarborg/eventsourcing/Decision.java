package nl.waarborg.eventsourcing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decider answers. A refusal that the contract gives a meaning carries both: the event that records it and the
 * rejection that the caller gets.
 */
public record Decision<E>(List<E> events, @Nullable Rejection rejection) {

    public Decision {
        events = List.copyOf(events);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, never written
    public static <E> Decision<E> of(E... events) {
        return new Decision<>(List.of(events), null);
    }

    public static <E> Decision<E> of(List<E> events) {
        return new Decision<>(events, null);
    }

    /** The command is already satisfied: a repeated command changes nothing. */
    public static <E> Decision<E> nothing() {
        return new Decision<>(List.of(), null);
    }

    public static <E> Decision<E> reject(String rule, String code, String message) {
        return new Decision<>(List.of(), new Rejection(rule, code, message));
    }

    public boolean rejected() {
        return rejection != null;
    }

    /** The same decision with further events behind its own. */
    public Decision<E> and(List<? extends E> further) {
        var all = new ArrayList<E>(events);
        all.addAll(further);
        return new Decision<>(all, rejection);
    }

    /** The same events, answered to the caller as a rejection. */
    public Decision<E> rejecting(String rule, String code, String message) {
        return new Decision<>(events, new Rejection(rule, code, message));
    }
}
