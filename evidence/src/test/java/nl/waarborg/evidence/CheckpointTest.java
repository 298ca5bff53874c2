package nl.waarborg.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Checkpoint CHECKPOINT =
            new Checkpoint("waarborg/incident", 42, Hash.leaf("root".getBytes(StandardCharsets.US_ASCII)));

    private final SigningKey key = SigningKey.generate("waarborg/incident");

    @Test
    void a_signed_checkpoint_is_read_again() {
        var note = CHECKPOINT.sign(key);

        assertTrue(
                note.startsWith("waarborg/incident\n42\n" + CHECKPOINT.root() + "\n\n\u2014 waarborg/incident "), note);
        assertEquals(Optional.of(CHECKPOINT), Checkpoint.open(note, key.verifier()));
        assertEquals(
                Optional.of(CHECKPOINT),
                Checkpoint.open(note, VerifierKey.parse(key.verifier().toString())));
        assertEquals(
                Optional.of(CHECKPOINT),
                Checkpoint.open(CHECKPOINT.sign(SigningKey.read("waarborg/incident", key.secret())), key.verifier()));
    }

    @Test
    void another_text_or_another_key_is_no_checkpoint() {
        var note = CHECKPOINT.sign(key);

        assertEquals(Optional.empty(), Checkpoint.open(note.replaceFirst("42", "43"), key.verifier()));
        assertEquals(
                Optional.empty(),
                Checkpoint.open(note, SigningKey.generate("waarborg/incident").verifier()));
        assertEquals(Optional.empty(), Checkpoint.open("waarborg/incident\n42\n", key.verifier()));
        assertEquals(Optional.empty(), Checkpoint.open("", key.verifier()));
    }

    /** The example of the format's first implementation. */
    @Test
    void a_note_of_another_implementation_is_checked() {
        var peter = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        var signature = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

        assertTrue(peter.signed(text.getBytes(StandardCharsets.UTF_8), signature));
        assertFalse(peter.signed(
                text.replace("not", "").replace("don't", "do").getBytes(StandardCharsets.UTF_8), signature));
    }

    @Test
    void a_key_that_is_no_key_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.parse("waarborg"));
        assertThrows(
                IllegalArgumentException.class,
                () -> VerifierKey.parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
        assertThrows(IllegalArgumentException.class, () -> SigningKey.read("x", "secret"));
    }
}
