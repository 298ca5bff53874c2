package nl.waarborg.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Programs that travel inside jars, unpacked once per machine and version.
 *
 * <p>They lie in {@code waarborg-parts-<user>} of the temporary directory, or where the system property
 * {@code waarborg.parts} says; everybody may read and execute them, since PostgreSQL runs as another user than root.
 */
final class PackedFiles {

    private static final String POSTGRES = "postgres-linux-x86_64.txz";
    private static final String KAFKA = "kafka-broker.classpath";

    private PackedFiles() {}

    /** The directory with {@code bin}, {@code lib} and {@code share} of PostgreSQL. */
    static Path postgres() {
        var archive = bytes(POSTGRES);
        return unpacked("postgresql", archive, directory -> untar(archive, directory));
    }

    /** The jars of the broker, in the order of its classpath. */
    static List<Path> kafkaJars() {
        var classpath = bytes(KAFKA);
        var jars = List.of(new String(classpath, UTF_8).strip().split(":"));
        var directory = unpacked("kafka", classpath, unpacking -> {
            for (var jar : jars) {
                Files.createDirectories(unpacking.resolve(jar).getParent());
                try (var content = open(jar)) {
                    Files.copy(content, unpacking.resolve(jar));
                }
            }
        });
        return jars.stream().map(directory::resolve).toList();
    }

    @FunctionalInterface
    private interface Unpacking {
        void into(Path directory) throws IOException;
    }

    private static Path unpacked(String name, byte[] identity, Unpacking unpacking) {
        try {
            var home = home();
            var target = home.resolve(name + "-" + digest(identity));
            if (Files.isDirectory(target)) {
                return target;
            }
            var beside = Files.createTempDirectory(home, name + "-");
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpacking.into(beside);
            try {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                delete(beside); // another process was faster
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be unpacked", e);
        }
    }

    private static Path home() throws IOException {
        var user = System.getProperty("user.name");
        var home = Path.of(
                System.getProperty("waarborg.parts", System.getProperty("java.io.tmpdir") + "/waarborg-parts-" + user));
        Files.createDirectories(home);
        // The temporary directory is everybody's: nothing is executed that somebody else may have put there.
        if (!Files.getOwner(home).getName().equals(user)) {
            throw new LocalPartException(
                    home + " belongs to another user; remove it or set -Dwaarborg.parts=<directory>");
        }
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home.toRealPath();
    }

    private static void untar(byte[] archive, Path directory) throws IOException {
        try (var entries = new TarArchiveInputStream(
                new BufferedInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var file = directory.resolve(entry.getName()).normalize();
                if (!file.startsWith(directory)) {
                    throw new IOException("Entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(entries, file);
                    Files.setPosixFilePermissions(file, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        return PosixFilePermissions.fromString((mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    }

    private static byte[] bytes(String resource) {
        try (var content = open(resource)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        var content = PackedFiles.class.getClassLoader().getResourceAsStream(resource);
        if (content == null) {
            throw new LocalPartException(resource + " is not on the classpath; build with: mvn package");
        }
        return content;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes a directory with all that is in it; nothing if there is none. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
