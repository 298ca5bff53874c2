package nl.waarborg.processoragreement;

import static nl.waarborg.processoragreement.Customers.as;
import static org.awaitility.Awaitility.await;
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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.processoragreement.securityincident.domain.Breach;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The register through the running service, with real mail and real topics. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class SecurityIncidentIT {

    private static final String REGISTER = "/api/v1/security-incidents";

    @BeforeAll
    static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("incident.events", "availability.events");
    }

    @Test
    @Rule({"PRA-046", "PRA-047", "PRA-049", "PRA-054"})
    void any_employee_registers_and_each_affected_customer_has_clocks_by_its_own_terms() {
        var usual = Customers.afas(Map.of());
        var quicker = Customers.afas(Map.of("breach.informWithin", "PT24H", "breach.controllerWindow", "ABSENT"));
        var discovered = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);
        var related = UUID.randomUUID();
        var id = register(
                usual.staff(Role.SUPPORT_AGENT),
                discovered,
                Map.of("relatedIncidents", List.of(related)),
                usual,
                quicker);

        as(usual.staff(Role.SECURITY_OFFICER))
                .get(REGISTER + "/" + id + "/clocks")
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body(
                        "find { it.tenantId == '" + usual.tenant() + "' }.deadline",
                        equalTo(discovered.plus(Duration.ofHours(48)).toString()))
                .body(
                        "find { it.tenantId == '" + quicker.tenant() + "' }.deadline",
                        equalTo(discovered.plus(Duration.ofHours(24)).toString()))
                .body("find { it.tenantId == '" + quicker.tenant() + "' }.outerLimit", notNullValue())
                .body("state", equalTo(List.of("RUNNING", "RUNNING")));
        var published =
                Published.ofStream(Breach.stream(usual.tenant(), id).id(), 1).getFirst();
        assertEquals("nl.waarborg.processor-agreement.breach-detected.v1", published.type());
        assertEquals(usual.tenant(), published.tenant());
        assertEquals(List.of(), Contract.of(published.type()).faults(published.json()));
        assertEquals(
                related.toString(),
                published.json().path("relatedIncidents").path(0).textValue());
        assertFalse(published.text().contains("wrong recipient"), "the content of a breach left the service");
        as(usual.staff(Role.SUPPORT_AGENT)).get(REGISTER + "/" + id).then().statusCode(403);
    }

    @Test
    @Rule({"PRA-050", "PRA-051", "PRA-052", "PRA-053", "PRA-054"})
    void a_breach_is_told_by_mail_supplemented_assessed_reported_and_closed() {
        var customer =
                Customers.concluded("afas", "AFAS_SLA", Map.of(), List.of(Customers.contact("AGREEMENT_CONTACT")));
        var news = UUID.randomUUID() + "@example.org";
        as(customer.person(Role.ADMINISTRATOR))
                .body(Map.of(
                        "name", "Kim de Boer", "email", news, "roles", List.of("PRIVACY_CONTACT"), "language", "NL"))
                .post("/api/v1/tenants/" + customer.tenant() + "/contacts")
                .then()
                .statusCode(201);
        var discovered = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);
        var id = register(customer.staff(Role.OPERATOR), discovered, Map.of(), customer);
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var own = REGISTER + "/" + id + "/tenants/" + customer.tenant();

        as(officer)
                .body(Map.of("conclusion", "over"))
                .post(REGISTER + "/" + id + "/closure")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-046"));
        as(officer)
                .body(Map.of("content", Map.of("nature", "An export went to the wrong recipient")))
                .post(own + "/notice")
                .then()
                .statusCode(204);
        await().atMost(Customers.PATIENCE).until(() -> Customers.mails().stream()
                .anyMatch(mail -> mail.contains(news)
                        && mail.contains("Beveiligingsincident: eerste melding")
                        && mail.contains("Nog niet bekend")
                        && mail.contains("An export went to the wrong recipient")
                        && !mail.contains("Not known yet")));
        as(officer)
                .get(REGISTER + "/" + id)
                .then()
                .statusCode(200)
                .body("affected[0].missing", hasItem("MEASURES"))
                .body("affected[0].fallback", equalTo(false))
                .body("affected[0].recipients", hasSize(2))
                .body("entry.uninformed", equalTo(0));
        await().atMost(Customers.PATIENCE).untilAsserted(() -> as(officer)
                .get(REGISTER + "/" + id)
                .then()
                .body("mails.find { it.kind == 'NOTICE' }.state", equalTo("SENT"))
                .body("mails.find { it.kind == 'NOTICE' }.reached", hasSize(2))
                .body("mails.find { it.kind == 'NOTICE' }.refused", hasSize(0)));
        as(officer)
                .body(Map.of(
                        "cause",
                        "MEASURES",
                        "text",
                        "Access was closed",
                        "content",
                        Map.of("measures", "The link was withdrawn")))
                .post(own + "/supplements")
                .then()
                .statusCode(204);
        await().atMost(Customers.PATIENCE).until(() -> Customers.mails().stream()
                .anyMatch(mail -> mail.contains(news) && mail.contains("The link was withdrawn")));

        var contact = customer.person(Role.PRIVACY_CONTACT);
        as(contact)
                .get(REGISTER + "/" + id)
                .then()
                .statusCode(200)
                .body("affected[0].content.nature", equalTo("An export went to the wrong recipient"))
                .body("affected[0].content.measures", equalTo("The link was withdrawn"))
                .body("affected[0].missing", not(hasItem("MEASURES")));
        as(contact)
                .body(Map.of("isBreach", true, "reportNeeded", true))
                .post(own + "/assessment")
                .then()
                .statusCode(204);
        as(contact)
                .body(Map.of("plannedAt", Instant.now().plusSeconds(3600).toString()))
                .post(own + "/report-announcement")
                .then()
                .statusCode(204);
        as(contact)
                .body(Map.of("reportedAt", Instant.now().toString(), "provisional", true))
                .post(own + "/authority-report")
                .then()
                .statusCode(204);
        as(contact)
                .get(REGISTER + "/" + id + "/clocks")
                .then()
                .body("clock", equalTo(List.of("CONTROLLER", "AUTHORITY")))
                .body("state", equalTo(List.of("KEPT", "KEPT")));
        as(officer)
                .body(Map.of("conclusion", "The recipient destroyed it"))
                .post(REGISTER + "/" + id + "/closure")
                .then()
                .statusCode(204);
        as(contact)
                .get(own + "/history")
                .then()
                .body("kind", hasItem("SUPPLEMENTED"))
                .body("kind", hasItem("REPORTED_PROVISIONALLY"));
        as(customer.staff(Role.AUDITOR))
                .get(REGISTER + "/register.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString(id + ",SECURITY,OWN," + discovered))
                .body(not(containsString("wrong recipient")));
        as(customer.staff(Role.AUDITOR))
                .get(REGISTER + "/register")
                .then()
                .body("find { it.incidentId == '" + id + "' }.announcedFirst", equalTo(true));
        var published =
                Published.ofStream(Breach.stream(customer.tenant(), id).id(), 2).get(1);
        assertEquals("nl.waarborg.processor-agreement.controller-informed.v1", published.type());
        assertEquals(List.of(), Contract.of(published.type()).faults(published.json()));
        assertFalse(published.text().contains("export"), "the content of a breach left the service");
    }

    @Test
    @Rule({"PRA-048", "PRA-052"})
    void a_missed_deadline_is_recorded_and_a_correction_withdraws_it() {
        var customer = Customers.phocus(Map.of("breach.informWithin", "PT48H"));
        var discovered = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(49));
        // More precise than the database: the miss is noticed all the same.
        var id = register(
                customer.staff(Role.PAYROLL_PROCESSOR), discovered.plusNanos(450), Map.of("type", "C"), customer);
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var own = REGISTER + "/" + id + "/tenants/" + customer.tenant();
        await().atMost(Customers.PATIENCE)
                .untilAsserted(() -> as(officer).get(own + "/history").then().body("kind", hasItem("DEADLINE_MISSED")));

        as(officer)
                .body(Map.of("discoveredAt", discovered.plusSeconds(7200).toString(), "reason", "A clerical error"))
                .post(REGISTER + "/" + id + "/discovery-corrections")
                .then()
                .statusCode(204);

        as(officer)
                .get(own + "/history")
                .then()
                .body("kind", hasItem("MISS_WITHDRAWN"))
                .body(
                        "find { it.kind == 'DISCOVERY_CORRECTED' }.formerDeadline",
                        equalTo(discovered.plus(Duration.ofHours(48)).toString()))
                .body(
                        "find { it.kind == 'DISCOVERY_CORRECTED' }.deadline",
                        equalTo(discovered.plus(Duration.ofHours(50)).toString()));
        as(officer)
                .get(REGISTER + "/" + id)
                .then()
                .body("entry.firstDiscoveredAt", equalTo(discovered.toString()))
                .body("corrections", hasSize(1));
        as(officer)
                .body(Map.of("content", Map.of()))
                .post(own + "/notice")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-052"));
        as(officer).get(REGISTER + "/" + id).then().body("affected[0].recipientMissingAt", notNullValue());
    }

    @Test
    @Rule({"PRA-048", "PRA-057"})
    void what_cannot_be_is_refused_with_its_rule_and_changes_nothing() {
        var customer = Customers.afas(Map.of());
        var foreign = Customers.phocus(Map.of());
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var ahead = new HashMap<>(report(Instant.now().plusSeconds(60), customer));
        as(officer).body(ahead).post(REGISTER).then().statusCode(409).body("rule", equalTo("PRA-048"));
        as(officer)
                .body(report(Instant.now(), customer, foreign))
                .post(REGISTER)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/affectedTenants/1"));
        var id = register(officer, Instant.now().minusSeconds(3600), Map.of(), customer);
        var own = REGISTER + "/" + id + "/tenants/" + customer.tenant();
        as(officer)
                .body(Map.of("informedAt", Instant.now().minusSeconds(7200).toString(), "content", Map.of()))
                .post(own + "/notice")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-048"))
                .body("code", equalTo("informed-before-discovery"));
        as(officer).get(REGISTER + "/" + id).then().body("affected[0].informedAt", nullValue());
        as(officer)
                .body(Map.of("content", Map.of("nature", "Known early")))
                .post(own + "/notice")
                .then()
                .statusCode(204);
        as(officer)
                .body(Map.of("discoveredAt", Instant.now().toString(), "reason", "Found only now"))
                .post(REGISTER + "/" + id + "/discovery-corrections")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-048"))
                .body("code", equalTo("discovered-after-notice"));
        as(officer).get(REGISTER + "/" + id).then().body("corrections", hasSize(0));
        as(officer)
                .body(Map.of("content", Map.of()))
                .post(REGISTER + "/" + id + "/tenants/" + foreign.tenant() + "/notice")
                .then()
                .statusCode(404);
        as(foreign.staff(Role.SECURITY_OFFICER)).get(REGISTER + "/" + id).then().statusCode(404);
        as(Identity.of(Role.PRIVACY_CONTACT, "afas", UUID.randomUUID()))
                .get(REGISTER + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    @Rule({"PRA-047", "PRA-055"})
    void other_systems_report_and_an_investigated_anomaly_is_registered_by_itself() {
        var customer = Customers.phocus(Map.of());
        var monitor = Identity.eventProducer("phocus", null, List.of("urn:soc"), List.of(Published.TYPES + "*"), false);
        var reference = UUID.randomUUID().toString();
        var event = Map.of(
                "specversion",
                "1.0",
                "id",
                reference,
                "source",
                "urn:soc",
                "type",
                Published.TYPES + "register-security-incident.v1",
                "time",
                Instant.now().toString(),
                "tenantid",
                StreamId.PLATFORM.toString(),
                "data",
                Map.of(
                        "provider",
                        "phocus",
                        "reference",
                        reference,
                        "type",
                        "B",
                        "discoveredAt",
                        Instant.now().minusSeconds(60).toString(),
                        "affectedTenants",
                        List.of(customer.tenant().toString()),
                        "description",
                        "Officials asked for data"));
        for (var status : List.of(201, 200)) {
            as(monitor)
                    .contentType("application/cloudevents+json")
                    .body(event)
                    .post("/api/v1/events")
                    .then()
                    .statusCode(status);
        }
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var id = StreamId.natural("security-incident", StreamId.PLATFORM, "phocus/urn:soc/" + reference)
                .id();
        as(officer)
                .get(REGISTER + "/" + id)
                .then()
                .statusCode(200)
                .body("entry.type", equalTo("B"))
                .body("affected[0].description", equalTo("Officials asked for data"));
        as(officer).get(REGISTER + "/" + id + "/clocks").then().body("", hasSize(0));
        as(officer)
                .queryParam("uninformed", true)
                .queryParam("limit", 500)
                .get(REGISTER)
                .then()
                .body("items.find { it.incidentId == '" + id + "' }.waitingFor", notNullValue());

        var found = UUID.randomUUID();
        investigated(customer, found, 60);
        await().atMost(Customers.PATIENCE).untilAsserted(() -> as(officer)
                .get(REGISTER + "/" + found)
                .then()
                .statusCode(200)
                .body("entry.type", equalTo("SECURITY"))
                .body("affected[0].tenantId", equalTo(customer.tenant().toString())));
    }

    @Test
    @Rule({"PRA-046", "PRA-048"})
    void every_customer_whose_anomaly_is_the_same_incident_is_affected() {
        var customer = Customers.phocus(Map.of("breach.informWithin", "PT48H"));
        var other = Customers.phocus(Map.of("breach.informWithin", "PT48H"));
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var incident = UUID.randomUUID();
        investigated(customer, incident, 120);
        investigated(other, incident, 60);
        await().atMost(Customers.PATIENCE).untilAsserted(() -> as(officer)
                .get(REGISTER + "/" + incident)
                .then()
                .statusCode(200)
                .body(
                        "affected.tenantId",
                        containsInAnyOrder(
                                customer.tenant().toString(), other.tenant().toString())));
        as(officer)
                .get(REGISTER + "/" + incident + "/clocks")
                .then()
                .body("clock", equalTo(List.of("CONTROLLER", "CONTROLLER")));
    }

    private static void investigated(Customer customer, UUID incident, int secondsAgo) {
        Published.asOther(
                "availability",
                "login-anomaly-investigated.v1",
                UUID.randomUUID(),
                1,
                customer.tenant(),
                Map.of(
                        "anomalyId",
                        UUID.randomUUID(),
                        "hour",
                        Instant.now().minusSeconds(7200).toString(),
                        "direction",
                        "HIGH",
                        "subject",
                        "TENANT",
                        "securityIncidentId",
                        incident,
                        "investigatedAt",
                        Instant.now().minusSeconds(secondsAgo).toString()));
    }

    @Test
    @Rule({"PRA-048", "PRA-054"})
    void a_corrected_discovery_shows_that_a_notice_was_late_and_keeps_showing_it() {
        var customer = Customers.afas(Map.of());
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var id = register(officer, now.minus(Duration.ofHours(47)), Map.of(), customer);
        var own = REGISTER + "/" + id + "/tenants/" + customer.tenant();
        notice(officer, own, now.minus(Duration.ofHours(1)));
        as(officer).get(REGISTER + "/" + id).then().body("affected[0].late", equalTo(false));

        for (var hours : List.of(60, 61)) {
            as(officer)
                    .body(Map.of(
                            "discoveredAt",
                            now.minus(Duration.ofHours(hours)).toString(),
                            "reason",
                            "A colleague knew"))
                    .post(REGISTER + "/" + id + "/discovery-corrections")
                    .then()
                    .statusCode(204);
            as(officer).get(REGISTER + "/" + id).then().body("affected[0].late", equalTo(true));
            as(officer)
                    .get(REGISTER + "/" + id + "/clocks")
                    .then()
                    .body("find { it.clock == 'CONTROLLER' }.state", equalTo("MISSED"));
            as(customer.staff(Role.AUDITOR))
                    .get(REGISTER + "/register")
                    .then()
                    .body("find { it.incidentId == '" + id + "' }.controllerMissedAt", notNullValue());
        }
        as(officer)
                .get(own + "/history")
                .then()
                .body(
                        "findAll { it.kind == 'DEADLINE_MISSED' }.deadline",
                        equalTo(List.of(
                                now.minus(Duration.ofHours(12)).toString(),
                                now.minus(Duration.ofHours(13)).toString())));
    }

    @Test
    @Rule({"PRA-050", "PRA-051"})
    void the_authoritys_window_is_kept_by_the_first_report_whenever_it_becomes_known() {
        var customer = Customers.afas(Map.of());
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var contact = customer.person(Role.PRIVACY_CONTACT);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var id = register(officer, now.minus(Duration.ofHours(100)), Map.of(), customer);
        var own = REGISTER + "/" + id + "/tenants/" + customer.tenant();
        var first = now.minus(Duration.ofHours(60));
        reported(contact, own, first, true);

        notice(officer, own, now.minus(Duration.ofHours(99)));
        reported(contact, own, now, false);

        as(contact)
                .get(REGISTER + "/" + id + "/clocks")
                .then()
                .body("find { it.clock == 'AUTHORITY' }.state", equalTo("KEPT"))
                .body("find { it.clock == 'AUTHORITY' }.endedAt", equalTo(first.toString()));
        as(contact).get(REGISTER + "/" + id).then().body("affected[0].reportedAt", equalTo(now.toString()));
    }

    @Test
    @Rule("PRA-050")
    void a_report_that_is_needed_after_all_shows_the_window_that_has_passed() {
        var customer = Customers.afas(Map.of());
        var officer = customer.staff(Role.SECURITY_OFFICER);
        var contact = customer.person(Role.PRIVACY_CONTACT);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var id = register(officer, now.minus(Duration.ofHours(100)), Map.of(), customer);
        var own = REGISTER + "/" + id + "/tenants/" + customer.tenant();
        notice(officer, own, now.minus(Duration.ofHours(99)));
        for (var needed : List.of(false, true)) {
            as(contact)
                    .body(Map.of("isBreach", true, "reportNeeded", needed))
                    .post(own + "/assessment")
                    .then()
                    .statusCode(204);
        }
        as(contact)
                .get(REGISTER + "/" + id + "/clocks")
                .then()
                .body("find { it.clock == 'AUTHORITY' }.state", equalTo("MISSED"));
        await().atMost(Customers.PATIENCE)
                .untilAsserted(() -> as(officer).get(own + "/history").then().body("kind", hasItem("DEADLINE_MISSED")));
    }

    private static void notice(Identity officer, String breach, Instant informedAt) {
        as(officer)
                .body(Map.of("informedAt", informedAt.toString(), "content", Map.of("nature", "An export went astray")))
                .post(breach + "/notice")
                .then()
                .statusCode(204);
    }

    private static void reported(Identity contact, String breach, Instant at, boolean provisional) {
        as(contact)
                .body(Map.of("reportedAt", at.toString(), "provisional", provisional))
                .post(breach + "/authority-report")
                .then()
                .statusCode(204);
    }

    private static UUID register(
            Identity employee, Instant discoveredAt, Map<String, Object> further, Customer... affected) {
        var body = new HashMap<>(report(discoveredAt, affected));
        body.putAll(further);
        return UUID.fromString(as(employee)
                .body(body)
                .post(REGISTER)
                .then()
                .statusCode(201)
                .extract()
                .path("securityIncidentId"));
    }

    private static Map<String, Object> report(Instant discoveredAt, Customer... affected) {
        return Map.of(
                "type",
                "SECURITY",
                "discoveredAt",
                discoveredAt.toString(),
                "affectedTenants",
                Arrays.stream(affected).map(Customer::tenant).toList(),
                "description",
                "An export went to the wrong recipient");
    }
}
