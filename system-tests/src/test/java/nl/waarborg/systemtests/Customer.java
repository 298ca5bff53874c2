package nl.waarborg.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;

/** A customer with an agreement since 1 January 2026 and a system of its own that posts events. */
record Customer(UUID tenant, String provider) {

    static final String SOURCE = "urn:waarborg:system-tests:tickets";

    private static final AtomicInteger AGREEMENTS = new AtomicInteger();

    /** Concludes an agreement from the vendor's preset, and waits until incident-service knows its terms. */
    static Customer concluded(String provider) {
        var reference = "SYSTEM-TEST-" + AGREEMENTS.incrementAndGet();
        var manager = Identity.of(Role.AGREEMENT_MANAGER, provider, null);
        var answer = Api.agreements(manager)
                .post(
                        "/api/v1/agreements",
                        Map.of(
                                "reference",
                                reference,
                                "name",
                                "Customer of " + reference,
                                "preset",
                                provider.equals("afas") ? "AFAS_SLA" : "PHOCUS_CLOUD",
                                "concludedOn",
                                "2026-01-01",
                                "licence",
                                Map.of("type", "ERP", "users", 10, "employees", 20, "environments", 1, "returns", 1)));
        assertEquals(201, answer.status(), answer.body().toString());
        var customer =
                new Customer(UUID.fromString(answer.body().path("tenantId").asText()), provider);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Api.incidents(manager)
                                .get("/api/v1/tenants/%s/terms".formatted(customer.tenant()))
                                .status()
                        == 200);
        return customer;
    }

    Api as(Role role) {
        return Api.incidents(Identity.of(role, provider, role.side() == Role.Side.CUSTOMER ? tenant : null));
    }

    Identity poster() {
        return Identity.eventProducer(provider, tenant, List.of(SOURCE), List.of("nl.waarborg.incident.*"), true);
    }

    Api tickets() {
        return Api.incidents(poster());
    }

    /** Registers a person who may submit, as of the agreement's first days. */
    UUID submitter(String mail) {
        var person = UUID.nameUUIDFromBytes((tenant + mail).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var at = Instant.parse("2026-01-02T09:00:00Z");
        accept(event(
                "person-" + person,
                "register-person.v1",
                at,
                Map.of("personId", person, "name", "A Person", "mail", mail)));
        accept(event(
                "role-" + person,
                "assign-portal-role.v1",
                at,
                Map.of("personId", person, "role", "INCIDENT_SUBMITTER", "knowledgeDeclared", true)));
        return person;
    }

    Map<String, Object> event(String id, String type, Instant time, Map<String, ?> data) {
        var event = new HashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", SOURCE);
        event.put("type", "nl.waarborg.incident." + type);
        event.put("time", time.toString());
        event.put("tenantid", tenant.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return event;
    }

    Map<String, Object> raise(String number, UUID submitter, String priority, Instant at) {
        return event(
                "raise-" + number,
                "raise.v1",
                at,
                Map.of(
                        "number",
                        number,
                        "submitter",
                        submitter,
                        "channel",
                        "PORTAL",
                        "title",
                        "The payslips stay empty",
                        "description",
                        "Since this morning",
                        "claimedType",
                        priority.equals("P3") ? "FAULT" : "DISRUPTION",
                        "claimedPriority",
                        priority));
    }

    /** Posts one event, which must be accepted; answers the id of its stream. */
    String accept(Map<String, Object> event) {
        var answer = tickets().post("/api/v1/events", Api.EVENT, event);
        assertEquals(201, answer.status(), answer.body().toString());
        return answer.body().path("stream").asText();
    }

    Api.Answer post(Map<String, Object> event) {
        return tickets().post("/api/v1/events", Api.EVENT, event);
    }
}
