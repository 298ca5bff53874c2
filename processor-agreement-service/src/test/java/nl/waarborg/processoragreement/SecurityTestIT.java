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
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

/** Security tests and their results through the running service. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class SecurityTestIT {

    private static final String TESTS = "/api/v1/security-tests";

    /** One vendor has one year of tests, so its whole story is one test. */
    @Test
    @Rule("XSV-047")
    void an_external_party_tests_every_year_and_the_result_is_on_the_portal() {
        var customer = Customers.afas(Map.of());
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var contact = customer.person(Role.PRIVACY_CONTACT);
        var today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        var longAgo = test("PENETRATION", today.minusYears(2).toString());
        longAgo.remove("externalParty");
        as(officer).body(longAgo).post(TESTS).then().statusCode(409).body("rule", equalTo("XSV-047"));
        record(officer, test("PENETRATION", today.minusYears(2).toString()));

        // Two years ago: the next was due a year ago, and it is not there.
        await().atMost(Customers.PATIENCE).untilAsserted(() -> as(officer)
                .get(TESTS)
                .then()
                .statusCode(200)
                .body("dueOn", equalTo(today.minusYears(2).plusYears(1).toString()))
                .body("overdue", equalTo(true)));
        record(officer, test("AUTOMATED", today.toString()));
        as(officer).get(TESTS).then().body("overdue", equalTo(true));
        var recent = record(officer, test("PENETRATION", today.toString()));
        as(officer)
                .get(TESTS)
                .then()
                .body("dueOn", equalTo(today.plusYears(1).toString()))
                .body("overdue", equalTo(false))
                .body("tests.testId", hasItem(recent));

        as(contact).get(TESTS).then().statusCode(200).body("tests.testId", not(hasItem(recent)));
        as(officer)
                .body(Map.of("url", "ftp://portal.example/pentest.pdf"))
                .post(TESTS + "/" + recent + "/result")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/url"));
        as(Identity.of(Role.SECURITY_OFFICER, "phocus", null))
                .body(Map.of("url", "https://portal.example/pentest.pdf"))
                .post(TESTS + "/" + recent + "/result")
                .then()
                .statusCode(404);
        as(officer)
                .body(Map.of("url", "https://portal.example/pentest.pdf"))
                .post(TESTS + "/" + recent + "/result")
                .then()
                .statusCode(204);
        as(contact)
                .get(TESTS)
                .then()
                .body(
                        "tests.find { it.testId == '" + recent + "' }.result",
                        equalTo("https://portal.example/pentest.pdf"));
        as(Identity.of(Role.SECURITY_OFFICER, "phocus", null))
                .get(TESTS)
                .then()
                .body("tests.testId", not(hasItem(recent)));
    }

    private static Map<String, Object> test(String kind, String testedOn) {
        return new HashMap<>(Map.of(
                "kind", kind, "externalParty", "Example Pentests B.V.", "version", "Profit 12", "testedOn", testedOn));
    }

    private static String record(Identity officer, Map<String, Object> test) {
        return as(officer)
                .body(test)
                .post(TESTS)
                .then()
                .statusCode(201)
                .extract()
                .path("testId");
    }
}
