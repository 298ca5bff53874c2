package nl.waarborg.eventsourcing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantKeyFilesTest {

    private static final UUID TENANT = UUID.randomUUID();
    private static final byte[] CONTEXT = {1};

    @TempDir
    Path directory;

    @Test
    void replicas_that_make_a_key_at_the_same_time_get_the_same_one() throws Exception {
        var start = new CountDownLatch(1);
        var sealed = new ArrayList<Future<byte[]>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 16; i++) {
                var replica = replica();
                sealed.add(threads.submit(() -> {
                    start.await();
                    return replica.toProtect(TENANT).encrypt(new byte[] {42}, CONTEXT);
                }));
            }
            start.countDown();
        }
        var key = replica().toReveal(TENANT).orElseThrow();
        for (var each : sealed) {
            assertArrayEquals(new byte[] {42}, key.decrypt(each.get(), CONTEXT));
        }
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void a_destroyed_key_is_gone_for_every_replica_and_never_comes_back() throws Exception {
        var one = replica();
        var other = replica();
        one.toProtect(TENANT);
        other.toProtect(TENANT);
        one.destroy(TENANT);
        one.destroy(TENANT);
        assertTrue(one.toReveal(TENANT).isEmpty());
        assertThrows(TenantKeys.KeyDestroyed.class, () -> one.toProtect(TENANT));
        await().until(() -> other.toReveal(TENANT).isEmpty());
        assertThrows(TenantKeys.KeyDestroyed.class, () -> other.toProtect(TENANT));
        try (var files = Files.list(directory)) {
            assertEquals(
                    TENANT + ".destroyed",
                    files.findFirst().orElseThrow().getFileName().toString());
        }
    }

    @Test
    void what_a_replica_left_behind_when_it_died_is_destroyed_too() throws Exception {
        var other = UUID.randomUUID();
        var keys = replica();
        keys.toProtect(TENANT);
        keys.toProtect(other);
        var left = Files.copy(directory.resolve(TENANT + ".key"), directory.resolve("new-1.key"));
        var others = Files.copy(directory.resolve(other + ".key"), directory.resolve("new-2.key"));
        var unfinished = Files.createFile(directory.resolve("new-3.key"));

        keys.destroy(TENANT);

        assertTrue(Files.notExists(left));
        assertTrue(Files.exists(others));
        assertTrue(Files.exists(unfinished));
        assertTrue(keys.toReveal(other).isPresent());
    }

    @Test
    void a_key_wrapped_by_another_key_is_refused() {
        replica().toProtect(TENANT);
        var otherKey = new byte[32];
        Arrays.fill(otherKey, (byte) 1);
        var stranger = new TenantKeyFiles(directory, otherKey);
        assertThrows(IllegalStateException.class, () -> stranger.toReveal(TENANT));
    }

    @Test
    void the_key_encryption_key_is_read_from_a_file() throws IOException {
        var file = Files.writeString(
                directory.resolve("kek"), java.util.Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        var keys = directory.resolve("keys");
        TenantKeyFiles.in(keys, file, List.of()).toProtect(TENANT);
        assertTrue(new TenantKeyFiles(keys, new byte[32]).toReveal(TENANT).isPresent());
        Files.writeString(file, "short");
        assertThrows(IllegalArgumentException.class, () -> TenantKeyFiles.in(keys, file, List.of()));
    }

    @Test
    void a_rotation_wraps_the_keys_anew_and_leaves_what_they_protect() throws Exception {
        var other = UUID.randomUUID();
        var sealed = replica().toProtect(TENANT).encrypt(new byte[] {42}, CONTEXT);
        replica().toProtect(other);
        var next = new byte[32];
        Arrays.fill(next, (byte) 7);

        assertEquals(2, new TenantKeyFiles(directory, next, List.of(new byte[32])).rewrap());

        var rotated = new TenantKeyFiles(directory, next);
        assertArrayEquals(
                new byte[] {42}, rotated.toReveal(TENANT).orElseThrow().decrypt(sealed, CONTEXT));
        assertTrue(rotated.toReveal(other).isPresent());
        assertThrows(IllegalStateException.class, () -> replica().toReveal(TENANT));
        rotated.destroy(TENANT);
        assertEquals(1, new TenantKeyFiles(directory, next, List.of(new byte[32])).rewrap());
        assertTrue(new TenantKeyFiles(directory, next).toReveal(TENANT).isEmpty());
    }

    private TenantKeyFiles replica() {
        return new TenantKeyFiles(directory, new byte[32]);
    }
}
