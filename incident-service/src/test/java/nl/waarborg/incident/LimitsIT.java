package nl.waarborg.incident;

import static nl.waarborg.incident.MadeCustomer.PATIENCE;
import static nl.waarborg.incident.MadeCustomer.as;
import static nl.waarborg.incident.MadeCustomer.json;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import org.junit.jupiter.api.Test;

/** How much one client may ask, how much it may send, and what is kept of what was refused. */
@QuarkusTest
@TestProfile(TightLimits.class)
class LimitsIT {

    @Inject
    @DataSource("writer")
    javax.sql.DataSource writer;

    @Test
    void who_asks_too_much_is_told_when_to_come_back_and_others_are_served() {
        var customer = MadeCustomer.unknown("afas");
        var greedy = as(customer.of(Role.INCIDENT_VIEWER, UUID.randomUUID()));
        var answer = await().atMost(PATIENCE)
                .pollInterval(java.time.Duration.ofMillis(1))
                .until(() -> greedy.get("/api/v1/incidents"), response -> response.statusCode() == 429);
        answer.then()
                .contentType("application/problem+json")
                .body("type", equalTo("urn:waarborg:problem:too-many-requests"))
                .body("status", equalTo(429));
        var wait = Integer.parseInt(answer.header("Retry-After"));
        assertTrue(wait >= 1 && wait <= 10, "Retry-After " + wait);
        as(customer.staff(Role.AUDITOR)).get("/api/v1/incidents").then().statusCode(200);
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_and_without_a_length() throws IOException, InterruptedException {
        var customer = MadeCustomer.unknown("afas");
        var body = json(Map.of("title", "Too much", "description", "x".repeat(TightLimits.BODY)));
        as(customer.submitter())
                .body(body)
                .post("/api/v1/incidents")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:waarborg:problem:too-large"));
        for (var size : List.of(body.length(), 3 * 1024 * 1024)) {
            var chunked = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/api/v1/incidents"))
                    .header("Authorization", "Bearer " + ServiceSurroundings.token(customer.submitter()))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                            "x".repeat(size).getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(chunked, HttpResponse.BodyHandlers.ofString());
                assertEquals(413, answer.statusCode());
                assertTrue(answer.body().contains("urn:waarborg:problem:too-large"), size + ": " + answer.body());
            }
        }
    }

    @Test
    void a_flood_of_refusals_is_counted_and_not_written_down() throws SQLException {
        var customer = MadeCustomer.unknown("afas");
        var statuses = new ArrayList<Integer>();
        var began = System.nanoTime();
        for (var time = 0; time < 100; time++) {
            statuses.add(as(customer.viewer()).get("/api/v1/dead-letters").statusCode());
        }
        var seconds = (System.nanoTime() - began) / 1_000_000_000.0;
        assertEquals(100, statuses.stream().filter(status -> status == 403).count());
        var allowed = Math.ceil(TightLimits.REFUSALS_PER_SECOND * (seconds + 1));
        var written = count("select count(*) from refusal where tenant_id = '" + customer.tenant() + "'");
        assertTrue(written >= 1 && written <= allowed, written + " written in " + seconds + " s");
    }

    private long count(String sql) throws SQLException {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
