package nl.waarborg.processoragreement;

import static nl.waarborg.processoragreement.Customers.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

/** Continuity and partners of a vendor through the running service. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class VendorRegistersIT {

    private static final String CONTINUITY = "/api/v1/continuity-events";
    private static final String PARTNERS = "/api/v1/partners";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

    @Test
    @Rule("XSV-051")
    void customers_see_until_when_services_go_on_and_are_reminded_until_something_is_arranged() {
        var customer = Customers.afas(Map.of());
        var manager = customer.staff(Role.AGREEMENT_MANAGER);
        var contact = customer.person(Role.AGREEMENT_CONTACT);
        var party = "Vendor " + UUID.randomUUID();
        var declared = today.minusDays(12);
        var id = record(manager, "VENDOR_BANKRUPTCY", party, declared);
        var of = "find { it.eventId == '" + id + "' }";
        await().atMost(Customers.PATIENCE).untilAsserted(() -> as(contact)
                .get(CONTINUITY)
                .then()
                .statusCode(200)
                .body(of + ".continuesThrough", equalTo(declared.plusDays(14).toString()))
                .body(of + ".ending", equalTo(true)));
        as(manager)
                .body(Map.of(
                        "arrangement",
                        "Until 1 June",
                        "arrangedOn",
                        declared.minusDays(1).toString()))
                .post(CONTINUITY + "/" + id + "/arrangement")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-051"));
        as(manager)
                .body(Map.of("arrangement", "Until 1 June", "arrangedOn", today.toString()))
                .post(CONTINUITY + "/" + id + "/arrangement")
                .then()
                .statusCode(204);
        as(contact)
                .get(CONTINUITY)
                .then()
                .body(of + ".arrangement", equalTo("Until 1 June"))
                .body(of + ".ending", equalTo(false));

        var centre = record(manager, "DATACENTRE_BANKRUPTCY", party, declared);
        as(contact)
                .get(CONTINUITY)
                .then()
                .body("find { it.eventId == '" + centre + "' }.continuesThrough", equalTo(null));
        as(manager)
                .body(Map.of(
                        "kind",
                        "VENDOR_BANKRUPTCY",
                        "party",
                        party,
                        "occurredOn",
                        today.plusDays(1).toString()))
                .post(CONTINUITY)
                .then()
                .statusCode(409)
                .body("code", equalTo("not-happened-yet"));
        as(contact)
                .body(Map.of("kind", "VENDOR_BANKRUPTCY", "party", party, "occurredOn", today.toString()))
                .post(CONTINUITY)
                .then()
                .statusCode(403);
        as(Identity.of(Role.AGREEMENT_MANAGER, "phocus", null))
                .get(CONTINUITY)
                .then()
                .body("eventId", not(hasItem(id)));
    }

    @Test
    @Rule("XSV-053")
    void partners_are_listed_with_their_tests_and_references() {
        var customer = Customers.afas(Map.of());
        var manager = customer.staff(Role.AGREEMENT_MANAGER);
        var contact = customer.person(Role.ADMINISTRATOR);
        var name = "Example Couplings " + UUID.randomUUID();
        var coupling = new HashMap<String, Object>(Map.of(
                "kind",
                "CERTIFIED_COUPLING",
                "name",
                name,
                "testedOn",
                today.minusDays(9).toString()));
        as(manager)
                .body(coupling)
                .post(PARTNERS)
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-053"))
                .body("code", equalTo("coupling-not-checked"));
        coupling.put("securityCheckedOn", today.minusDays(8).toString());
        var listed = list(manager, coupling);
        var expert = list(manager, Map.of("kind", "EXPERT", "name", name, "testedOn", today.toString()));
        var of = "find { it.partnerId == '" + expert + "' }";
        as(contact).get(PARTNERS).then().statusCode(200).body(of + ".lacksReference", equalTo(true));
        var reference = Map.of("year", today.getYear(), "reference", "Example Care: a careful migration");
        as(manager)
                .body(reference)
                .post(PARTNERS + "/" + expert + "/references")
                .then()
                .statusCode(204);
        as(manager)
                .body(reference)
                .post(PARTNERS + "/" + listed + "/references")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-expert"));
        as(manager)
                .body(Map.of("year", 1066, "reference", "Long ago"))
                .post(PARTNERS + "/" + expert + "/references")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/year"));
        as(contact)
                .get(PARTNERS)
                .then()
                .body(of + ".lacksReference", equalTo(false))
                .body(of + ".references[0].reference", equalTo("Example Care: a careful migration"))
                .body("partnerId", hasItem(listed));
        as(Identity.of(Role.AGREEMENT_MANAGER, "phocus", null))
                .delete(PARTNERS + "/" + listed)
                .then()
                .statusCode(404);
        as(manager).delete(PARTNERS + "/" + listed).then().statusCode(204);
        as(contact).get(PARTNERS).then().body("partnerId", not(hasItem(listed)));
    }

    private static String record(Identity manager, String kind, String party, LocalDate occurredOn) {
        return as(manager)
                .body(Map.of("kind", kind, "party", party, "occurredOn", occurredOn.toString()))
                .post(CONTINUITY)
                .then()
                .statusCode(201)
                .extract()
                .path("eventId");
    }

    private static String list(Identity manager, Map<String, Object> partner) {
        return as(manager)
                .body(partner)
                .post(PARTNERS)
                .then()
                .statusCode(201)
                .extract()
                .path("partnerId");
    }
}
