package nl.waarborg.incident.remoteviewing.api;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A code that a person reads out or types, and the slow hash of it that is kept. */
final class PersonalCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BOUND = 1_000_000_000;
    private static final int ITERATIONS = 100_000;
    private static final int BITS = 256;

    private PersonalCode() {}

    /** Nine digits. */
    static String random() {
        return "%09d".formatted(RANDOM.nextInt(BOUND));
    }

    /** The same code of another session has another hash. */
    static String hash(UUID session, String code) {
        var salt = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .array();
        try {
            var key = new PBEKeySpec(code.toCharArray(), salt, ITERATIONS, BITS);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(key)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK hashes no codes", e);
        }
    }
}
