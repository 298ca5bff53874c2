package nl.waarborg.eventsourcing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file per tenant with its key, wrapped by the service's key-encryption key. Several replicas may share the directory; a key that
 * one destroys, the others forget within a second.
 */
public final class TenantKeyFiles implements TenantKeys {

    private static final String SUFFIX = ".key";
    private static final String NEW = "new-";
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path directory;
    private final Aead keyEncryptionKey;
    private final List<Aead> previous;
    private final ConcurrentHashMap<UUID, Unwrapped> unwrapped = new ConcurrentHashMap<>();

    /** A key as it was found at a moment of {@link System#nanoTime()}; null: there was none. */
    private record Unwrapped(@Nullable Aead key, long at) {}

    /**
     * @param directory is made if it is not there, for the owner alone
     * @param keyEncryptionKey 32 random bytes
     */
    public TenantKeyFiles(Path directory, byte[] keyEncryptionKey) {
        this(directory, keyEncryptionKey, List.of());
    }

    /**
     * @param directory is made if it is not there, for the owner alone
     * @param keyEncryptionKey 32 random bytes; wraps every new key
     * @param previous those that wrapped keys before it; a key that one of them opens is wrapped anew when it is found
     */
    public TenantKeyFiles(Path directory, byte[] keyEncryptionKey, List<byte[]> previous) {
        try {
            AeadConfig.register();
            this.keyEncryptionKey = aead(keyEncryptionKey);
            this.previous = previous.stream().map(TenantKeyFiles::aead).toList();
            this.directory = Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param file holds the key-encryption key: 32 bytes in Base64, in either alphabet
     * @param previous the same of those before it
     */
    public static TenantKeyFiles in(Path directory, Path file, List<Path> previous) {
        return new TenantKeyFiles(
                directory,
                read(file),
                previous.stream().map(TenantKeyFiles::read).toList());
    }

    private static byte[] read(Path file) {
        try {
            var text = Files.readString(file).strip().replace('+', '-').replace('/', '_');
            return Base64.getUrlDecoder().decode(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The key-encryption key cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " must hold 32 bytes in Base64", e);
        }
    }

    private static Aead aead(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("a key-encryption key has 32 bytes, not " + key.length);
        }
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Wraps anew every key that a previous key-encryption key wrapped; what the keys protect stays as it is. Afterwards the previous ones may
     * be thrown away.
     *
     * @return how many keys there are
     */
    public int rewrap() {
        try (var files = Files.list(directory)) {
            var tenants = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith(NEW))
                    .map(name -> UUID.fromString(name.substring(0, name.length() - SUFFIX.length())))
                    .toList();
            tenants.forEach(this::load);
            return tenants.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Aead toProtect(UUID tenant) {
        return toReveal(tenant).orElseGet(() -> create(tenant));
    }

    @Override
    public Optional<Aead> toReveal(UUID tenant) {
        var known = unwrapped.get(tenant);
        if (known == null || System.nanoTime() - known.at > TRUSTED_NANOS) {
            known = refresh(tenant, known);
        }
        return Optional.ofNullable(known.key);
    }

    @Override
    public void destroy(UUID tenant) {
        try {
            // The mark comes first: from then on nobody makes a new key.
            Files.write(destroyedMark(tenant), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.SYNC);
            syncDirectory();
            shred(file(tenant));
            for (var left : leftBehind()) {
                if (holdsKeyOf(tenant, left)) {
                    shred(left);
                }
            }
            syncDirectory();
            unwrapped.remove(tenant);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shred(Path file) throws IOException {
        try (var wrapped = FileChannel.open(file, StandardOpenOption.WRITE)) {
            wrapped.write(ByteBuffer.allocate((int) wrapped.size()));
            wrapped.force(true);
        } catch (NoSuchFileException e) {
            return; // there was none, or another replica was first
        }
        Files.deleteIfExists(file);
    }

    /** Keys under names of their own, of a replica that died before it gave them their tenant's. */
    private List<Path> leftBehind() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(NEW))
                    .toList();
        }
    }

    private boolean holdsKeyOf(UUID tenant, Path file) throws IOException {
        try {
            var wrapped = Files.readAllBytes(file);
            return Stream.concat(Stream.of(keyEncryptionKey), previous.stream())
                    .anyMatch(key -> unwrap(tenant, wrapped, key).isPresent());
        } catch (NoSuchFileException e) {
            return false; // it got its tenant's name meanwhile
        }
    }

    private Unwrapped refresh(UUID tenant, @Nullable Unwrapped known) {
        var now = System.nanoTime();
        var key = known == null ? null : known.key;
        if (key == null || !Files.exists(file(tenant)) || Files.exists(destroyedMark(tenant))) {
            key = load(tenant);
        }
        var found = new Unwrapped(key, now);
        unwrapped.put(tenant, found);
        return found;
    }

    private @Nullable Aead load(UUID tenant) {
        if (Files.exists(destroyedMark(tenant))) {
            return null;
        }
        try {
            var wrapped = Files.readAllBytes(file(tenant));
            var handle = unwrap(tenant, wrapped, keyEncryptionKey);
            if (handle.isEmpty()) {
                handle = previous.stream()
                        .flatMap(key -> unwrap(tenant, wrapped, key).stream())
                        .findFirst();
                if (handle.isPresent()) {
                    replace(tenant, handle.get());
                }
            }
            return handle.orElseThrow(() ->
                            new IllegalStateException("the key of tenant " + tenant + " was wrapped by another key"))
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (NoSuchFileException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<KeysetHandle> unwrap(UUID tenant, byte[] wrapped, Aead key) {
        try {
            return Optional.of(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, key, name(tenant)));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // wrapped by another
        }
    }

    private void replace(UUID tenant, KeysetHandle handle) throws IOException, GeneralSecurityException {
        Files.move(beside(tenant, handle), file(tenant), StandardCopyOption.ATOMIC_MOVE);
        syncDirectory();
        forgetIfDestroyed(tenant);
    }

    /** A new file with the wrapped key, on disk, under a name of its own. */
    private Path beside(UUID tenant, KeysetHandle handle) throws IOException, GeneralSecurityException {
        var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, keyEncryptionKey, name(tenant));
        var beside = Files.createTempFile(directory, NEW, SUFFIX);
        try (var file = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(wrapped));
            file.force(true);
        }
        return beside;
    }

    /** Destroyed in between: what came too late goes, too. */
    private void forgetIfDestroyed(UUID tenant) throws IOException {
        if (Files.exists(destroyedMark(tenant))) {
            Files.deleteIfExists(file(tenant));
        }
    }

    private Aead create(UUID tenant) {
        if (Files.exists(destroyedMark(tenant))) {
            throw new KeyDestroyed(tenant);
        }
        try {
            var beside = beside(tenant, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            try {
                // A link appears whole or not at all, and fails if another replica was first.
                Files.createLink(file(tenant), beside);
                syncDirectory();
            } catch (FileAlreadyExistsException e) {
                // Theirs is the key.
            } finally {
                Files.deleteIfExists(beside);
            }
            forgetIfDestroyed(tenant);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var key = refresh(tenant, null).key;
        if (key == null) {
            throw new KeyDestroyed(tenant);
        }
        return key;
    }

    private void syncDirectory() throws IOException {
        try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private Path file(UUID tenant) {
        return directory.resolve(tenant + SUFFIX);
    }

    private Path destroyedMark(UUID tenant) {
        return directory.resolve(tenant + ".destroyed");
    }

    private static byte[] name(UUID tenant) {
        return tenant.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
