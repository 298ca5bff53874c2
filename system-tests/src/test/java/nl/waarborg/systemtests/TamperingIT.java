package nl.waarborg.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever may do anything in the database, but has no part of the suite, is found out from the outside. */
@ExtendWith(Suite.Started.class)
class TamperingIT {

    private static final Duration UNTIL_NUMBERED = Duration.ofMinutes(2);

    @Test
    void a_row_changed_behind_the_services_back_is_caught() throws SQLException {
        var customer = Customer.concluded("phocus");
        var submitter = customer.submitter("tampering@customer.example");
        var stream = UUID.fromString(customer.accept(customer.raise("TAMPERED", submitter, "P3", Instant.now())));
        var event = event(stream);
        await().atMost(UNTIL_NUMBERED)
                .until(() -> verify("--event", event.toString()).status() == 0);
        assertHolds(verify());

        var raised = payload(stream);
        var lighter = raised.replace("\"P3\"", "\"P2\"");
        assertNotEquals(raised, lighter);
        change(stream, lighter);

        assertCaught(verify("--event", event.toString()), "the event is not what was recorded");
        assertCaught(verify(), "Event %s version 1: was changed after it was recorded".formatted(stream));

        change(stream, raised);
        assertHolds(verify());
    }

    private static Suite.Ran verify(String... options) {
        return Suite.running()
                .waarborg(
                        Path.of("/"),
                        Stream.concat(Stream.of("verify", "incident", "--provider", "phocus"), Stream.of(options))
                                .toArray(String[]::new));
    }

    private static void assertHolds(Suite.Ran verified) {
        assertEquals(0, verified.status(), verified.told());
        assertTrue(verified.told().strip().endsWith("Nothing was changed."), verified.told());
    }

    private static void assertCaught(Suite.Ran verified, String finding) {
        assertEquals(1, verified.status(), verified.told());
        assertTrue(verified.told().contains(finding), verified.told());
    }

    private static UUID event(UUID stream) throws SQLException {
        return UUID.fromString(first("id", stream));
    }

    private static String payload(UUID stream) throws SQLException {
        return first("payload", stream);
    }

    private static String first(String column, UUID stream) throws SQLException {
        try (var superuser = Suite.running().superuser("incident");
                var select = superuser.prepareStatement(
                        "select %s::text from event where stream_id = ? and version = 1".formatted(column))) {
            select.setObject(1, stream);
            try (var rows = select.executeQuery()) {
                assertTrue(rows.next());
                return rows.getString(1);
            }
        }
    }

    private static void change(UUID stream, String payload) throws SQLException {
        try (var superuser = Suite.running().superuser("incident");
                var update = superuser.prepareStatement(
                        "update event set payload = ?::json where stream_id = ? and version = 1")) {
            update.setString(1, payload);
            update.setObject(2, stream);
            assertEquals(1, update.executeUpdate());
        }
    }
}
