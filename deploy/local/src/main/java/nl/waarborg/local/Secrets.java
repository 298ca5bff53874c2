package nl.waarborg.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** Secrets of one installation: generated when first asked for, then kept as files that only their owner can read. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    public Secrets(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** A password of 192 random bits, safe in URLs and property files; the same one at every call. */
    public String password(String name) {
        return text(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(24)));
    }

    /** A file with the Base64 text of a key of 256 random bits; the same one at every call. */
    public Path keyFile(String name) {
        text(name, () -> Base64.getEncoder().encodeToString(random(32)));
        return directory.resolve(name);
    }

    /** The kept text, made once by {@code generator}. */
    String text(String name, Supplier<String> generator) {
        var file = directory.resolve(name);
        try {
            Files.createDirectories(directory, ownerOnly("rwx------"));
            if (!Files.exists(file)) {
                write(file, generator.get());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file + " cannot be kept", e);
        }
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static void write(Path file, String text) throws IOException {
        // Beside and renamed, so that a crash never leaves half a secret that a database then trusts.
        var beside = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(beside);
        try (var channel = FileChannel.open(beside, Set.of(CREATE_NEW, WRITE), ownerOnly("rw-------"))) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
