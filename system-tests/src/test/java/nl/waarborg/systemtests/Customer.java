package nl.waarborg.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;

/** A customer with an agreement since 1 January 2026 and a system of its own that posts events. */
record Customer(UUID tenant, UUID agreement, String provider) {

    static final String SOURCE = "urn:waarborg:system-tests:tickets";

    private static final AtomicInteger AGREEMENTS = new AtomicInteger();

    /** Concludes an agreement from the vendor's preset, and waits until incident-service knows its terms. */
    static Customer concluded(String provider) {
        var customer = concluding(provider);
        customer.awaitTerms();
        return customer;
    }

    /** Concludes an agreement; incident-service hears of it in its own time. */
    static Customer concluding(String provider) {
        var reference = "SYSTEM-TEST-" + AGREEMENTS.incrementAndGet();
        var agreement = Map.of(
                "reference",
                reference,
                "name",
                "Customer of " + reference,
                "preset",
                provider.equals("afas") ? "AFAS_SLA" : "PHOCUS_CLOUD",
                "concludedOn",
                "2026-01-01",
                "licence",
                Map.of("type", "ERP", "users", 10, "employees", 20, "environments", 1, "returns", 1));
        // Again while it cannot be answered right now, as after a failure of the database.
        var answer = await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Api.agreements(manager(provider)).post("/api/v1/agreements", agreement),
                        tried -> tried.status() != 503);
        assertEquals(2, answer.status() / 100, answer.body().toString());
        return new Customer(
                UUID.fromString(answer.body().path("tenantId").asText()),
                UUID.fromString(answer.body().path("agreementId").asText()),
                provider);
    }

    private static Identity manager(String provider) {
        return Identity.of(Role.AGREEMENT_MANAGER, provider, null);
    }

    void awaitTerms() {
        await().atMost(Duration.ofSeconds(90))
                .ignoreException(UncheckedIOException.class)
                .until(() -> !knownVersions().isEmpty());
    }

    void changeTerms(Map<String, String> deviations, LocalDate from) {
        var answer = Api.agreements(manager(provider))
                .post(
                        "/api/v1/agreements/" + agreement + "/terms",
                        Map.of("deviations", deviations, "effectiveFrom", from.toString()));
        assertEquals(204, answer.status(), answer.body().toString());
    }

    /** Number and first moment of each version of the terms, as processor-agreement-service has them. */
    List<String> agreedVersions() {
        var versions = Api.agreements(manager(provider)).get("/api/v1/tenants/%s/terms/versions".formatted(tenant));
        assertEquals(200, versions.status(), versions.body().toString());
        return versions(versions.body(), "termsVersion");
    }

    /** The same, as incident-service knows them; empty as long as it knows none. */
    List<String> knownVersions() {
        var terms = Api.incidents(manager(provider)).get("/api/v1/tenants/%s/terms".formatted(tenant));
        return versions(terms.body().path("terms"), "version");
    }

    private static List<String> versions(JsonNode versions, String number) {
        return StreamSupport.stream(versions.spliterator(), false)
                .map(version -> version.path(number).asInt() + " from "
                        + version.path("validFrom").asText())
                .sorted()
                .toList();
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
        var person = UUID.nameUUIDFromBytes((tenant + mail).getBytes(UTF_8));
        register(person, mail, "INCIDENT_SUBMITTER");
        return person;
    }

    /** The customer's own administrator, registered and with that role. */
    Api administrator() {
        var identity = Identity.of(Role.ADMINISTRATOR, provider, tenant);
        register(identity.person(), "administrator@customer.example", "ADMINISTRATOR");
        return Api.incidents(identity);
    }

    private void register(UUID person, String mail, String role) {
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
                Map.of("personId", person, "role", role, "knowledgeDeclared", true)));
    }

    /** @param id unique among this customer's events */
    Map<String, Object> event(String id, String type, Instant time, Map<String, ?> data) {
        var event = new HashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", tenant + "/" + id);
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
