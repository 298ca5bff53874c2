package nl.waarborg.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void a_secret_is_made_once_and_another_one_for_another_name() {
        var first = new Secrets(directory.resolve("secrets"));
        var again = new Secrets(directory.resolve("secrets"));
        assertEquals(first.password("incident-writer"), again.password("incident-writer"));
        assertNotEquals(first.password("incident-writer"), first.password("incident-reader"));
        assertTrue(first.password("incident-writer").matches("[\\w-]{32}"));
    }

    @Test
    void a_key_file_holds_32_bytes_in_base64_for_its_owner_only() throws Exception {
        for (var name = 0; name < 20; name++) {
            var file = new Secrets(directory).keyFile("key-" + name);
            assertEquals(32, Base64.getDecoder().decode(Files.readString(file)).length);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }
}
