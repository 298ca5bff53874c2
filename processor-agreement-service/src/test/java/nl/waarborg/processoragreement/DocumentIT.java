package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.processoragreement.document.projection.StandardDocumentsProjection;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.junit.jupiter.api.Test;

/** Versions of the standard agreement are the vendor's, so the customers of other tests get them too; they begin to hold later than those look. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class DocumentIT {

    @Inject
    @DataSource("writer")
    javax.sql.DataSource writer;

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] TEXT = "Artikel 1".getBytes(StandardCharsets.UTF_8);
    private static final String BASE64 = Base64.getEncoder().encodeToString(TEXT);

    @Test
    @Rule({"XSV-002", "XSV-003", "XSV-004", "XSV-005", "XSV-006"})
    void a_change_is_announced_mailed_published_and_holds_from_its_day_whatever_is_asked_about_it() {
        var reader = Customers.conclude("phocus", "SLA-MAIL", "AFAS_SLA", "2024-01-01");
        var silent = Customers.conclude("phocus", "SLA-SILENT", "PHOCUS_CLOUD", "2024-01-01");
        var from = today().plusDays(20);
        manager()
                .body(announcement(today()))
                .post("/api/v1/sla-versions")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-007"));
        var version = manager()
                .body(announcement(from))
                .post("/api/v1/sla-versions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("slaVersion");

        // The newsletter's mail goes where the terms promise one, and the portal shows it to everybody.
        await().atMost(SOON).until(() -> Customers.mails().stream()
                .anyMatch(mail -> mail.contains("contact-SLA-MAIL@example.org")));
        await().atMost(SOON).until(() -> new Rows(writer)
                .list(
                        "select key from deadline where tenant_id = ? and kind = ?",
                        row -> row.text("key"),
                        silent.tenant(),
                        StandardDocumentsProjection.MAIL_CHANGE)
                .isEmpty());
        assertTrue(Customers.mails().stream().noneMatch(mail -> mail.contains("contact-SLA-SILENT@example.org")));
        await().atMost(SOON).untilAsserted(() -> manager()
                .get("/api/v1/sla-versions/" + version + "/notices")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("Customer of SLA-MAIL"))
                .body("items.name", not(hasItem("Customer of SLA-SILENT")))
                .body("items.find { it.name == 'Customer of SLA-MAIL' }.recipients", equalTo(1)));
        silent.as(Role.INCIDENT_VIEWER)
                .get("/api/v1/sla-versions")
                .then()
                .statusCode(200)
                .body("versions.slaVersion", hasItem(version))
                .body("versions[0].changes[0].key", equalTo("priority.P3.response"));
        // Another vendor's customers know nothing of it.
        Customers.as(Role.ADMINISTRATOR, "afas", UUID.randomUUID())
                .get("/api/v1/sla-versions")
                .then()
                .body("versions", hasSize(0));

        var question = reader.as(Role.ADMINISTRATOR)
                .body(Map.of("slaVersion", version, "subject", "P3", "text", "Why four days?"))
                .post("/api/v1/agreement-questions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("questionId");

        manager()
                .body(Map.of("mediaType", "text/plain", "content", BASE64))
                .post("/api/v1/sla-versions/" + version + "/publication")
                .then()
                .statusCode(204);
        var adopted = reader.path() + "/sla-versions";
        await().atMost(SOON).untilAsserted(() -> reader.as(Role.ADMINISTRATOR)
                .get(adopted)
                .then()
                .statusCode(200)
                .body("slaVersion", contains(version))
                .body("effectiveFrom", contains(from.toString())));
        // The pending question suspends nothing: before the day the old term, from it on the new one.
        assertEquals("3 WORKING_DAYS", term(reader, today().plusDays(19)));
        assertEquals("4 WORKING_DAYS", term(reader, from));
        reader.as(Role.ADMINISTRATOR)
                .queryParam(
                        "at",
                        from.atStartOfDay(AgreedCalendars.ZONE).toInstant().toString())
                .get("/api/v1/tenants/" + reader.tenant() + "/terms/priority.P3.response")
                .then()
                .body("term.origin", equalTo("SLA_VERSION"))
                .body("term.clause", equalTo("§2.2.3 tab. 10"));

        // A customer that comes later adopts it too.
        var later = Customers.conclude("phocus", "SLA-LATER", "AFAS_SLA", "2024-01-01");
        await().atMost(SOON).untilAsserted(() -> later.as(Role.ADMINISTRATOR)
                .get(later.path() + "/sla-versions")
                .then()
                .body("slaVersion", contains(version)));

        manager()
                .body(Map.of("outcome", "NOT_RESOLVED", "answer", "It stays so."))
                .post("/api/v1/agreement-questions/" + question + "/answer")
                .then()
                .statusCode(204);
        reader.as(Role.ADMINISTRATOR)
                .get("/api/v1/agreement-questions/" + question)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NOT_RESOLVED"))
                .body("text", equalTo("Why four days?"));
        silent.as(Role.ADMINISTRATOR)
                .get("/api/v1/agreement-questions/" + question)
                .then()
                .statusCode(404);

        // In the last resort the customer terminates, by the version that it contests; the old terms stay for two
        // months.
        reader.as(Role.AGREEMENT_CONTACT)
                .body(Map.of(
                        "ground",
                        "SLA_CHANGE",
                        "scope",
                        "WHOLE",
                        "contestedSlaVersion",
                        version,
                        "endsOn",
                        today().plusMonths(3).toString()))
                .post(reader.path() + "/termination")
                .then()
                .statusCode(204);
        assertEquals("3 WORKING_DAYS", term(reader, from));
        assertEquals("4 WORKING_DAYS", term(reader, today().plusMonths(2).plusDays(1)));

        manager()
                .get("/api/v1/sla-versions")
                .then()
                .body("perYear.find { it.year == " + today().getYear() + " }.published", equalTo(1));
        assertArrayEquals(
                TEXT,
                silent.as(Role.AGREEMENT_CONTACT)
                        .get("/api/v1/sla-versions/" + version + "/document")
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", containsString("attachment"))
                        .extract()
                        .asByteArray());
        // Its day has not come, so nothing published holds today.
        silent.as(Role.AGREEMENT_CONTACT)
                .get("/api/v1/current-sla/document")
                .then()
                .statusCode(404);
    }

    @Test
    @Rule({"PRA-002", "PRA-003", "PRA-004", "PRA-005", "PRA-006", "PRA-062"})
    void an_assignment_is_signed_documented_and_agreed_otherwise() {
        var customer = Customers.conclude("phocus", "PAPERS-1", "PHOCUS_CLOUD", "2024-01-01");
        var path = customer.path();
        customer.as(Role.AUTHORISED_CONTACT)
                .body(Map.of("signedBy", "J. Jansen", "takenNote", false))
                .post(path + "/signature")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-004"));
        customer.as(Role.AUTHORISED_CONTACT)
                .body(Map.of("signedBy", "J. Jansen", "takenNote", true))
                .post(path + "/signature")
                .then()
                .statusCode(204);
        manager().get(path).then().body("signedBy", equalTo("J. Jansen")).body("signedAt", notNullValue());

        manager()
                .body(Map.of(
                        "provisions",
                        List.of(Map.of("key", "audit.cost", "value", "VENDOR", "clause", "Specifieke bepalingen 2")),
                        "effectiveFrom",
                        today().toString()))
                .post(path + "/specific-provisions")
                .then()
                .statusCode(204);
        manager()
                .body(Map.of(
                        "name",
                        "BoZ model Verwerkersovereenkomst",
                        "modelVersion",
                        "december 2022",
                        "sector",
                        "care",
                        "annexes",
                        List.of("Bijlage 1", "Bijlage 2")))
                .put("/api/v1/recognised-models/BOZ_2022")
                .then()
                .statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .get("/api/v1/recognised-models")
                .then()
                .body("[0].code", equalTo("BOZ_2022"))
                .body("[0].annexes", hasItems("Bijlage 1", "Bijlage 2"));
        manager()
                .body(separate("NO_SUCH"))
                .post(path + "/separate-agreements")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/model"));
        manager()
                .body(separate("BOZ_2022"))
                .post(path + "/separate-agreements")
                .then()
                .statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .get("/api/v1/tenants/" + customer.tenant() + "/terms/breach.informWithin")
                .then()
                .body("term.value", equalTo("PT24H"))
                .body("term.origin", equalTo("SEPARATE_AGREEMENT"));
        var title = separate("BOZ_2022").get("title");
        customer.as(Role.ADMINISTRATOR)
                .get(path + "/separate-agreements")
                .then()
                .body("title", contains(title));
        assertEquals(
                List.of(),
                new Rows(writer)
                                .list(
                                        """
                                select payload::text as stored from event where tenant_id = ?
                                union all select title from separate_agreement where tenant_id = ?""",
                                        row -> row.text("stored"),
                                        customer.tenant(),
                                        customer.tenant())
                                .stream()
                                .filter(stored -> stored.contains(String.valueOf(title)))
                                .toList());
        customer.as(Role.ADMINISTRATOR)
                .get("/api/v1/tenants/" + customer.tenant() + "/terms/audit.cost")
                .then()
                .body("term.value", equalTo("VENDOR"))
                .body("term.origin", equalTo("SPECIFIC_PROVISION"));

        var document = UUID.randomUUID();
        var form = Map.of(
                "documentId",
                document.toString(),
                "kind",
                "LIABILITY_CLAUSES",
                "title",
                "Artikel 10",
                "mediaType",
                "text/plain",
                "content",
                BASE64);
        manager().body(form).post(path + "/documents").then().statusCode(204);
        manager().body(form).post(path + "/documents").then().statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .get(path + "/documents")
                .then()
                .body("", hasSize(1))
                .body("[0].kind", equalTo("LIABILITY_CLAUSES"))
                .body("[0].title", equalTo("Artikel 10"));
        assertArrayEquals(
                TEXT,
                customer.as(Role.ADMINISTRATOR)
                        .get(path + "/documents/" + document + "/content")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
        Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID())
                .get(path + "/documents/" + document + "/content")
                .then()
                .statusCode(404);
        manager()
                .body(Map.of(
                        "documentId",
                        UUID.randomUUID().toString(),
                        "kind",
                        "ASSIGNMENT",
                        "title",
                        "x",
                        "mediaType",
                        "text/plain",
                        "content",
                        "!"))
                .post(path + "/documents")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/content"));
    }

    @Test
    @Rule({"XSV-009", "XSV-010", "XSV-011", "XSV-012", "XSV-013"})
    void a_licence_is_cancelled_in_time_or_refused_and_both_are_shown() {
        var customer = Customers.conclude("phocus", "STOP-1", "AFAS_SLA", "2024-01-15");
        var path = customer.path() + "/licence";
        manager()
                .body(Map.of("at", "2026-05-28T10:00:00+02:00"))
                .post(path + "/cancellation")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-013"))
                .body("code", equalTo("too-late"));
        customer.as(Role.AGREEMENT_CONTACT)
                .body(Map.of("at", "2026-05-20T10:00:00+02:00"))
                .post(path + "/cancellation")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/at"));
        manager()
                .body(Map.of("at", "2026-05-27T10:00:00+02:00"))
                .post(path + "/cancellation")
                .then()
                .statusCode(204);
        manager()
                .get(path)
                .then()
                .statusCode(200)
                .body("contains.countedBy", equalTo("USERS"))
                .body("contains.modules", hasItem("ORDER_MANAGEMENT"))
                .body("contains.products", hasItems("PROFIT", "INSITE", "OUTSITE", "POCKET"))
                .body("cancellations", hasSize(2))
                .body("cancellations[0].endsOn", equalTo("2026-05-31"))
                .body("cancellations[1].refusal", equalTo("TOO_LATE"));
        // Its last day has passed, so the agreement is over; what continues is shown.
        await().atMost(SOON).untilAsserted(() -> manager()
                .get(customer.path())
                .then()
                .body("status", equalTo("ENDED"))
                .body("survivingProvisions", hasItem("confidentiality")));
    }

    @Test
    @Rule({"XSV-003", "XSV-011", "XSV-015", "XSV-055"})
    void under_the_minimal_licence_the_customer_is_told_of_changes_at_the_address_that_it_gave_last() {
        var customer = Customers.conclude("phocus", "MINIMAL-1", "AFAS_SLA", "2024-01-01");
        var stopped = Customers.conclude("phocus", "MINIMAL-2", "AFAS_SLA", "2024-01-01");
        for (var one : List.of(customer, stopped)) {
            manager()
                    .body(Map.of("at", "2026-05-27T10:00:00+02:00"))
                    .post(one.path() + "/licence/cancellation")
                    .then()
                    .statusCode(204);
            await().atMost(SOON)
                    .untilAsserted(() -> manager().get(one.path()).then().body("status", equalTo("ENDED")));
        }
        var request = Map.of(
                "licence", Map.of("type", "ERP", "users", 12, "employees", 450, "environments", 1, "returns", 4));
        customer.as(Role.ADMINISTRATOR)
                .body(request)
                .post(customer.path() + "/licence/change-requests")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-014"));
        manager()
                .body(Map.of("option", "MINIMAL", "effectiveFrom", "2026-06-01"))
                .put(customer.path() + "/exit-option")
                .then()
                .statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .body(request)
                .post(customer.path() + "/licence/change-requests")
                .then()
                .statusCode(204);

        var contacts = "/api/v1/tenants/" + customer.tenant() + "/contacts";
        var contact = customer.as(Role.ADMINISTRATOR)
                .get(contacts)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("[0].contactId");
        customer.as(Role.ADMINISTRATOR)
                .body(Map.of(
                        "name",
                        "New Contact",
                        "email",
                        "moved-MINIMAL-1@example.org",
                        "roles",
                        List.of("AGREEMENT_CONTACT", "ADMINISTRATOR")))
                .put(contacts + "/" + contact)
                .then()
                .statusCode(204);
        manager()
                .get(customer.path())
                .then()
                .body("contacts.email", contains("moved-MINIMAL-1@example.org"))
                .body("contacts[0].roles", hasItem("ADMINISTRATOR"));

        manager()
                .body(announcement(today().plusDays(30)))
                .post("/api/v1/sla-versions")
                .then()
                .statusCode(201);
        await().atMost(SOON)
                .until(() -> Customers.mails().stream().anyMatch(mail -> mail.contains("moved-MINIMAL-1@example.org")));
        await().atMost(SOON).until(() -> new Rows(writer)
                .list(
                        "select key from deadline where tenant_id = ? and kind = ?",
                        row -> row.text("key"),
                        stopped.tenant(),
                        StandardDocumentsProjection.MAIL_CHANGE)
                .isEmpty());
        assertTrue(Customers.mails().stream()
                .noneMatch(mail -> mail.contains("contact-MINIMAL-1@example.org")
                        || mail.contains("contact-MINIMAL-2@example.org")));
    }

    private static LocalDate today() {
        return LocalDate.now(AgreedCalendars.ZONE);
    }

    private static Map<String, Object> announcement(LocalDate from) {
        return Map.of(
                "title",
                "Service Overeenkomst",
                "summary",
                "P3 within four working days",
                "effectiveFrom",
                from.toString(),
                "statutory",
                false,
                "changes",
                List.of(Map.of("key", "priority.P3.response", "value", "4 WORKING_DAYS", "clause", "§2.2.3 tab. 10")));
    }

    private static Map<String, Object> separate(String model) {
        return Map.of(
                "title",
                "Verwerkersovereenkomst",
                "model",
                model,
                "provisions",
                List.of(Map.of("key", "breach.informWithin", "value", "PT24H", "clause", "art. 8")),
                "effectiveFrom",
                today().toString());
    }

    private static String term(Customer customer, LocalDate day) {
        return customer.as(Role.ADMINISTRATOR)
                .queryParam(
                        "at",
                        day.atTime(12, 0)
                                .atZone(AgreedCalendars.ZONE)
                                .toInstant()
                                .toString())
                .get("/api/v1/tenants/" + customer.tenant() + "/terms/priority.P3.response")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("term.value");
    }

    private static io.restassured.specification.RequestSpecification manager() {
        return Customers.as(Role.AGREEMENT_MANAGER, "phocus", null);
    }
}
