package nl.waarborg.availability.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.status.domain.NoticeKind;
import nl.waarborg.availability.status.domain.NoticeState;
import nl.waarborg.availability.status.domain.PlatformStatus;
import nl.waarborg.availability.status.domain.StatusNotice;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

/** The service starts while nothing answers at its database's address. */
@QuarkusTest
@TestProfile(StartWithoutDatabaseIT.DatabaseAway.class)
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "status_away_test"))
class StartWithoutDatabaseIT {

    /** The port of nobody. */
    private static final String AWAY = "jdbc:postgresql://127.0.0.1:9/away";

    public static class DatabaseAway implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var directory = Files.createTempDirectory("last-known-");
                var status = new PlatformStatus(
                        "afas",
                        Instant.now().minus(Duration.ofMinutes(75)),
                        List.of(Component.PROFIT),
                        List.of(new StatusNotice(
                                UUID.randomUUID(),
                                NoticeKind.OUTAGE,
                                NoticeState.ACTIVE,
                                Set.of(Component.PROFIT),
                                false,
                                "De inlogserver antwoordt niet.",
                                Instant.now().minus(Duration.ofHours(2)),
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of())),
                        List.of(),
                        Map.of());
                new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .writeValue(directory.resolve("afas.json").toFile(), status);
                return Map.of(
                        "quarkus.datasource.jdbc.url", AWAY,
                        "quarkus.datasource.writer.jdbc.url", AWAY,
                        "waarborg.status.directory", directory.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    @Rule("AVL-026")
    void what_was_known_last_is_shown_with_its_age() {
        given().get("/status/afas?lang=nl")
                .then()
                .statusCode(200)
                .body(containsString("Laatst bekende stand van"))
                // The file is made some minutes before the test runs.
                .body(matchesPattern("(?s).*dit is [12] u \\d+ min geleden.*"))
                .body(containsString("Er is een storing in Profit"))
                .body(containsString("De inlogserver antwoordt niet."));
    }

    @Test
    void what_was_never_known_is_said_to_be_unknown() {
        given().get("/status/phocus?lang=en")
                .then()
                .statusCode(503)
                .header("Cache-Control", "no-store")
                .body(containsString("The state of PHOCUS Cloud is not known yet"));
    }
}
