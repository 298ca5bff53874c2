package nl.waarborg.evidence;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key with which a log signs its checkpoints. Whoever has it can make evidence: it lies apart from the database. */
public final class SigningKey {

    private final PrivateKey privateKey;
    private final byte[] publicKey;
    private final VerifierKey verifier;

    private SigningKey(String name, KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.publicKey = pair.getPublic().getEncoded();
        this.verifier = VerifierKey.of(name, pair.getPublic());
    }

    public static SigningKey generate(String name) {
        try {
            return new SigningKey(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads what {@link #secret} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static SigningKey read(String name, String secret) {
        var lines = secret.lines().toList();
        if (lines.size() != 2) {
            throw new IllegalArgumentException("a signing key has two lines, private and public");
        }
        try {
            var factory = KeyFactory.getInstance("Ed25519");
            return new SigningKey(
                    name,
                    new KeyPair(
                            factory.generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(lines.getLast()))),
                            factory.generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst())))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key", e);
        }
    }

    /** Two lines of Base64, PKCS#8 and X.509. Secret. */
    public String secret() {
        var base64 = Base64.getEncoder();
        return base64.encodeToString(privateKey.getEncoded()) + '\n' + base64.encodeToString(publicKey) + '\n';
    }

    public VerifierKey verifier() {
        return verifier;
    }

    byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text);
            var signed = signature.sign();
            return ByteBuffer.allocate(verifier.id().length + signed.length)
                    .put(verifier.id())
                    .put(signed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a checkpoint could not be signed", e);
        }
    }
}
