package nl.waarborg.processoragreement;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.test.quarkus.PublishedApi;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class AgreementIT {

    private static final String TYPES = Published.TYPES;
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Test
    @Rule({"XSV-001", "PRA-001"})
    void what_is_concluded_over_rest_is_on_the_topic_as_its_contract_says() {
        var agreement = conclude("KAFKA-1", "AFAS_SLA", "2024-01-01", Map.of("priority.P2.response", "OPEN PT4H"));

        var published = Published.ofTenant(agreement.tenant(), 2);

        assertEquals(
                List.of(TYPES + "agreement-concluded.v1", TYPES + "tenant-terms-published.v1"),
                published.stream().map(Published::type).toList());
        for (var event : published) {
            assertEquals(agreement.id().toString(), event.stream());
            assertEquals(List.of(), Contract.of(event.type()).faults(event.json()));
            assertFalse(event.text().contains("example.org"), "personal data left the service");
        }
        var terms = published.get(1).json();
        assertEquals("2023-12-31T23:00:00Z", terms.path("validFrom").textValue());
        assertTrue(terms.path("terms").size() > 100);
    }

    @Test
    void concluding_again_changes_nothing_and_another_content_is_refused() {
        var first = conclude("TWICE-1", "AFAS_SLA", "2024-01-01", Map.of());

        as(manager())
                .body(conclusion("TWICE-1", "AFAS_SLA", "2024-01-01", Map.of()))
                .post("/api/v1/agreements")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("agreementId", equalTo(first.id().toString()))
                .body("tenantId", equalTo(first.tenant().toString()));
        as(manager())
                .body(conclusion("TWICE-1", "AFAS_SLA", "2024-02-01", Map.of()))
                .post("/api/v1/agreements")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-001"))
                .body("code", equalTo("reference-in-use"));
    }

    @Test
    void every_operation_is_described_whole_and_closed_to_whom_it_does_not_name() {
        var api = PublishedApi.of(URI.create("http://localhost:" + RestAssured.port));
        assertTrue(
                api.operations().size() > 15, "operations: " + api.operations().size());
        assertEquals("", String.join("\n", api.omissions()));
        assertEquals("", String.join("\n", api.openDoors()));
    }

    @Test
    @Rule("XSV-050")
    void a_foreign_tenants_agreement_looks_like_one_that_is_not_there() {
        var foreign = Customers.conclude("afas", "FOREIGN-1", "AFAS_SLA", "2024-01-01");
        var incident = Customers.securityIncident("afas", foreign.tenant());
        var document = UUID.randomUUID();
        as(manager())
                .body(Map.of(
                        "documentId",
                        document.toString(),
                        "kind",
                        "ASSIGNMENT",
                        "title",
                        "Assignment",
                        "mediaType",
                        "text/plain",
                        "content",
                        "QXJ0aWtlbCAx"))
                .post(foreign.path() + "/documents")
                .then()
                .statusCode(204);
        foreign.as(Role.AGREEMENT_CONTACT).post(foreign.path() + "/exit").then().statusCode(204);
        var question = made(
                foreign.as(Role.ADMINISTRATOR).body(Map.of("subject", "P2", "text", "Why a day?")),
                "agreement-questions",
                "questionId");
        var request = made(
                foreign.as(Role.ADMINISTRATOR).body(Map.of("service", "CONSULTANCY", "text", "Help")),
                "service-requests",
                "id");
        var consultant = Identity.of(Role.CONSULTANT, "afas", null);
        var project = made(
                as(consultant)
                        .body(Map.of(
                                "requestId",
                                request,
                                "plan",
                                "Goals",
                                "budget",
                                100,
                                "knowledgeTestedOn",
                                "2026-05-20")),
                "projects",
                "id");
        var appointment = made(
                as(consultant)
                        .body(Map.of(
                                "tenantId",
                                foreign.tenant().toString(),
                                "service",
                                "CONSULTANCY",
                                "startsAt",
                                "2026-12-10T09:00:00Z",
                                "duration",
                                "PT2H")),
                "appointments",
                "id");

        var api = PublishedApi.of(URI.create("http://localhost:" + RestAssured.port));
        var leaks = api.leaks(
                Map.ofEntries(
                        Map.entry("agreements/id", foreign.agreement().toString()),
                        Map.entry("tenants/tenantId", foreign.tenant().toString()),
                        Map.entry("dead-letters/id", UUID.randomUUID().toString()),
                        Map.entry("agreements/documentId", document.toString()),
                        Map.entry("agreement-questions/id", question),
                        Map.entry("service-requests/id", request),
                        Map.entry("appointments/id", appointment),
                        Map.entry("projects/id", project),
                        Map.entry("security-incidents/id", incident.toString()),
                        Map.entry(
                                "security-incidents/tenantId", foreign.tenant().toString()),
                        Map.entry(
                                "subprocessors/id",
                                Customers.subprocessor("afas").toString())),
                // A verification goes over everybody's; whose events it found, it says to those alone.
                Map.of(
                        "tenants/key",
                        "priority.P2.response",
                        "tenants/month",
                        "2026-03",
                        "sla-versions/version",
                        "2",
                        "audit/id",
                        UUID.randomUUID().toString()),
                role -> Identity.of(role, "phocus", role.side() == Role.Side.VENDOR ? null : UUID.randomUUID()));
        assertEquals("", String.join("\n", leaks));
        // It is there, for whom it belongs to.
        for (var path : List.of(
                foreign.path() + "/documents/" + document + "/content",
                foreign.path() + "/exit",
                "/api/v1/agreement-questions/" + question,
                "/api/v1/service-requests/" + request,
                "/api/v1/appointments/" + appointment,
                "/api/v1/projects/" + project)) {
            foreign.as(Role.ADMINISTRATOR).get(path).then().statusCode(200);
        }
    }

    @Test
    void an_event_is_proved_to_those_who_may_see_it() {
        var agreement = conclude("PROOF-1", "AFAS_SLA", "2024-01-01", Map.of());
        var proof = "/api/v1/audit/proof?version=1&stream=" + agreement.id();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as(Identity.of(Role.AUDITOR, "afas", null))
                .get(proof)
                .then()
                .statusCode(200)
                .body("event.tenant", equalTo(agreement.tenant().toString()))
                .body("event.payload", not(containsString("example.org")))
                .body("objection", nullValue()));
        as(Identity.of(Role.ADMINISTRATOR, "afas", agreement.tenant()))
                .get(proof)
                .then()
                .statusCode(200);

        as(Identity.of(Role.AUDITOR, "phocus", null)).get(proof).then().statusCode(404);
        as(Identity.of(Role.ADMINISTRATOR, "afas", UUID.randomUUID()))
                .get(proof)
                .then()
                .statusCode(404);
    }

    @Test
    void a_repeated_conclusion_is_answered_as_the_first() {
        var key = UUID.randomUUID().toString();
        var body = conclusion("KEY-1", "AFAS_SLA", "2024-01-01", Map.of());
        var answers = Stream.of(1, 2)
                .map(time -> as(manager())
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/api/v1/agreements")
                        .then()
                        .statusCode(201)
                        .extract())
                .map(answer -> answer.asString() + answer.header("ETag") + answer.header("Location"))
                .distinct()
                .toList();
        assertEquals(1, answers.size(), answers.toString());
    }

    @Test
    void bad_input_is_named_field_by_field_and_stores_nothing() {
        as(manager())
                .body(conclusion(
                        "BAD-1",
                        "AFAS_SLA",
                        "2024-01-01",
                        Map.of("priority.P9.response", "PT1H", "priority.P2.response", "99.5 %")))
                .post("/api/v1/agreements")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/deviations/priority.P9.response", "/deviations/priority.P2.response"));
        as(manager())
                .body("{\"reference\": \"\", \"colour\": 1, \"preset\": \"NO_SUCH\", \"concludedOn\": \"today\"}")
                .post("/api/v1/agreements")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/colour"))
                .body("errors.pointer", hasItem("/preset"))
                .body("errors.pointer", hasItem("/concludedOn"))
                .body("errors.pointer", hasItem("/name"));
        as(manager()).body("{").post("/api/v1/agreements").then().statusCode(400);
        as(manager())
                .queryParam("limit", 500)
                .get("/api/v1/agreements")
                .then()
                .statusCode(200)
                .body("items.reference", not(hasItem("BAD-1")));
    }

    @Test
    void nobody_sees_or_changes_what_is_not_theirs() {
        var agreement = conclude("PRIVATE-1", "AFAS_SLA", "2024-01-01", Map.of());
        var path = "/api/v1/agreements/" + agreement.id();
        var terms = "/api/v1/tenants/" + agreement.tenant() + "/terms";
        var own = Identity.of(Role.ADMINISTRATOR, "afas", agreement.tenant());
        var stranger = Identity.of(Role.ADMINISTRATOR, "afas", UUID.randomUUID());
        var otherVendor = Identity.of(Role.AGREEMENT_MANAGER, "phocus", null);

        as(own).get(path).then().statusCode(200).body("contacts[0].name", equalTo("Example Contact"));
        as(own).get(terms).then().statusCode(200);
        for (var foreign : List.of(stranger, otherVendor)) {
            as(foreign).get(path).then().statusCode(404);
            as(foreign).get(terms).then().statusCode(404);
        }
        as(otherVendor)
                .body(Map.of("until", "2030-01-01"))
                .post(path + "/extension")
                .then()
                .statusCode(404);
        as(own).body(Map.of("until", "2030-01-01"))
                .post(path + "/extension")
                .then()
                .statusCode(403);
        given().get(path).then().statusCode(401);
        as(own).get("/api/v1/agreements").then().statusCode(200).body("items", hasSize(1));
        as(stranger).get("/api/v1/agreements").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    @Rule({"XSV-004", "XSV-006"})
    void the_term_in_force_at_a_moment_is_shown_with_its_clause_and_origin() {
        var agreement = conclude("TERMS-1", "AFAS_SLA", "2024-01-01", Map.of());
        var today = LocalDate.now(ZONE);
        as(manager())
                .body(Map.of(
                        "deviations",
                        Map.of("priority.P2.response", "OPEN PT4H"),
                        "clause",
                        "art. 3",
                        "effectiveFrom",
                        today.plusDays(10).toString()))
                .post("/api/v1/agreements/" + agreement.id() + "/terms")
                .then()
                .statusCode(204)
                .header("ETag", equalTo("\"3\""));
        var key = "/api/v1/tenants/" + agreement.tenant() + "/terms/priority.P2.response";

        as(manager())
                .get(key)
                .then()
                .statusCode(200)
                .body("agreed", equalTo(true))
                .body("term.value", equalTo("1 WORKING_DAY"))
                .body("term.origin", equalTo("PRESET"))
                .body("version.termsVersion", equalTo(1));
        as(manager())
                .queryParam(
                        "at", today.plusDays(10).atStartOfDay(ZONE).toInstant().toString())
                .get(key)
                .then()
                .statusCode(200)
                .body("term.value", equalTo("OPEN PT4H"))
                .body("term.clause", equalTo("art. 3"))
                .body("term.origin", equalTo("SPECIFIC_PROVISION"))
                .body("version.termsVersion", equalTo(2));
        as(manager())
                .get("/api/v1/tenants/" + agreement.tenant() + "/terms/no.such.key")
                .then()
                .statusCode(404);
        as(manager())
                .get("/api/v1/tenants/" + agreement.tenant() + "/terms/payrollRecords.retention")
                .then()
                .statusCode(200)
                .body("agreed", equalTo(false));
        as(manager())
                .get("/api/v1/tenants/" + agreement.tenant() + "/terms/versions")
                .then()
                .statusCode(200)
                .body("termsVersion", equalTo(List.of(2, 1)));
    }

    @Test
    @Rule({"XSV-023", "XSV-024"})
    void first_class_of_the_past_starts_and_ends_at_its_own_midnights() {
        var agreement = conclude("FIRST-1", "AFAS_SLA", "2024-01-01", Map.of());
        var path = "/api/v1/agreements/" + agreement.id() + "/first-class";
        as(manager())
                .body(Map.of("at", "2025-03-01T10:00:00+01:00"))
                .post(path + "/subscription")
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(manager()).get(path).jsonPath().getBoolean("active"));
        as(manager())
                .body(Map.of("at", "2025-05-31T23:59:59+02:00"))
                .post(path + "/cancellation")
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(manager()).get(path).jsonPath().getBoolean("periods[0].ended"));

        as(manager())
                .get(path)
                .then()
                .body("active", equalTo(false))
                .body("periods[0].startsOn", equalTo("2025-04-01"))
                .body("periods[0].endsOn", equalTo("2025-06-30"));
        as(manager()).queryParam("at", "2025-06-30T21:59:59Z").get(path).then().body("active", equalTo(true));
        var times = Published.ofTenant(agreement.tenant(), 6).stream()
                .collect(Collectors.toMap(Published::type, Published::time));
        assertEquals("2025-03-31T22:00:00Z", times.get(TYPES + "first-class-started.v1"));
        assertEquals("2025-06-30T22:00:00Z", times.get(TYPES + "first-class-ended.v1"));
    }

    @Test
    void a_customer_gives_no_time_but_the_present() {
        var agreement = conclude("FIRST-2", "AFAS_SLA", "2024-01-01", Map.of());
        var contact = Identity.of(Role.AGREEMENT_CONTACT, "afas", agreement.tenant());
        var path = "/api/v1/agreements/" + agreement.id() + "/first-class/subscription";
        as(contact)
                .body(Map.of("at", "2025-03-01T10:00:00+01:00"))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/at"));
        as(contact).body("{}").post(path).then().statusCode(204);
    }

    @Test
    @Rule({"XSV-014", "XSV-016"})
    void an_agreement_of_the_past_ends_and_leaves_exit_as_the_only_thing_to_ask() {
        var agreement = conclude("ENDED-1", "AFAS_SLA", "2024-01-01", Map.of());
        var path = "/api/v1/agreements/" + agreement.id();
        as(manager())
                .body(Map.of(
                        "invoiceId",
                        "F-1",
                        "period",
                        LocalDate.now(ZONE).minusMonths(1).toString().substring(0, 7),
                        "lines",
                        List.of(Map.of("kind", "LICENCE", "amount", "1850.00"))))
                .post(path + "/invoices")
                .then()
                .statusCode(204);
        var today = LocalDate.now(ZONE);
        as(manager())
                .body(Map.of("ground", "NOTICE", "scope", "WHOLE", "endsOn", today.toString()))
                .post(path + "/termination")
                .then()
                .statusCode(204);
        as(manager()).get(path).then().body("status", equalTo("TERMINATED"));
        as(Identity.of(Role.AGREEMENT_CONTACT, "afas", agreement.tenant()))
                .body(Map.of(
                        "option", "VIEW", "effectiveFrom", today.plusDays(1).toString()))
                .put(path + "/exit-option")
                .then()
                .statusCode(204);
        as(manager())
                .get(path + "/exit-option")
                .then()
                .body("[0].monthlyAmount", equalTo("185.00"))
                .body("[0].basisAmount", equalTo("1850.00"))
                .body("[0].until", equalTo(today.plusYears(10).toString()));
    }

    @Test
    void other_systems_post_what_they_know() {
        var agreement = conclude("POSTED-1", "AFAS_SLA", "2024-01-01", Map.of());
        var erp = Identity.eventProducer("afas", null, List.of("urn:erp"), List.of(TYPES + "*"), false);
        var event = Map.of(
                "specversion",
                "1.0",
                "id",
                "licence-1",
                "source",
                "urn:erp",
                "type",
                TYPES + "change-licence.v1",
                "time",
                "2025-05-01T10:00:00Z",
                "tenantid",
                agreement.tenant().toString(),
                "data",
                Map.of("licence", licence(140), "effectiveFrom", "2025-05-01"));

        as(erp).contentType("application/cloudevents+json")
                .body(event)
                .post("/api/v1/events")
                .then()
                .statusCode(201);
        as(erp).contentType("application/cloudevents+json")
                .body(event)
                .post("/api/v1/events")
                .then()
                .statusCode(200);
        as(manager())
                .get("/api/v1/agreements/" + agreement.id() + "/licence")
                .then()
                .body("current.users", equalTo(140))
                .body("entries", hasSize(2));
    }

    @Test
    @Rule({"XSV-012", "XSV-013"})
    void a_licence_that_another_system_cancels_ends_or_is_refused_as_over_rest() {
        var agreement = conclude("POSTED-2", "AFAS_SLA", "2024-01-01", Map.of());
        // Three working days before 1 June 2026, a Monday: Wednesday 27 May.
        post(agreement, "stop-1", "2026-05-28T00:00:00+02:00").statusCode(409).body("rule", equalTo("XSV-013"));
        post(agreement, "stop-2", "2026-05-27T23:59:59+02:00").statusCode(201);
        as(manager())
                .get("/api/v1/agreements/" + agreement.id() + "/licence")
                .then()
                .body("cancellations.endsOn", hasItem("2026-05-31"))
                .body("cancellations.refusal", hasItem("TOO_LATE"));
    }

    @Test
    @Rule("XSV-013")
    void a_stated_date_beyond_the_published_holidays_is_named_and_changes_nothing() {
        var agreement = conclude("STOP-FAR", "AFAS_SLA", "2024-01-01", Map.of());
        var path = "/api/v1/agreements/" + agreement.id() + "/licence";
        as(manager())
                .body(Map.of("statedDate", "2037-06-30"))
                .post(path + "/cancellation")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/statedDate"));
        var phocus = conclude("STOP-NEVER", "PHOCUS_CLOUD", "2024-01-01", Map.of());
        as(manager())
                .body(Map.of("statedDate", "2020-06-30"))
                .post("/api/v1/agreements/" + phocus.id() + "/licence/cancellation")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-012"))
                .body("code", equalTo("no-right-to-cancel"));
        as(manager()).get("/api/v1/agreements/" + phocus.id()).then().body("status", equalTo("IN_FORCE"));
    }

    @Test
    @Rule("XSV-011")
    void the_licence_that_holds_is_the_one_whose_day_came_last_however_they_were_recorded() {
        var agreement = conclude("LICENCE-ORDER", "AFAS_SLA", "2024-01-01", Map.of());
        var path = "/api/v1/agreements/" + agreement.id() + "/licence";
        licence(path, 140, "2025-06-01");
        licence(path, 130, "2025-01-01");
        as(manager()).get(path).then().body("current.users", equalTo(140)).body("entries", hasSize(3));
        licence(path, 145, "2025-06-01");
        licence(path, 150, LocalDate.now(ZONE).plusDays(1).toString());
        as(manager()).get(path).then().body("current.users", equalTo(145));
    }

    private static void licence(String path, int users, String from) {
        as(manager())
                .body(Map.of(
                        "licence",
                        Map.of("type", "ERP", "users", users, "employees", 450, "environments", 3, "returns", 4),
                        "effectiveFrom",
                        from))
                .put(path)
                .then()
                .statusCode(204);
    }

    @Test
    @Rule({"XSV-014", "XSV-023"})
    void first_class_that_never_began_ends_with_the_agreement() {
        var agreement = conclude("ENDED-2", "AFAS_SLA", "2024-01-01", Map.of());
        var path = "/api/v1/agreements/" + agreement.id();
        as(manager())
                .body(Map.of())
                .post(path + "/first-class/subscription")
                .then()
                .statusCode(204);
        as(manager())
                .body(Map.of("at", "2026-05-27T10:00:00+02:00"))
                .post(path + "/licence/cancellation")
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(manager()).get(path).then().body("status", equalTo("ENDED")));
        as(manager())
                .get(path + "/first-class")
                .then()
                .body("periods[0].started", equalTo(false))
                .body("periods[0].ended", equalTo(true))
                .body("periods[0].endsOn", equalTo("2026-05-31"));
    }

    @Test
    @Rule("PRA-005")
    void a_calendar_by_which_no_clock_could_run_is_refused_wherever_terms_come_in() {
        for (var value : List.of("ABSENT", "CALENDAR no/such")) {
            as(manager())
                    .body(conclusion("BAD-CALENDAR", "AFAS_SLA", "2024-01-01", Map.of("support.calendar", value)))
                    .post("/api/v1/agreements")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/deviations/support.calendar"));
        }
        var agreement = conclude("CALENDARS", "AFAS_SLA", "2024-01-01", Map.of());
        var path = "/api/v1/agreements/" + agreement.id();
        var from = LocalDate.now(ZONE).plusDays(1).toString();
        as(manager())
                .body(Map.of("deviations", Map.of("calamity.calendar", "CALENDAR no/such"), "effectiveFrom", from))
                .post(path + "/terms")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/deviations/calamity.calendar"));
        var provision = Map.of("key", "support.calendar", "value", "ABSENT", "clause", "art. 2");
        as(manager())
                .body(Map.of("provisions", List.of(provision), "effectiveFrom", from))
                .post(path + "/specific-provisions")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/provisions/0/value"));
        as(manager())
                .body(Map.of(
                        "title",
                        "SLA",
                        "summary",
                        "No desk",
                        "effectiveFrom",
                        from,
                        "statutory",
                        false,
                        "changes",
                        List.of(provision)))
                .post("/api/v1/sla-versions")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/changes/0/value"));
    }

    private static ValidatableResponse post(Concluded agreement, String id, String time) {
        var erp = Identity.eventProducer("afas", null, List.of("urn:erp"), List.of(TYPES + "*"), false);
        return as(erp).contentType("application/cloudevents+json")
                .body(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        id,
                        "source",
                        "urn:erp",
                        "type",
                        TYPES + "cancel-licence.v1",
                        "time",
                        time,
                        "tenantid",
                        agreement.tenant().toString(),
                        "data",
                        Map.of()))
                .post("/api/v1/events")
                .then();
    }

    @Test
    void what_was_changed_since_it_was_read_is_not_changed_again() {
        var agreement = conclude("VERSION-1", "AFAS_SLA", "2024-01-01", Map.of());
        var path = "/api/v1/agreements/" + agreement.id();
        var read = as(manager()).get(path).then().statusCode(200).extract().header("ETag");
        assertEquals("\"2\"", read);
        as(manager())
                .header("If-Match", read)
                .body(Map.of("licence", licence(130), "effectiveFrom", "2025-05-01"))
                .put(path + "/licence")
                .then()
                .statusCode(204)
                .header("ETag", equalTo("\"3\""));
        as(manager())
                .header("If-Match", read)
                .body(Map.of("licence", licence(140), "effectiveFrom", "2025-06-01"))
                .put(path + "/licence")
                .then()
                .statusCode(412);
        as(manager())
                .get(path + "/licence")
                .then()
                .body("current.users", equalTo(130))
                .body("entries", hasSize(2));
    }

    private static String made(RequestSpecification command, String what, String id) {
        return command.post("/api/v1/" + what)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString(id);
    }

    private record Concluded(UUID id, UUID tenant) {}

    private static Concluded conclude(
            String reference, String preset, String concludedOn, Map<String, String> deviations) {
        var answer = as(manager())
                .body(conclusion(reference, preset, concludedOn, deviations))
                .post("/api/v1/agreements")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .jsonPath();
        return new Concluded(
                UUID.fromString(answer.getString("agreementId")), UUID.fromString(answer.getString("tenantId")));
    }

    private static Map<String, Object> conclusion(
            String reference, String preset, String concludedOn, Map<String, String> deviations) {
        return Map.of(
                "reference",
                reference,
                "name",
                "Customer of " + reference,
                "preset",
                preset,
                "deviations",
                deviations,
                "concludedOn",
                concludedOn,
                "licence",
                licence(120),
                "contacts",
                List.of(Map.of(
                        "name",
                        "Example Contact",
                        "email",
                        "contact@example.org",
                        "roles",
                        List.of("AGREEMENT_CONTACT"))));
    }

    private static Map<String, Object> licence(int users) {
        return Map.of("type", "ERP", "users", users, "employees", 450, "environments", 3, "returns", 4);
    }

    private static Identity manager() {
        return Identity.of(Role.AGREEMENT_MANAGER, "afas", null);
    }

    private static RequestSpecification as(Identity identity) {
        return given().contentType(ContentType.JSON).auth().oauth2(ServiceSurroundings.token(identity));
    }
}
