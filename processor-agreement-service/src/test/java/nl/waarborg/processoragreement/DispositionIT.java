package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.rules.Rule;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class DispositionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeAll
    static void makeTheTopicsOfTheOthers() {
        ServiceSurroundings.makeTopics("availability.events", "incident.events");
    }

    @Test
    @Rule({"PRA-058", "PRA-059", "PRA-060", "PRA-061"})
    void what_the_customer_chose_is_destroyed_everywhere_and_certified_once_all_have_answered() throws Exception {
        var customer = Customers.conclude("phocus", "DISPOSITION-1", "AFAS_SLA", "2024-01-01");
        refused(operator().body(Map.of("preview", "0".repeat(64))).post(path(customer, "/erasure")), "not-chosen");
        refused(choose(customer, "EARLY_DELETION", false), "PRA-061", "written-request-needed");
        choose(customer, "EARLY_DELETION", true).then().statusCode(204);
        manager()
                .body(Map.of("amount", new BigDecimal("250.00")))
                .put(path(customer, "/cost-estimate"))
                .then()
                .statusCode(204);
        manager().put(path(customer, "/third-parties/Hosting BV")).then().statusCode(204);
        refused(
                manager().body(Map.of("amount", new BigDecimal("250.00"))).put(path(customer, "/cost")),
                "PRA-060",
                "nothing-done");

        // What was looked at is not what would be destroyed any more.
        var stale = preview(customer);
        manager()
                .body(Map.of(
                        "licence",
                        Map.of("type", "ERP", "users", 90, "employees", 450, "environments", 3, "returns", 4),
                        "effectiveFrom",
                        "2026-11-01"))
                .put(customer.path() + "/licence")
                .then()
                .statusCode(204);
        refused(operator().body(Map.of("preview", stale)).post(path(customer, "/erasure")), "stale-preview");

        var hold = UUID.randomUUID();
        officer()
                .body(Map.of("reason", "A dispute"))
                .put(path(customer, "/holds/" + hold))
                .then()
                .statusCode(204);
        refused(operator().body(Map.of("preview", preview(customer))).post(path(customer, "/erasure")), "legal-hold");
        officer().delete(path(customer, "/holds/" + hold)).then().statusCode(204);

        operator()
                .body(Map.of("preview", preview(customer)))
                .post(path(customer, "/erasure"))
                .then()
                .statusCode(204);
        // This service destroys its own key, and says so.
        await().atMost(PATIENCE).untilAsserted(() -> show(customer)
                .then()
                .statusCode(200)
                .body("awaited", contains("availability", "incident"))
                .body("erased.service", contains("processor-agreement")));
        operator().get(path(customer, "/certificate")).then().statusCode(404);
        var erasure = show(customer).jsonPath().getString("dispositionId");
        answer("incident", customer, UUID.randomUUID().toString());
        answer("incident", customer, erasure);
        answer("availability", customer, erasure);
        await().atMost(PATIENCE).untilAsserted(() -> show(customer)
                .then()
                .body("awaited", empty())
                .body("destroyedAt", notNullValue())
                .body("erased", hasSize(3)));

        var certificate = customer.as(Role.PRIVACY_CONTACT)
                .get(path(customer, "/certificate"))
                .then()
                .statusCode(200)
                .body("services.service", contains("availability", "incident", "processor-agreement"))
                .body("method", equalTo("CRYPTOGRAPHIC_ERASURE"))
                .extract()
                .jsonPath();
        assertTrue(certificate.getInt("services[2].protectedValues") > 0);
        assertEquals(
                certificate.getString("sha256"),
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(certificate.getString("text").getBytes(StandardCharsets.UTF_8))));
        for (var language : List.of("NL", "EN")) {
            var pdf = customer.as(Role.PRIVACY_CONTACT)
                    .queryParam("lang", language)
                    .get(path(customer, "/certificate.pdf"))
                    .then()
                    .statusCode(200)
                    .contentType("application/pdf")
                    .extract()
                    .asByteArray();
            try (var document = Loader.loadPDF(pdf)) {
                var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                assertTrue(text.contains(certificate.getString("sha256")), text);
                assertTrue(text.contains("DISPOSITION-1"), text);
            }
        }
        manager().get(customer.path()).then().statusCode(200).body("contacts.email", empty());
        manager()
                .body(Map.of("amount", new BigDecimal("262.50")))
                .put(path(customer, "/cost"))
                .then()
                .statusCode(204);
        manager()
                .put(path(customer, "/third-parties/Hosting BV/confirmation"))
                .then()
                .statusCode(204);
        show(customer)
                .then()
                .body("estimatedCost", equalTo("250.00"))
                .body("settledCost", equalTo("262.50"))
                .body("thirdParties.'Hosting BV'.confirmedAt", notNullValue());
    }

    @Test
    @Rule("PRA-058")
    void it_belongs_to_one_customer_and_each_step_to_its_role() {
        var customer = Customers.conclude("phocus", "DISPOSITION-2", "AFAS_SLA", "2024-01-01");
        show(customer).then().statusCode(200).body("choice", nullValue()).body("holds", empty());
        customer.as(Role.ADMINISTRATOR)
                .body(Map.of("choice", "DESTROY", "writtenRequest", true))
                .put(path(customer, "/choice"))
                .then()
                .statusCode(403);
        manager()
                .body(Map.of("choice", "DESTROY", "writtenRequest", true))
                .put(path(customer, "/choice"))
                .then()
                .statusCode(403);
        customer.as(Role.PRIVACY_CONTACT)
                .body(Map.of("preview", "0".repeat(64)))
                .post(path(customer, "/erasure"))
                .then()
                .statusCode(403);
        choose(customer, "PERHAPS", true).then().statusCode(422).body("errors.pointer", hasItem("/choice"));
        operator()
                .body(Map.of("preview", "that one"))
                .post(path(customer, "/erasure"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/preview"));
        manager()
                .body(Map.of("amount", new BigDecimal("-1.00")))
                .put(path(customer, "/cost-estimate"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/amount"));
        for (var stranger : List.of(
                Customers.as(Role.PRIVACY_CONTACT, "phocus", UUID.randomUUID()),
                Customers.as(Role.OPERATOR, "afas", null))) {
            stranger.get(path(customer, "")).then().statusCode(404);
            stranger.get(path(customer, "/preview")).then().statusCode(404);
            stranger.get(path(customer, "/certificate")).then().statusCode(404);
        }
    }

    @Test
    @Rule("PRA-058")
    void data_are_returned_before_they_are_destroyed() {
        var customer = Customers.conclude("phocus", "DISPOSITION-3", "AFAS_SLA", "2024-01-01");
        choose(customer, "RETURN", true).then().statusCode(204);
        refused(operator().body(Map.of("preview", preview(customer))).post(path(customer, "/erasure")), "not-returned");
        operator()
                .body(Map.of("format", "XML export"))
                .post(path(customer, "/return"))
                .then()
                .statusCode(204);
        show(customer).then().body("returnedAt", notNullValue()).body("choice", equalTo("RETURN"));
        var told = Published.ofTenant(customer.tenant(), 4);
        assertTrue(
                told.stream()
                        .map(Published::type)
                        .toList()
                        .containsAll(List.of(
                                Published.TYPES + "data-disposition-chosen.v1", Published.TYPES + "data-returned.v1")),
                told.toString());
    }

    private static String preview(Customer customer) {
        return operator()
                .get(path(customer, "/preview"))
                .then()
                .statusCode(200)
                .body("services", contains("availability", "incident", "processor-agreement"))
                .body("here.category", hasItem("agreement"))
                .extract()
                .path("preview");
    }

    private static void answer(String service, Customer customer, String erasure) {
        Others.tell(
                service,
                UUID.randomUUID(),
                1,
                "tenant-erased.v1",
                customer.tenant(),
                "2026-11-22T09:00:00Z",
                """
                {"erasureId": "%s", "erasedAt": "2026-11-22T09:00:00Z", "readBack": {"events": 5, "protectedValues": 3, "tables": 2,
                 "rows": 9, "published": 4, "soughtValues": 3, "posted": 0, "readable": 0}}"""
                        .formatted(erasure));
    }

    private static Response choose(Customer customer, String choice, boolean writtenRequest) {
        return customer.as(Role.PRIVACY_CONTACT)
                .body(Map.of("choice", choice, "writtenRequest", writtenRequest))
                .put(path(customer, "/choice"));
    }

    private static Response show(Customer customer) {
        return customer.as(Role.PRIVACY_CONTACT).get(path(customer, ""));
    }

    private static void refused(Response answer, String code) {
        refused(answer, "PRA-058", code);
    }

    private static void refused(Response answer, String rule, String code) {
        answer.then().statusCode(409).body("rule", equalTo(rule)).body("code", equalTo(code));
    }

    private static String path(Customer customer, String what) {
        return customer.path() + "/disposition" + what;
    }

    private static RequestSpecification operator() {
        return Customers.as(Role.OPERATOR, "phocus", null);
    }

    private static RequestSpecification manager() {
        return Customers.as(Role.AGREEMENT_MANAGER, "phocus", null);
    }

    private static RequestSpecification officer() {
        return Customers.as(Role.SECURITY_OFFICER, "phocus", null);
    }
}
