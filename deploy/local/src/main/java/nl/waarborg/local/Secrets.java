package nl.waarborg.local;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Secrets of one installation: generated when first asked for, then kept as files that only their owner can read. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    public Secrets(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** A password of 192 random bits, safe in URLs and property files; the same one at every call. */
    public String password(String name) {
        try {
            return Files.readString(file(name, 24));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with the Base64 text of a key of 256 random bits; the same one at every call. */
    public Path keyFile(String name) {
        return file(name, 32);
    }

    private Path file(String name, int randomBytes) {
        var file = directory.resolve(name);
        try {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(permissions("rwx------")));
            if (!Files.exists(file)) {
                write(file, randomBytes);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file + " cannot be kept", e);
        }
    }

    private static void write(Path file, int randomBytes) throws IOException {
        var bytes = new byte[randomBytes];
        RANDOM.nextBytes(bytes);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        // Written beside and renamed, so that a crash never leaves half a secret that a database then trusts.
        var written = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        var ownerOnly = PosixFilePermissions.asFileAttribute(permissions("rw-------"));
        try (var channel = FileChannel.open(written, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            channel.write(java.nio.ByteBuffer.wrap(encoder.encode(bytes)));
            channel.force(true);
        }
        Files.move(written, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static Set<java.nio.file.attribute.PosixFilePermission> permissions(String text) {
        return PosixFilePermissions.fromString(text);
    }
}
