package nl.waarborg.processoragreement;

import static io.restassured.RestAssured.given;
import static nl.waarborg.processoragreement.Customers.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

/** Sub-processors through the running service, with the feed that everyone reads. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class SubprocessorIT {

    private static final String REGISTER = "/api/v1/subprocessors";

    @Test
    @Rule({"PRA-039", "PRA-040", "PRA-041", "PRA-044"})
    void a_sub_processor_is_announced_objected_to_decided_on_and_started() {
        var customer = Customers.afas(Map.of());
        var other = Customers.afas(Map.of());
        var manager = customer.staff(Role.AGREEMENT_MANAGER);
        var name = "Data Centre " + UUID.randomUUID();
        var id = register(manager, supplier(name, "NL"));
        var path = REGISTER + "/" + id;

        as(manager).body("{}").post(path + "/activation").then().statusCode(409).body("rule", equalTo("PRA-039"));
        var announcedAt = Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS);
        as(manager)
                .body(Map.of("at", announcedAt.toString(), "historic", true))
                .post(path + "/announcement")
                .then()
                .statusCode(403);
        as(manager.withHistory())
                .body(Map.of("at", announcedAt.toString(), "historic", true))
                .post(path + "/announcement")
                .then()
                .statusCode(204);
        as(manager)
                .body(Map.of("at", announcedAt.plus(Duration.ofDays(27)).toString()))
                .post(path + "/activation")
                .then()
                .statusCode(409)
                .body("code", equalTo("notice-not-over"));
        String objection = as(customer.person(Role.PRIVACY_CONTACT))
                .body(Map.of("text", "We have had bad experiences"))
                .post(path + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("objectionId");
        as(manager).body("{}").post(path + "/activation").then().statusCode(409).body("rule", equalTo("PRA-040"));
        as(other.person(Role.PRIVACY_CONTACT)).get(path + "/objections").then().body("", hasSize(0));
        as(customer.staff(Role.BOARD))
                .body(Map.of("decision", "GO_ON", "reasons", "Capacity is needed"))
                .post(path + "/objections/" + objection + "/decision")
                .then()
                .statusCode(204);
        as(manager).body("{}").post(path + "/activation").then().statusCode(204);
        as(customer.person(Role.PRIVACY_CONTACT))
                .get(path + "/objections")
                .then()
                .body("[0].text", equalTo("We have had bad experiences"))
                .body("[0].decision", equalTo("GO_ON"))
                .body("[0].mayTerminateFrom", notNullValue());
        var termination = Map.of(
                "ground",
                "SUBPROCESSOR",
                "scope",
                "WHOLE",
                "subprocessorId",
                id,
                "endsOn",
                LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString());
        as(other.person(Role.AGREEMENT_CONTACT))
                .body(termination)
                .post(other.path() + "/termination")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-041"))
                .body("code", equalTo("no-objection-disregarded"));
        as(customer.person(Role.AGREEMENT_CONTACT))
                .body(termination)
                .post(customer.path() + "/termination")
                .then()
                .statusCode(204);
        as(manager)
                .get(customer.path())
                .then()
                .body("status", equalTo("TERMINATED"))
                .body("terminationGround", equalTo("SUBPROCESSOR"));
        as(manager)
                .body(Map.of(
                        "change",
                        "Encryption of disks",
                        "consequences",
                        "None for customers",
                        "effectiveFrom",
                        Instant.now().toString()))
                .post(path + "/changes")
                .then()
                .statusCode(204);

        given().get("/subprocessors/afas/feed.json")
                .then()
                .statusCode(200)
                .contentType("application/feed+json")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("items.title", hasItem(name + " is announced"))
                .body("items.title", hasItem(name + " processes data"))
                .body("items.title", hasItem(name + " changes"))
                .body(not(containsString("bad experiences")));
        given().get("/subprocessors/afas/feed.atom")
                .then()
                .statusCode(200)
                .body("feed.entry.title.list()", hasItem(name + " is announced"));
        given().get("/subprocessors/nobody/feed.json").then().statusCode(404);
        given().get("/subprocessors/phocus/feed.json").then().body(not(containsString(name)));
        var published = Published.ofStream(id, 2);
        assertEquals(
                List.of(
                        "nl.waarborg.processor-agreement.subprocessor-activated.v1",
                        "nl.waarborg.processor-agreement.supplier-change-announced.v1"),
                published.stream().map(Published::type).toList());
        published.forEach(
                event -> assertEquals(List.of(), Contract.of(event.type()).faults(event.json())));
    }

    @Test
    @Rule({"PRA-036", "PRA-037"})
    void what_is_refused_is_recorded_for_the_vendor_and_not_shown_to_customers() {
        var customer = Customers.afas(Map.of());
        var manager = customer.staff(Role.AGREEMENT_MANAGER);
        var name = "Abroad " + UUID.randomUUID();
        var abroad = new HashMap<>(supplier(name, "GB"));
        abroad.put("locations", List.of(Map.of("place", "London", "country", "GB", "insideEea", true)));
        as(manager)
                .body(abroad)
                .post(REGISTER)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/locations/0/insideEea"));
        abroad.put("locations", List.of(Map.of("place", "London", "country", "GB")));
        as(manager).body(abroad).post(REGISTER).then().statusCode(409).body("rule", equalTo("PRA-037"));
        as(manager)
                .queryParam("limit", 500)
                .get(REGISTER)
                .then()
                .body("items.find { it.supplier.name == '" + name + "' }.refusal", equalTo("OUTSIDE_REGION"));
        as(customer.person(Role.ADMINISTRATOR))
                .queryParam("limit", 500)
                .get(REGISTER)
                .then()
                .statusCode(200)
                .body("items.supplier.name", not(hasItem(name)));
        as(manager)
                .body(Map.of("name", "", "kind", "SUBPROCESSOR", "purpose", "x", "locations", List.of()))
                .post(REGISTER)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/locations"));
        var id = register(manager, supplier("Own " + UUID.randomUUID(), "NL"));
        as(Identity.of(Role.AGREEMENT_MANAGER, "phocus", null))
                .get(REGISTER + "/" + id)
                .then()
                .statusCode(404);
        as(manager)
                .body(Map.of(
                        "change",
                        "Moves",
                        "effectiveFrom",
                        Instant.now().plus(Duration.ofDays(7)).toString()))
                .post(REGISTER + "/" + id + "/upstream-changes")
                .then()
                .statusCode(204);
        as(manager)
                .get(REGISTER + "/" + id)
                .then()
                .body("notices[0].tooLate", equalTo(true))
                .body("subprocessor.windowTooShort", equalTo(true));
        as(customer.person(Role.ADMINISTRATOR)).get(REGISTER + "/" + id).then().body("notices", hasSize(0));
    }

    @Test
    @Rule("PRA-039")
    void a_backdated_announcement_starts_no_notice_before_it_is_in_the_feed() {
        var manager = Customers.afas(Map.of()).staff(Role.AGREEMENT_MANAGER);
        var path = REGISTER + "/" + register(manager, supplier("Backdated " + UUID.randomUUID(), "NL"));
        var before = Instant.now();
        as(manager)
                .body(Map.of("at", before.minus(Duration.ofDays(60)).toString()))
                .post(path + "/announcement")
                .then()
                .statusCode(204);
        as(manager)
                .body("{}")
                .post(path + "/activation")
                .then()
                .statusCode(409)
                .body("code", equalTo("notice-not-over"));
        String earliest = as(manager).get(path).then().extract().path("subprocessor.earliestStart");
        assertFalse(Instant.parse(earliest).isBefore(before.plus(Duration.ofDays(28))), earliest);
    }

    @Test
    @Rule("PRA-036")
    void a_supplier_answers_what_any_customer_was_promised() {
        var manager = Customers.phocus(Map.of("processing.dataCentres", "[NL]")).staff(Role.AGREEMENT_MANAGER);
        var abroad = new HashMap<>(supplier("Abroad " + UUID.randomUUID(), "DE"));
        as(manager).body(abroad).post(REGISTER).then().statusCode(409).body("rule", equalTo("PRA-036"));
        register(manager, supplier("At home " + UUID.randomUUID(), "NL"));
    }

    @Test
    @Rule("PRA-043")
    void who_replaces_staff_waits_for_every_customer_that_was_asked() {
        var customer = Customers.phocus(Map.of());
        var manager = customer.staff(Role.AGREEMENT_MANAGER);
        var temps = new HashMap<>(supplier("Temps " + UUID.randomUUID(), "NL"));
        temps.put("kind", "STAFF_REPLACEMENT");
        var supplier = register(manager, temps);
        var activation = REGISTER + "/" + supplier + "/activation";
        as(manager).body("{}").post(activation).then().statusCode(409).body("rule", equalTo("PRA-043"));
        var question = Map.of(
                "tenantId",
                customer.tenant(),
                "subprocessorId",
                supplier,
                "thirdParty",
                "Payroll Temps",
                "task",
                "Holiday cover",
                "from",
                LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(1).toString());
        for (var given : List.of(false, true)) {
            String consent = as(manager)
                    .body(question)
                    .post("/api/v1/replacement-consents")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("consentId");
            as(manager).body("{}").post(activation).then().statusCode(409).body("rule", equalTo("PRA-043"));
            as(customer.person(Role.AUTHORISED_CONTACT))
                    .body(Map.of("given", given))
                    .post("/api/v1/replacement-consents/" + consent + "/answer")
                    .then()
                    .statusCode(204);
            as(manager).body("{}").post(activation).then().statusCode(given ? 204 : 409);
        }
    }

    @Test
    @Rule({"PRA-043", "PRA-045"})
    void staff_is_replaced_with_consent_and_systems_are_on_record() {
        var customer = Customers.phocus(Map.of());
        var manager = customer.staff(Role.AGREEMENT_MANAGER);
        String consent = as(manager)
                .body(Map.of(
                        "tenantId",
                        customer.tenant(),
                        "thirdParty",
                        "Payroll Temps",
                        "task",
                        "Holiday cover",
                        "from",
                        LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString()))
                .post("/api/v1/replacement-consents")
                .then()
                .statusCode(201)
                .extract()
                .path("consentId");
        var stranger = Customers.phocus(Map.of());
        as(stranger.person(Role.AUTHORISED_CONTACT))
                .body(Map.of("given", true))
                .post("/api/v1/replacement-consents/" + consent + "/answer")
                .then()
                .statusCode(404);
        as(customer.person(Role.AUTHORISED_CONTACT))
                .body(Map.of("given", true))
                .post("/api/v1/replacement-consents/" + consent + "/answer")
                .then()
                .statusCode(204);
        as(customer.person(Role.AUTHORISED_CONTACT))
                .get("/api/v1/replacement-consents")
                .then()
                .body("", hasSize(1))
                .body("[0].state", equalTo("GIVEN"))
                .body("[0].thirdParty", equalTo("Payroll Temps"));
        for (var certificate : List.of("ISO 27001", "ISAE 3402")) {
            as(manager)
                    .body(Map.of(
                            "name",
                            "Zendesk",
                            "purpose",
                            "Tickets",
                            "certificate",
                            certificate,
                            "storageRegion",
                            "EEA"))
                    .post("/api/v1/processing-systems")
                    .then()
                    .statusCode(204);
        }
        as(customer.person(Role.AUTHORISED_CONTACT))
                .get("/api/v1/processing-systems")
                .then()
                .body("findAll { it.name == 'Zendesk' }.certificate", equalTo(List.of("ISAE 3402")));
    }

    private static UUID register(Identity manager, Map<String, Object> supplier) {
        return UUID.fromString(as(manager)
                .body(supplier)
                .post(REGISTER)
                .then()
                .statusCode(201)
                .extract()
                .path("subprocessorId"));
    }

    private static Map<String, Object> supplier(String name, String country) {
        return Map.of(
                "name",
                name,
                "kind",
                "SUBPROCESSOR",
                "purpose",
                "Data centres",
                "locations",
                List.of(Map.of("place", "Haarlem", "country", country, "insideEea", true)),
                "certificates",
                List.of(Map.of("standard", "ISO 27001", "validTo", "2028-01-01")),
                "agreementRef",
                "LW-2024-1",
                "upstreamNotice",
                "P14D");
    }
}
