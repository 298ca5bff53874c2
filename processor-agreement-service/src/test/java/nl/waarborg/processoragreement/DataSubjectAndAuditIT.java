package nl.waarborg.processoragreement;

import static nl.waarborg.processoragreement.Customers.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

/** Data subjects, audits, measures and certificates through the running service. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class DataSubjectAndAuditIT {

    private static final String REQUESTS = "/api/v1/data-subject-requests";
    private static final String AUDITS = "/api/v1/audits";

    @Test
    @Rule({"PRA-024", "PRA-025", "PRA-055"})
    void a_request_is_forwarded_helped_with_and_at_phocus_an_incident_too() {
        var customer = Customers.phocus(Map.of());
        var agent = customer.staff(Role.PAYROLL_PROCESSOR);
        String id = as(agent)
                .body(Map.of(
                        "tenantId", customer.tenant(),
                        "kind", "ACCESS",
                        "dataSubject", "Jo Bakker",
                        "text", "What do you hold of me?"))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        as(agent).post(REQUESTS + "/" + id + "/forwarding").then().statusCode(204);
        var contact = customer.person(Role.PRIVACY_CONTACT);
        as(contact)
                .body(Map.of("requestId", id, "written", false, "text", "Send the file"))
                .post(REQUESTS + "/assistance")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-025"));
        as(contact)
                .body(Map.of("requestId", id, "written", true, "text", "Send the file"))
                .post(REQUESTS + "/assistance")
                .then()
                .statusCode(201);
        as(agent)
                .body(Map.of("feasible", true, "result", "The export was handed over"))
                .post(REQUESTS + "/" + id + "/assistance")
                .then()
                .statusCode(204);
        as(contact)
                .get(REQUESTS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].dataSubject", equalTo("Jo Bakker"))
                .body("items[0].handover", equalTo("FORWARDED_TO_CONTROLLER"))
                .body("items[0].assistanceResult", equalTo("The export was handed over"));
        as(contact)
                .body(Map.of("requestId", id, "written", true, "text", "Correct the address, too"))
                .post(REQUESTS + "/assistance")
                .then()
                .statusCode(201);
        as(contact)
                .get(REQUESTS)
                .then()
                .body("items[0].assistanceText", equalTo("Correct the address, too"))
                .body("items[0].assistanceGivenAt", nullValue());
        as(Customers.phocus(Map.of()).person(Role.PRIVACY_CONTACT))
                .get(REQUESTS)
                .then()
                .body("items", hasSize(0));
        await().atMost(Customers.PATIENCE).untilAsserted(() -> as(contact)
                .get("/api/v1/security-incidents")
                .then()
                .statusCode(200)
                .body("items.type", equalTo(List.of("A"))));
        String incident =
                as(contact).get("/api/v1/security-incidents").then().extract().path("items[0].incidentId");
        as(contact)
                .get("/api/v1/security-incidents/" + incident)
                .then()
                .body("affected[0].description", equalTo("Request of a data subject " + id));
    }

    @Test
    @Rule({"PRA-028", "PRA-029", "PRA-030"})
    void an_audit_is_asked_for_made_and_settled() {
        var customer = Customers.afas(Map.of());
        var officer = customer.staff(Role.SECURITY_OFFICER);
        String id = as(customer.person(Role.AGREEMENT_CONTACT))
                .body(Map.of("auditor", "Example Auditors", "independent", true, "scope", "Access control"))
                .post(AUDITS)
                .then()
                .statusCode(201)
                .extract()
                .path("auditId");
        as(officer)
                .body(Map.of("from", "2026-04-02", "through", "2026-04-01"))
                .post(AUDITS + "/" + id + "/schedule")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-028"))
                .body("code", equalTo("range-runs-backwards"));
        as(officer)
                .body(Map.of("from", "2026-04-01", "through", "2026-04-02"))
                .post(AUDITS + "/" + id + "/schedule")
                .then()
                .statusCode(204);
        as(officer)
                .body(Map.of("access", "Documents on access control"))
                .post(AUDITS + "/" + id + "/access")
                .then()
                .statusCode(204);
        as(officer)
                .body(Map.of("findings", "Two accounts too many", "importantFailure", true))
                .post(AUDITS + "/" + id + "/completion")
                .then()
                .statusCode(204);
        as(customer.staff(Role.AGREEMENT_MANAGER))
                .body(Map.of("total", "12500.00", "vendorShare", "12500.01", "agreedOtherwise", false))
                .post(AUDITS + "/" + id + "/costs")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-030"))
                .body("code", equalTo("impossible-share"));
        as(customer.staff(Role.AGREEMENT_MANAGER))
                .body(Map.of("total", "12500.00", "vendorShare", "5000.00", "agreedOtherwise", false))
                .post(AUDITS + "/" + id + "/costs")
                .then()
                .statusCode(204);
        as(customer.staff(Role.AGREEMENT_MANAGER))
                .body(Map.of("total", "12,5", "vendorShare", "5000.00", "agreedOtherwise", false))
                .post(AUDITS + "/" + id + "/costs")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/total"));
        as(officer)
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
                        true))
                .post(AUDITS + "/by-supervisor")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-029"));
        as(customer.person(Role.PRIVACY_CONTACT))
                .get(AUDITS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].customerShare", equalTo("7500.00"))
                .body("items[0].findings", equalTo("Two accounts too many"));
    }

    @Test
    @Rule({"PRA-032", "PRA-033", "PRA-034", "XSV-048"})
    void measures_and_certificates_are_on_the_portal_and_expiry_is_shown() {
        var customer = Customers.phocus(Map.of());
        var officer = customer.staff(Role.SECURITY_OFFICER);
        String id = as(officer)
                .body(Map.of("category", "CRYPTOGRAPHY", "description", "Disks are encrypted"))
                .post("/api/v1/security-measures")
                .then()
                .statusCode(201)
                .extract()
                .path("measureId");
        as(officer)
                .body(Map.of("sufficient", true, "result", "Tested in March"))
                .post("/api/v1/security-measures/" + id + "/evaluations")
                .then()
                .statusCode(204);
        as(Customers.afas(Map.of()).staff(Role.SECURITY_OFFICER))
                .body(Map.of("sufficient", true, "result", "Not theirs"))
                .post("/api/v1/security-measures/" + id + "/evaluations")
                .then()
                .statusCode(404);
        as(officer)
                .body(Map.of(
                        "standard",
                        "ISAE 3402",
                        "holder",
                        "PHOCUS",
                        "validTo",
                        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()))
                .post("/api/v1/certificates")
                .then()
                .statusCode(204);
        var contact = customer.person(Role.PRIVACY_CONTACT);
        as(contact)
                .get("/api/v1/security-measures")
                .then()
                .body("find { it.measureId == '" + id + "' }.letter", equalTo("e"))
                .body("find { it.measureId == '" + id + "' }.result", equalTo("Tested in March"));
        await().atMost(Customers.PATIENCE).untilAsserted(() -> as(contact)
                .get("/api/v1/certificates")
                .then()
                .body("find { it.standard == 'ISAE 3402' }.expiring", equalTo(true)));
    }
}
