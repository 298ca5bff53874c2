package nl.waarborg.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventProofTest {

    private static final EventContent EVENT = event("{\"title\":\"Payslips stay empty\"}");

    private final SigningKey key = SigningKey.generate("waarborg/incident");
    private final List<Hash> leaves =
            List.of(event("{}").leaf(), EVENT.leaf(), event("[]").leaf());
    private final MerkleTree tree = new MerkleTree((height, index) -> height == 0
            ? leaves.get((int) index)
            : Hash.node(leaves.get(2 * (int) index), leaves.get(2 * (int) index + 1)));

    @Test
    void an_event_as_it_was_recorded_has_no_objection() {
        assertEquals(Optional.empty(), proof(EVENT).objection(key.verifier()));
    }

    @Test
    void an_event_that_was_changed_has() {
        assertEquals(
                Optional.of("the event is not what was recorded at place 1"),
                proof(event("{\"title\":\"Nothing happened\"}")).objection(key.verifier()));
    }

    @Test
    void a_checkpoint_of_somebody_else_is_none() {
        assertEquals(
                Optional.of("the checkpoint is not signed by waarborg/incident"),
                proof(EVENT).objection(SigningKey.generate("waarborg/incident").verifier()));
    }

    @Test
    void what_stands_in_one_component_cannot_move_into_the_next() {
        assertNotEquals(content("ab", "c").leaf(), content("a", "bc").leaf());
    }

    private EventProof proof(EventContent event) {
        return new EventProof(
                event, 1, tree.inclusion(1, 3), new Checkpoint("waarborg/incident", 3, tree.root(3)).sign(key));
    }

    private static EventContent event(String payload) {
        return content(payload, "{}");
    }

    private static EventContent content(String payload, String metadata) {
        return new EventContent(
                UUID.fromString("6f1d1f6e-8c5e-5d0e-9d35-0a8d4b1c7f21"),
                1,
                UUID.fromString("019a0000-0000-7000-8000-000000000001"),
                "incident",
                "incident-raised",
                1,
                UUID.fromString("6f1d1f6e-8c5e-5d0e-9d35-0a8d4b1c7f22"),
                Instant.parse("2026-03-05T15:30:00Z"),
                Instant.parse("2026-03-05T15:30:01.123456Z"),
                payload,
                metadata);
    }
}
