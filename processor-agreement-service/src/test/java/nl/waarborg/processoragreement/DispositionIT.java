package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.Rebuild;
import nl.waarborg.eventsourcing.TenantKeys;
import nl.waarborg.eventsourcing.service.Aggregate;
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

    private static final String OPEN = "/api/v1/open-dispositions";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    @DataSource("writer")
    javax.sql.DataSource writer;

    @Inject
    EventStore store;

    @Inject
    TenantKeys keys;

    @Inject
    @Any
    Instance<Aggregate> aggregates;

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
        manager()
                .put(path(customer, "/third-parties/{name}"), "Hosting\nBV")
                .then()
                .statusCode(400);
        // It says of itself what its agreement is called too: that stands in clear, and keeps nothing from being
        // destroyed.
        var called = manager().get(customer.path()).jsonPath().getString("name");
        customer.as(Role.ADMINISTRATOR)
                .body(Map.of("legalName", called, "visitingAddress", "Example Street 12, Example Town"))
                .put("/api/v1/tenants/" + customer.tenant() + "/organisation")
                .then()
                .statusCode(204);
        refused(
                manager().body(Map.of("amount", new BigDecimal("250.00"))).put(path(customer, "/cost")),
                "PRA-060",
                "nothing-done");

        refused(
                operator().body(Map.of("preview", preview(customer))).post(path(customer, "/erasure")),
                "PRA-059",
                "third-party-unconfirmed");
        manager()
                .put(path(customer, "/third-parties/Hosting BV/confirmation"))
                .then()
                .statusCode(204);

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
                .body("thirdParties.thirdParty", contains("Hosting BV"))
                .body("thirdParties[0].confirmedAt", notNullValue())
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
                assertTrue(
                        text.contains(language.equals("NL") ? "Watderdenhebbenbevestigd" : "Whatthirdpartiesconfirmed"),
                        text);
                assertTrue(text.contains("HostingBV"), text);
            }
        }
        manager().get(customer.path()).then().statusCode(200).body("contacts.email", empty());
        manager()
                .body(Map.of("amount", new BigDecimal("262.50")))
                .put(path(customer, "/cost"))
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
    @Rule({"PRA-018", "PRA-058"})
    void a_customer_does_not_learn_from_the_preview_of_an_order_that_it_may_not_be_told_of() {
        var customer = Customers.conclude("phocus", "DISPOSITION-4", "AFAS_SLA", "2024-01-01");
        var before = preview(customer);
        officer()
                .body(Map.of(
                        "tenantId",
                        customer.tenant(),
                        "authority",
                        "Court of Gelderland",
                        "legalBasis",
                        "COURT_DECISION",
                        "scope",
                        "Payslips of 2025",
                        "privileged",
                        false,
                        "mayInform",
                        false))
                .post("/api/v1/disclosures/orders")
                .then()
                .statusCode(201);
        for (var role : List.of(Role.PRIVACY_CONTACT, Role.AGREEMENT_CONTACT)) {
            customer.as(role)
                    .get(path(customer, "/preview"))
                    .then()
                    .statusCode(200)
                    .body("here.category", hasItem("agreement"))
                    .body("here.category", not(hasItem("disclosure")))
                    .body("preview", nullValue());
        }
        operator().get(path(customer, "/preview")).then().body("here.category", hasItem("disclosure"));
        choose(customer, "EARLY_DELETION", true).then().statusCode(204);
        refused(operator().body(Map.of("preview", before)).post(path(customer, "/erasure")), "stale-preview");
    }

    @Test
    @Rule("PRA-058")
    void who_left_without_a_choice_is_the_vendors_open_task_until_it_chooses() {
        var customer = Customers.conclude("phocus", "DISPOSITION-5", "AFAS_SLA", "2024-01-15");
        var stays = Customers.conclude("phocus", "DISPOSITION-6", "AFAS_SLA", "2024-01-15");
        manager()
                .body(Map.of("at", "2026-05-27T10:00:00+02:00"))
                .post(customer.path() + "/licence/cancellation")
                .then()
                .statusCode(204);
        for (var staff : List.of(operator(), manager())) {
            await().atMost(PATIENCE).untilAsserted(() -> staff.get(OPEN)
                    .then()
                    .statusCode(200)
                    .body("items.find { it.tenantId == '" + customer.tenant() + "' }.endedOn", equalTo("2026-05-31"))
                    .body("items.tenantId", not(hasItem(stays.tenant().toString()))));
        }
        customer.as(Role.PRIVACY_CONTACT).get(OPEN).then().statusCode(403);
        Customers.as(Role.OPERATOR, "afas", null)
                .get(OPEN)
                .then()
                .statusCode(200)
                .body("items.tenantId", not(hasItem(customer.tenant().toString())));
        operator().queryParam("limit", 1).get(OPEN).then().body("items", hasSize(1));
        choose(customer, "DESTROY", false).then().statusCode(204);
        operator()
                .queryParam("limit", 500)
                .get(OPEN)
                .then()
                .body("items.tenantId", not(hasItem(customer.tenant().toString())));
    }

    /** Nothing of an erased customer needs its key again. */
    @Test
    @Rule("PRA-058")
    void every_projection_can_be_made_anew_after_an_erasure() {
        var customer = Customers.conclude("phocus", "DISPOSITION-7", "AFAS_SLA", "2024-01-01");
        var incident = Customers.securityIncident("phocus", customer.tenant());
        var own = "/api/v1/security-incidents/" + incident + "/tenants/" + customer.tenant();
        officer()
                .body(Map.of("content", Map.of("nature", "An export went astray")))
                .post(own + "/notice")
                .then()
                .statusCode(204);
        officer()
                .body(Map.of("cause", "MEASURES", "text", "Access was closed"))
                .post(own + "/supplements")
                .then()
                .statusCode(204);
        String audit = officer()
                .body(Map.of(
                        "tenantId",
                        customer.tenant(),
                        "supervisor",
                        "AP",
                        "scope",
                        "Breaches of 2025",
                        "concernsCustomer",
                        true,
                        "noticeForbidden",
                        false))
                .post("/api/v1/audits/by-supervisor")
                .then()
                .statusCode(201)
                .extract()
                .path("auditId");
        var supplier = "/api/v1/subprocessors/" + Customers.subprocessor("phocus") + "/objections";
        String objection = customer.as(Role.PRIVACY_CONTACT)
                .body(Map.of("text", "We have had bad experiences"))
                .post(supplier)
                .then()
                .statusCode(201)
                .extract()
                .path("objectionId");
        Customers.as(Role.BOARD, "phocus", null)
                .body(Map.of("decision", "GO_ON", "reasons", "Their experiences were with somebody else"))
                .post(supplier + "/" + objection + "/decision")
                .then()
                .statusCode(204);
        String late = customer.as(Role.PRIVACY_CONTACT)
                .body(Map.of("text", "And there is no end to it"))
                .post(supplier)
                .then()
                .statusCode(201)
                .extract()
                .path("objectionId");
        manager().get(supplier).then().body("[0].reasons", equalTo("Their experiences were with somebody else"));
        keys.destroy(customer.tenant());
        Customers.as(Role.BOARD, "phocus", null)
                .body(Map.of("decision", "GO_ON", "reasons", "It has gone"))
                .post(supplier + "/" + late + "/decision")
                .then()
                .statusCode(204);

        aggregates.stream()
                .flatMap(aggregate -> aggregate.projections().stream())
                .map(Projection::name)
                .distinct()
                .filter(name ->
                        !name.equals("tenants")) // who sees what depends on its table; nothing in it is protected
                .forEach(name -> new Rebuild(writer, store).of(name, (position, last) -> {}));

        manager()
                .get(customer.path())
                .then()
                .statusCode(200)
                .body("reference", equalTo("DISPOSITION-7"))
                .body("contacts", empty());
        officer()
                .queryParam("limit", 500)
                .get("/api/v1/audits")
                .then()
                .statusCode(200)
                .body("items.find { it.auditId == '" + audit + "' }.auditor", equalTo("AP"))
                .body("items.find { it.auditId == '" + audit + "' }.scope", nullValue());
        officer()
                .get("/api/v1/security-incidents/" + incident)
                .then()
                .statusCode(200)
                .body("affected[0].informedAt", notNullValue())
                .body("affected[0].content.nature", nullValue());
        manager()
                .get(supplier)
                .then()
                .statusCode(200)
                .body("decision", contains("GO_ON", "GO_ON"))
                .body("reasons", everyItem(nullValue()))
                .body("text", everyItem(nullValue()));
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
