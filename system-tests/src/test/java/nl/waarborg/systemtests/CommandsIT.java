package nl.waarborg.systemtests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code ./waarborg} says about a suite that runs, to somebody who stands elsewhere. */
@ExtendWith(Suite.Started.class)
class CommandsIT {

    @Test
    void a_second_up_leaves_what_runs_and_says_where_it_answers() {
        var again = waarborg("up");

        assertEquals(0, again.status(), again.told());
        assertTrue(again.told().contains("Waarborg already runs."), again.told());
        assertTrue(again.told().contains(Suite.running().addresses().incidents().toString()), again.told());
    }

    @Test
    void status_shows_every_part_ready() {
        var status = waarborg("status");

        assertEquals(0, status.status(), status.told());
        assertEquals(
                2,
                status.told().lines().filter(line -> line.endsWith(" is ready")).count(),
                status.told());
    }

    @Test
    void a_token_opens_the_services_and_a_mistake_is_told() {
        var token = waarborg("token", "service-manager", "--provider", "phocus");
        assertEquals(0, token.status(), token.told());
        var incidents =
                new Api(Suite.running().addresses().incidents(), token.told().strip());
        assertEquals(200, incidents.get("/api/v1/reports/months/2026-01").status());

        var mistake = waarborg("token", "emperor");
        assertEquals(1, mistake.status(), mistake.told());
        assertTrue(mistake.told().startsWith("There is no role emperor. Roles: administrator, "), mistake.told());
    }

    private static Suite.Ran waarborg(String... arguments) {
        return Suite.running().waarborg(Path.of("/"), arguments);
    }
}
