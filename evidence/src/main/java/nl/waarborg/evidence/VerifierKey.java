package nl.waarborg.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of a log, to be kept where the log's owner cannot change it. Its text is {@code <name>+<id>+<key>}, the form of C2SP
 * {@code signed-note}.
 */
public final class VerifierKey {

    private static final byte ED25519 = 1;
    private static final int ID = 4;

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final PublicKey publicKey;

    private VerifierKey(String name, byte[] key) {
        if (name.isEmpty() || name.chars().anyMatch(c -> Character.isWhitespace(c) || c == '+')) {
            throw new IllegalArgumentException("a key's name has no space and no +: " + name);
        }
        this.name = name;
        this.key = key;
        try {
            this.publicKey = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(X509.length + key.length)
                            .put(X509)
                            .put(key)
                            .array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key", e);
        }
    }

    static VerifierKey of(String name, PublicKey key) {
        return new VerifierKey(name, Arrays.copyOfRange(key.getEncoded(), X509.length, key.getEncoded().length));
    }

    /** @throws IllegalArgumentException if it is no such text, or its id belongs to another key */
    public static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("a verifier key is <name>+<id>+<key>");
        }
        var bytes = Base64.getDecoder().decode(parts[2]);
        if (bytes.length == 0 || bytes[0] != ED25519) {
            throw new IllegalArgumentException("only Ed25519 keys are known");
        }
        var key = new VerifierKey(parts[0], Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the id of the key is wrong");
        }
        return key;
    }

    public String name() {
        return name;
    }

    byte[] id() {
        var digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(key), ID);
    }

    /** @param signature Base64 of the key's id and the signature proper */
    boolean signed(byte[] text, String signature) {
        try {
            var bytes = Base64.getDecoder().decode(signature);
            if (bytes.length <= ID || !Arrays.equals(bytes, 0, ID, id(), 0, ID)) {
                return false;
            }
            var check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey);
            check.update(text);
            return check.verify(bytes, ID, bytes.length - ID);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        var typed = ByteBuffer.allocate(1 + key.length).put(ED25519).put(key).array();
        return name
                + '+'
                + HexFormat.of().formatHex(id())
                + '+'
                + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
