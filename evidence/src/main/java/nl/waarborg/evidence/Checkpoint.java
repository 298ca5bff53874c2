package nl.waarborg.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a log claims at a moment: so many leaves, with this root. Its form and its signature are those of transparency logs in general (C2SP
 * {@code tlog-checkpoint} and {@code signed-note}, Ed25519), so that other tools can check it too.
 *
 * @param origin name of the log, such as {@code waarborg.example/incident}
 * @param size leaves
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final String SIGNATURE = "\u2014 ";

    /** The text that is signed. */
    String text() {
        return origin + '\n' + size + '\n' + root + '\n';
    }

    public String sign(SigningKey key) {
        var signature = key.sign(text().getBytes(StandardCharsets.UTF_8));
        return text()
                + '\n'
                + SIGNATURE
                + key.verifier().name()
                + ' '
                + Base64.getEncoder().encodeToString(signature)
                + '\n';
    }

    /** The checkpoint in a note; empty if the key did not sign it. */
    public static Optional<Checkpoint> open(String note, VerifierKey key) {
        var end = note.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        var text = note.substring(0, end + 1);
        var signer = SIGNATURE + key.name() + ' ';
        var signed = note.substring(end + 2)
                .lines()
                .filter(line -> line.startsWith(signer))
                .anyMatch(line -> key.signed(text.getBytes(StandardCharsets.UTF_8), line.substring(signer.length())));
        return signed ? parse(text) : Optional.empty();
    }

    private static Optional<Checkpoint> parse(String text) {
        var lines = text.split("\n", -1);
        try {
            return lines.length < 4
                    ? Optional.empty()
                    : Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.parse(lines[2])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
