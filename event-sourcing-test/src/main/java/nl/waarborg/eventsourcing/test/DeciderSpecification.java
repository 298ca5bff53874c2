package nl.waarborg.eventsourcing.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/**
 * Given a history, when a command comes, then these events follow: {@code specification.given(raised).when(handle).then(handled)}.
 */
public final class DeciderSpecification<C, S, E> {

    private final Decider<C, S, E> decider;

    public DeciderSpecification(Decider<C, S, E> decider) {
        this.decider = decider;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, never written
    public final Given given(E... history) {
        return given(List.of(history));
    }

    public Given given(List<? extends E> history) {
        return new Given(decider.replay(history));
    }

    public final class Given {

        private final S state;

        private Given(S state) {
            this.state = state;
        }

        /** The state that the history leads to, for expectations on it. */
        public S state() {
            return state;
        }

        public Then when(C command) {
            return new Then(decider.decide(command, state), state);
        }
    }

    public final class Then {

        private final Decision<E> decision;
        private final S before;

        private Then(Decision<E> decision, S before) {
            this.decision = decision;
            this.before = before;
        }

        /** Exactly these events, and no rejection. */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is copied, never written
        public final S then(E... expected) {
            assertEquals(List.of(expected), decision.events());
            assertNull(decision.rejection());
            return after();
        }

        public S thenNothing() {
            return then();
        }

        /** The events, for expectations that look at some of them. */
        public List<E> events() {
            assertNull(decision.rejection());
            return decision.events();
        }

        /** Refused by the rule; the refusal itself may be recorded by the expected events. */
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is copied, never written
        public final S thenRejected(String rule, E... expected) {
            var rejection = decision.rejection();
            assertNotNull(rejection, "accepted with " + decision.events());
            assertEquals(rule, rejection.rule());
            assertEquals(List.of(expected), decision.events());
            return after();
        }

        private S after() {
            var state = before;
            for (var event : decision.events()) {
                state = decider.evolve(state, event);
            }
            return state;
        }
    }
}
