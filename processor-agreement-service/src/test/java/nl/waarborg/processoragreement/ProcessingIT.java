package nl.waarborg.processoragreement;

import static nl.waarborg.processoragreement.Customers.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

/** What is processed for a customer, on whose word, and what third parties get, through the running service. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class ProcessingIT {

    private static final String INSTRUCTIONS = "/api/v1/processing-instructions";
    private static final String DISCLOSURES = "/api/v1/disclosures";
    private static final String SUPERVISOR = "/api/v1/supervisor-instructions";

    @Test
    @Rule({"PRA-009", "PRA-012", "PRA-013", "PRA-014", "PRA-015", "PRA-027"})
    void a_customer_decides_what_is_processed_and_sees_all_of_it() {
        var customer = Customers.afas(Map.of());
        var contact = customer.person(Role.PRIVACY_CONTACT);
        var tenant = "/api/v1/tenants/" + customer.tenant();
        var activity = activity(customer);
        var path = tenant + "/processing-activities/" + activity;
        as(contact)
                .body(Map.of("purpose", "Payroll", "retention", "8 years", "recipients", "Tax authority"))
                .put(path)
                .then()
                .statusCode(204);
        as(contact)
                .body(Map.of("basis", "LEGAL_OBLIGATION", "explanation", "Wages and Salaries Tax Act"))
                .post(path + "/legal-basis")
                .then()
                .statusCode(204);
        as(contact)
                .body(Map.of("madeOn", "2026-03-01", "documentRef", "DPIA-2026-4"))
                .post(path + "/dpia")
                .then()
                .statusCode(204);
        as(contact)
                .body(Map.of("madeOn", "2126-03-01", "documentRef", "DPIA-2126-4"))
                .post(path + "/dpia")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/madeOn"));
        for (var category : List.of(
                Map.of("name", "Wages", "sensitivity", "FINANCIAL_OR_ECONOMIC", "custom", false),
                Map.of("name", "Allergies", "sensitivity", "SPECIAL_CATEGORY", "custom", true),
                Map.of("name", "Name", "sensitivity", "ORDINARY", "custom", false))) {
            as(contact).body(category).post(tenant + "/data-categories").then().statusCode(204);
        }
        as(contact)
                .body(Map.of("name", "Shoes", "sensitivity", "SECRET", "custom", true))
                .post(tenant + "/data-categories")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/sensitivity"));
        as(contact)
                .body(Map.of("subject", "May we register allergies?"))
                .post(tenant + "/advice-requests")
                .then()
                .statusCode(201)
                .body("adviceId", notNullValue());

        as(customer.staff(Role.CONSULTANT))
                .get(tenant + "/processing-register")
                .then()
                .statusCode(200)
                .body("activities", hasSize(1))
                .body("activities[0].retention", equalTo("8 years"))
                .body("activities[0].legalBasis", equalTo("LEGAL_OBLIGATION"))
                .body("activities[0].explanation", equalTo("Wages and Salaries Tax Act"))
                .body("activities[0].dpiaMadeOn", equalTo("2026-03-01"))
                .body("dataCategories", hasSize(3))
                .body("advice[0].subject", equalTo("May we register allergies?"));
        as(contact)
                .get(tenant + "/personal-data")
                .then()
                .body("name", equalTo(List.of("Allergies", "Name", "Wages")))
                .body("sensitive", equalTo(List.of(true, false, true)))
                .body("custom", equalTo(List.of(true, false, false)));
        as(contact)
                .get(tenant + "/responsibilities")
                .then()
                .statusCode(200)
                .body("find { it.duty == 'CORRECTNESS_OF_ENTERED_DATA' }.party", equalTo("CONTROLLER"))
                .body("find { it.duty == 'INFORMING_DATA_SUBJECTS' }.rule", equalTo("PRA-027"))
                .body("find { it.duty == 'ANSWERING_DATA_SUBJECTS' }.agreed", equalTo("REFERRED_TO_CONTROLLER"))
                .body("find { it.duty == 'ANSWERING_DATA_SUBJECTS' }.clause", equalTo("AFAS §5.5"));
        // The vendor has no say over purposes, and another customer not even a view.
        as(customer.staff(Role.AGREEMENT_MANAGER))
                .body(Map.of("purpose", "Marketing", "retention", "1 year", "recipients", "None"))
                .put(path)
                .then()
                .statusCode(403);
        as(Customers.afas(Map.of()).person(Role.PRIVACY_CONTACT))
                .get(tenant + "/processing-register")
                .then()
                .statusCode(404);
    }

    @Test
    @Rule({"PRA-009", "PRA-010", "PRA-011", "PRA-026", "PRA-056"})
    void the_vendor_follows_written_instructions_for_registered_purposes_and_refuses_unlawful_ones() {
        var customer = Customers.phocus(Map.of());
        var contact = customer.person(Role.AUTHORISED_CONTACT);
        var processor = customer.staff(Role.PAYROLL_PROCESSOR);
        var activity = activity(customer);
        as(contact)
                .body(instruction(customer, "SEARCH", Map.of("activityId", UUID.randomUUID())))
                .post(INSTRUCTIONS)
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-009"));
        var searched = give(contact, instruction(customer, "SEARCH", Map.of("activityId", activity)));
        as(processor).post(INSTRUCTIONS + "/" + searched + "/execution").then().statusCode(204);
        var unlawful = give(contact, instruction(customer, "ADD", Map.of("activityId", activity)));
        as(processor)
                .body(Map.of("reason", "NO_ACCESS", "explanation", "Not ours"))
                .post(INSTRUCTIONS + "/" + unlawful + "/refusal")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-026"));
        as(processor)
                .body(Map.of("reason", "UNLAWFUL", "explanation", "The law forbids to keep it"))
                .post(INSTRUCTIONS + "/" + unlawful + "/refusal")
                .then()
                .statusCode(204);
        as(processor)
                .post(INSTRUCTIONS + "/" + unlawful + "/execution")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-011"));
        as(processor)
                .post(INSTRUCTIONS + "/" + UUID.randomUUID() + "/execution")
                .then()
                .statusCode(404);

        var incident = Customers.securityIncident("phocus", customer.tenant());
        give(contact, instruction(customer, "OTHER", Map.of("securityIncidentId", incident)));
        as(contact)
                .body(instruction(customer, "OTHER", Map.of("securityIncidentId", UUID.randomUUID())))
                .post(INSTRUCTIONS)
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-056"));

        var manager = customer.staff(Role.AGREEMENT_MANAGER);
        as(manager)
                .body(instruction(customer, "CHANGE", Map.of("activityId", activity)))
                .post(INSTRUCTIONS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/documentRef"));
        give(manager, instruction(customer, "CHANGE", Map.of("activityId", activity, "documentRef", "Assignment 3.2")));
        post(customer, activity);

        as(contact)
                .get(INSTRUCTIONS)
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body("items.find { it.instructionId == '" + searched + "' }.state", equalTo("EXECUTED"))
                .body("items.find { it.instructionId == '" + unlawful + "' }.refusal", equalTo("UNLAWFUL"))
                .body(
                        "items.find { it.instructionId == '" + unlawful + "' }.explanation",
                        equalTo("The law forbids to keep it"))
                .body("items.find { it.channel == 'DOCUMENT' }.documentRef", equalTo("Assignment 3.2"))
                .body("items.find { it.channel == 'SOFTWARE' }.text", equalTo("Correct the start date"))
                .body("items.find { it.securityIncidentId == '" + incident + "' }.state", equalTo("GIVEN"));
        as(Customers.phocus(Map.of()).person(Role.AUTHORISED_CONTACT))
                .get(INSTRUCTIONS)
                .then()
                .body("items", hasSize(0));
        as(Identity.of(Role.PAYROLL_PROCESSOR, "afas", null))
                .post(INSTRUCTIONS + "/" + searched + "/execution")
                .then()
                .statusCode(404);
    }

    @Test
    @Rule({"PRA-017", "PRA-018", "PRA-019"})
    void third_parties_get_data_by_order_or_with_permission_and_the_customer_hears_of_it_when_it_may() {
        var customer = Customers.phocus(Map.of());
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var contact = customer.person(Role.PRIVACY_CONTACT);
        var order = new HashMap<String, Object>(Map.of(
                "tenantId",
                customer.tenant(),
                "authority",
                "Court of Gelderland",
                "legalBasis",
                "COURT_DECISION",
                "scope",
                "Wages of 2025",
                "privileged",
                true,
                "mayInform",
                false));
        as(officer)
                .body(order)
                .post(DISCLOSURES + "/orders")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-017"));
        order.put("privileged", false);
        String ordered = as(officer)
                .body(order)
                .post(DISCLOSURES + "/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("disclosureId");
        as(officer).post(DISCLOSURES + "/" + ordered + "/execution").then().statusCode(204);
        as(contact).get(DISCLOSURES).then().statusCode(200).body("items", hasSize(0));
        as(officer)
                .body(Map.of("allowedSince", false))
                .post(DISCLOSURES + "/" + ordered + "/notice")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-018"));
        as(officer)
                .body(Map.of("allowedSince", true))
                .post(DISCLOSURES + "/" + ordered + "/notice")
                .then()
                .statusCode(204);
        String permitted = as(contact)
                .body(Map.of("recipient", "Example Insurers", "scope", "Absence of 2025"))
                .post(DISCLOSURES + "/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("disclosureId");
        as(officer).post(DISCLOSURES + "/" + permitted + "/execution").then().statusCode(204);
        as(officer)
                .post(DISCLOSURES + "/" + UUID.randomUUID() + "/execution")
                .then()
                .statusCode(404);
        as(contact)
                .get(DISCLOSURES)
                .then()
                .body("items", hasSize(2))
                .body("items.find { it.disclosureId == '" + ordered + "' }.recipient", equalTo("Court of Gelderland"))
                .body("items.find { it.disclosureId == '" + ordered + "' }.reportedAt", notNullValue())
                .body("items.find { it.disclosureId == '" + permitted + "' }.legalBasis", nullValue())
                .body("items.find { it.disclosureId == '" + permitted + "' }.disclosedAt", notNullValue());
        as(Identity.of(Role.SECURITY_OFFICER, "afas", null))
                .post(DISCLOSURES + "/" + permitted + "/execution")
                .then()
                .statusCode(404);
    }

    @Test
    @Rule("PRA-035")
    void a_supervisors_instruction_is_reported_and_the_vendor_records_what_it_did() {
        var customer = Customers.afas(Map.of());
        var contact = customer.person(Role.PRIVACY_CONTACT);
        var today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        as(contact)
                .body(Map.of("supervisor", "AP", "receivedOn", today.plusDays(1).toString(), "text", "Stop"))
                .post(SUPERVISOR)
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-035"));
        String id = as(contact)
                .body(Map.of("supervisor", "AP", "receivedOn", today.toString(), "text", "Stop processing health data"))
                .post(SUPERVISOR)
                .then()
                .statusCode(201)
                .extract()
                .path("instructionId");
        var officer = customer.staff(Role.SECURITY_OFFICER);
        for (var measure : List.of("The field was closed", "What it held was handed over")) {
            as(officer)
                    .body(Map.of("measure", measure))
                    .post(SUPERVISOR + "/" + id + "/measures")
                    .then()
                    .statusCode(201);
        }
        as(contact)
                .get(SUPERVISOR)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].text", equalTo("Stop processing health data"))
                .body(
                        "items[0].measures.measure",
                        equalTo(List.of("The field was closed", "What it held was handed over")));
        as(Customers.afas(Map.of()).person(Role.PRIVACY_CONTACT))
                .get(SUPERVISOR)
                .then()
                .body("items", hasSize(0));
        as(Identity.of(Role.SECURITY_OFFICER, "phocus", null))
                .body(Map.of("measure", "Not theirs"))
                .post(SUPERVISOR + "/" + id + "/measures")
                .then()
                .statusCode(404);
    }

    private static UUID activity(Customer customer) {
        return UUID.fromString(as(customer.person(Role.PRIVACY_CONTACT))
                .body(Map.of("purpose", "Payroll", "retention", "7 years", "recipients", "Tax authority"))
                .post("/api/v1/tenants/" + customer.tenant() + "/processing-activities")
                .then()
                .statusCode(201)
                .extract()
                .path("activityId"));
    }

    private static Map<String, Object> instruction(Customer customer, String kind, Map<String, Object> further) {
        var body = new HashMap<String, Object>(
                Map.of("tenantId", customer.tenant(), "kind", kind, "text", "The file of employee 4711"));
        body.putAll(further);
        return body;
    }

    private static String give(Identity who, Map<String, Object> instruction) {
        return as(who).body(instruction)
                .post(INSTRUCTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("instructionId");
    }

    /** Through the software, twice: the same reference is the same instruction. */
    private static void post(Customer customer, UUID activity) {
        var software = Identity.eventProducer(
                customer.provider(), null, List.of("urn:software"), List.of(Published.TYPES + "*"), false);
        for (var id : List.of("first", "second")) {
            as(software)
                    .contentType("application/cloudevents+json")
                    .body(Map.of(
                            "specversion",
                            "1.0",
                            "id",
                            id + customer.tenant(),
                            "source",
                            "urn:software",
                            "type",
                            Published.TYPES + "give-processing-instruction.v1",
                            "time",
                            Instant.now().toString(),
                            "tenantid",
                            customer.tenant().toString(),
                            "data",
                            Map.of(
                                    "reference",
                                    "mutation-4711",
                                    "kind",
                                    "CHANGE",
                                    "activityId",
                                    activity,
                                    "text",
                                    "Correct the start date")))
                    .post("/api/v1/events")
                    .then()
                    .statusCode(201);
        }
    }
}
