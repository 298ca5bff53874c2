package nl.waarborg.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An event as it is stored: what its leaf of the tree is made of. Personal data in it are ciphertext, so that it can still be proved when
 * their key is destroyed.
 *
 * @param stream the stream that it belongs to
 * @param version its place in the stream, from 1
 * @param category of the stream
 * @param type stored name of the event
 * @param occurredAt business time, UTC, in microseconds
 * @param recordedAt the database's time of the append, UTC, in microseconds
 * @param payload the stored JSON, character by character
 * @param metadata the stored JSON, character by character
 */
public record EventContent(
        UUID stream,
        int version,
        UUID id,
        String category,
        String type,
        int schemaVersion,
        UUID tenant,
        Instant occurredAt,
        Instant recordedAt,
        String payload,
        String metadata) {

    /** The hash of its leaf: SHA-256 over the components in order, numbers big-endian, texts as UTF-8 after their length in bytes. */
    public Hash leaf() {
        var bytes = new ByteArrayOutputStream(256 + payload.length() + metadata.length());
        try (var out = new DataOutputStream(bytes)) {
            write(out, stream);
            out.writeInt(version);
            write(out, id);
            write(out, category);
            write(out, type);
            out.writeInt(schemaVersion);
            write(out, tenant);
            write(out, occurredAt);
            write(out, recordedAt);
            write(out, payload);
            write(out, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return Hash.leaf(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, UUID uuid) throws IOException {
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
