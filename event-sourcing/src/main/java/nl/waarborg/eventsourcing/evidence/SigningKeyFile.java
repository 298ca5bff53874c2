package nl.waarborg.eventsourcing.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import nl.waarborg.evidence.SigningKey;

/** Where a service keeps the key that signs its checkpoints: apart from its database and its backups. Replicas share it. */
public final class SigningKeyFile {

    private SigningKeyFile() {}

    /**
     * The key in this file, made if there is none.
     *
     * @param name of the log, as others know it
     */
    public static SigningKey in(Path file, String name) {
        try {
            if (Files.notExists(file)) {
                create(file, name);
            }
            return SigningKey.read(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The key that signs the evidence cannot be read", e);
        }
    }

    private static void create(Path file, String name) throws IOException {
        var beside = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "new-",
                ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(beside, SigningKey.generate(name).secret());
            // A link appears whole or not at all, and fails if another replica was first.
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // Theirs is the key.
        } finally {
            Files.delete(beside);
        }
    }
}
