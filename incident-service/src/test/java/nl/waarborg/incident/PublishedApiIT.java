package nl.waarborg.incident;

import static nl.waarborg.incident.Customer.as;
import static nl.waarborg.incident.Customer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.PublishedApi;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation of the service: what it says of itself, to whom it is open, and what it tells of a foreign tenant. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_test"))
class PublishedApiIT {

    private PublishedApi api;

    @BeforeEach
    void readTheDocument() {
        api = PublishedApi.of(URI.create("http://localhost:" + RestAssured.port));
    }

    @Test
    void every_operation_is_described_whole() {
        assertTrue(
                api.operations().size() > 50, "operations: " + api.operations().size());
        assertEquals("", String.join("\n", api.omissions()));
    }

    @Test
    void every_operation_is_closed_to_whom_it_does_not_name() {
        assertEquals("", String.join("\n", api.openDoors()));
    }

    @Test
    void a_foreign_tenants_things_look_like_things_that_are_not_there() {
        var foreign = things(Customer.agreed("phocus"));
        var own = Customer.agreed("afas");
        var shared = Map.of(
                "support-calendars/preset", "AFAS_SLA",
                "support-calendars/name", "support",
                "reports/month", "2026-03",
                "reports/year", "2026",
                // A verification goes over everybody's; whose events it found, it says to those alone.
                "audit/id", UUID.randomUUID().toString());
        assertEquals(
                "",
                String.join(
                        "\n",
                        api.leaks(
                                foreign,
                                shared,
                                role -> role.side() == Role.Side.VENDOR
                                        ? own.staff(role)
                                        : own.of(role, UUID.randomUUID()))));
    }

    /** One of everything that a customer can have. */
    private static Map<String, String> things(Customer customer) {
        var incident = customer.raise("F-1");
        var of = Map.<String, Object>of("tenant", customer.tenant(), "incidentId", incident);
        make(customer.agent(), "/api/v1/remote-views", of, "sessionId");
        var copy = make(
                customer.agent(),
                "/api/v1/investigation-copies",
                Map.of("tenant", customer.tenant(), "incidentId", incident, "environmentId", customer.environment()),
                "copyId");
        var access = make(
                customer.agent(),
                "/api/v1/system-user-accesses",
                Map.of("tenant", customer.tenant(), "incidentId", incident, "reason", "look", "duration", "PT8H"),
                "accessId");
        Customer.send(
                "incident.inbound",
                UUID.randomUUID().toString(),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "1",
                        "ce_source", "urn:test:tickets",
                        "ce_type", "nl.waarborg.incident.raise.v1",
                        "ce_time", "2026-03-05T10:00:00Z",
                        "ce_tenantid", customer.tenant().toString(),
                        "content-type", "application/json"),
                new byte[] {'{', '}'});
        var operator = customer.staff(Role.OPERATOR);
        String letter = org.awaitility.Awaitility.await()
                .atMost(Customer.PATIENCE)
                .until(
                        () -> as(operator)
                                .queryParam("limit", 500)
                                .get("/api/v1/dead-letters")
                                .path("items.find { it.tenant == '" + customer.tenant() + "' }?.id"),
                        java.util.Objects::nonNull);
        var things = new HashMap<String, String>(Map.of(
                "incidents/id", incident,
                "incident-mails/incident", incident,
                "remote-views/incident", incident,
                "investigation-copies/incident", incident,
                "investigation-copies/copy", copy,
                "system-user-accesses/cause", incident,
                "system-user-accesses/access", access,
                "dead-letters/id", letter));
        things.put("incidents/agent", customer.employeeId().toString());
        things.put("persons/person", customer.submitterId().toString());
        things.put("portal-roles/person", customer.submitterId().toString());
        for (var path : List.of(
                "incidents",
                "persons",
                "portal-roles",
                "caller-checks",
                "tenants",
                "reports",
                "support-plus",
                "support-calendars")) {
            things.put(path + "/tenant", customer.tenant().toString());
        }
        return things;
    }

    private static String make(Identity who, String path, Map<String, ?> body, String id) {
        return as(who).body(json(body))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path(id);
    }
}
