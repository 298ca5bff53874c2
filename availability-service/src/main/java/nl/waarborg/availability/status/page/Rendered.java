package nl.waarborg.availability.status.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** An answer that waits in memory, plain and compressed; whoever gets its bytes only reads them. */
public final class Rendered {

    private static final int TAG_LENGTH = 20;

    private final int status;
    private final String type;
    private final byte[] plain;
    private final byte[] zipped;
    private final String hash;

    private Rendered(int status, String type, byte[] plain) {
        this.status = status;
        this.type = type;
        this.plain = plain;
        this.zipped = zip(plain);
        this.hash = hash(plain);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public byte[] plain() {
        return plain;
    }

    public byte[] zipped() {
        return zipped;
    }

    /** The {@code ETag} of the plain form. */
    public String tag() {
        return '"' + hash + '"';
    }

    /** The {@code ETag} of the compressed form: strong tags name bytes. */
    public String zippedTag() {
        return '"' + hash + "-gzip\"";
    }

    String hash() {
        return hash;
    }

    static Rendered of(int status, String type, String text) {
        return of(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Rendered of(int status, String type, byte[] plain) {
        return new Rendered(status, type, plain);
    }

    int size() {
        return plain.length + zipped.length;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
