package nl.waarborg.incident;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other services say of the platform, by the examples of their contracts, on real topics (catalogue 6). */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "incident_test"))
class NoticesIT {

    private final UUID matter = UUID.randomUUID();
    private Customer customer;

    @BeforeAll
    static void makeTheOthersTopics() {
        Customer.makeTheOthersTopics();
    }

    @BeforeEach
    void agree() {
        customer = Customer.agreed();
    }

    @Test
    void a_known_outage_is_shown_before_a_report_and_its_end_is_told_once_to_each_person() {
        var named = customer.raise("O-1");
        var started = Customer.example("availability", "outage-started").put("outageId", matter.toString());
        started.putArray("incidents").add(named);
        started.putArray("affectedTenants").add(customer.tenant().toString());
        Customer.publishedOfPlatform("availability", "outage-started", matter, 1, started);
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asSubmitter()
                .get("/api/v1/service-notices?open=true")
                .then()
                .statusCode(200)
                .body("items.noticeId", hasItem(matter.toString()))
                .body("items.find { it.noticeId == '" + matter + "' }.kind", equalTo("OUTAGE"))
                .body("items.find { it.noticeId == '" + matter + "' }.components", contains("PROFIT", "INSITE")));
        Customer.withoutPersons()
                .asAgent()
                .get("/api/v1/service-notices?open=true")
                .then()
                .body("items.noticeId", hasItem(matter.toString()));

        String raised = customer.asSubmitter()
                .body(Map.of(
                        "title", "InSite is down",
                        "description", "Nobody can log in",
                        "claimedType", "DISRUPTION",
                        "outage", matter))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .body("knownOutages.noticeId", hasItem(matter.toString()))
                .extract()
                .path("id");
        var updated = Customer.example("availability", "outage-updated").put("outageId", matter.toString());
        Customer.publishedOfPlatform("availability", "outage-updated", matter, 2, updated);
        for (var incident : new String[] {named, raised}) {
            await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asSubmitter()
                    .get("/api/v1/incidents/" + incident)
                    .then()
                    .body("links", hasSize(1))
                    .body("links[0].related", equalTo(matter.toString()))
                    .body("links[0].expectedAt", equalTo("2026-03-10T10:00:00Z")));
        }

        var ended = Customer.example("availability", "outage-ended")
                .put("outageId", matter.toString())
                .put("endedAt", Instant.now().toString());
        Customer.publishedOfPlatform("availability", "outage-ended", matter, 3, ended);
        for (var incident : new String[] {named, raised}) {
            await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asSubmitter()
                    .get("/api/v1/incidents/" + incident)
                    .then()
                    .body("links[0].endedAt", notNullValue())
                    .body("links[0].expectedAt", nullValue())
                    .body("incident.status", equalTo("SUBMITTED")));
        }
        var about = "it.cause == 'OUTAGE_KNOWN' || it.cause == 'OUTAGE_OVER'";
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/incident-mails")
                .then()
                .body(
                        "findAll { (it.incidentId == '" + named + "' || it.incidentId == '" + raised + "') && (" + about
                                + ") }.state",
                        containsInAnyOrder("SENT", "SENT", "TOLD_BEFORE", "TOLD_BEFORE")));
        await().atMost(Customer.PATIENCE)
                .until(() -> Customer.mails().stream()
                                .filter(mail -> mail.contains(customer.submitterId() + "@example.org")
                                        && mail.contains("Uw melding hoort bij een bekende storing"))
                                .count()
                        == 1);
        customer.asSubmitter()
                .get("/api/v1/service-notices?open=true")
                .then()
                .body("items.noticeId", not(hasItem(matter.toString())));
    }

    @Rule("AVL-025")
    @Test
    void corrected_times_of_an_outage_are_shown_and_what_lasts_again_is_told() {
        var incident = customer.raise("C-1");
        var started = Customer.example("availability", "outage-started").put("outageId", matter.toString());
        started.putArray("incidents").add(incident);
        started.putArray("affectedTenants").add(customer.tenant().toString());
        Customer.publishedOfPlatform("availability", "outage-started", matter, 1, started);
        linked(incident, "OUTAGE", matter);
        var ended = Customer.example("availability", "outage-ended").put("outageId", matter.toString());
        Customer.publishedOfPlatform("availability", "outage-ended", matter, 2, ended);
        ends(incident, "2026-03-10T09:41:00Z");

        var corrected =
                Customer.example("availability", "outage-times-corrected").put("outageId", matter.toString());
        Customer.publishedOfPlatform("availability", "outage-times-corrected", matter, 3, corrected);
        ends(incident, "2026-03-10T09:55:00Z");
        customer.asSubmitter()
                .get("/api/v1/service-notices")
                .then()
                .body("items.find { it.noticeId == '" + matter + "' }.startedAt", equalTo("2026-03-10T08:02:00Z"))
                .body("items.find { it.noticeId == '" + matter + "' }.endedAt", equalTo("2026-03-10T09:55:00Z"));

        corrected.remove("endedAt");
        Customer.publishedOfPlatform("availability", "outage-times-corrected", matter, 4, corrected);
        ends(incident, null);
        customer.asSubmitter()
                .get("/api/v1/service-notices?open=true")
                .then()
                .body("items.noticeId", hasItem(matter.toString()));
        customer.asSubmitter()
                .body(Map.of("title", "InSite is down", "description", "Still", "claimedType", "DISRUPTION"))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .body("knownOutages.noticeId", hasItem(matter.toString()));
        Customer.publishedOfPlatform("availability", "outage-ended", matter, 5, ended);
        ends(incident, "2026-03-10T09:41:00Z");
        // Who was told of an end that was none hears so, and hears of the next.
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/incident-mails?incident=" + incident)
                .then()
                .body(
                        "findAll { it.cause.startsWith('OUTAGE') && it.state == 'SENT' }.cause",
                        containsInAnyOrder("OUTAGE_KNOWN", "OUTAGE_OVER", "OUTAGE_NOT_OVER", "OUTAGE_OVER")));
    }

    private void ends(String incident, @Nullable String at) {
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asSubmitter()
                .get("/api/v1/incidents/" + incident)
                .then()
                .body("links", hasSize(1))
                .body("links[0].endedAt", equalTo(at)));
    }

    @Rule({"AVL-038", "AVL-039"})
    @Test
    void administrators_are_mailed_when_their_migration_is_planned_and_when_its_date_is_final() {
        var migration = UUID.randomUUID();
        var planned = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.MINUTES);
        customer.published(
                "availability",
                "migration-scheduled",
                migration,
                1,
                migration("migration-scheduled", migration, planned));
        customer.published(
                "availability",
                "migration-date-fixed",
                migration,
                2,
                migration("migration-date-fixed", migration, planned));
        var past = UUID.randomUUID();
        customer.published(
                "availability",
                "migration-scheduled",
                past,
                1,
                migration("migration-scheduled", past, Instant.now().minus(Duration.ofDays(1))));

        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/incident-mails")
                .then()
                .body(
                        "findAll { it.migrationId == '" + migration + "' && it.state == 'SENT' }.cause",
                        containsInAnyOrder("MIGRATION_PLANNED", "MIGRATION_DATE_FINAL"))
                .body(
                        "findAll { it.migrationId == '" + migration + "' }.recipients.flatten().unique()",
                        contains(customer.administratorId().toString()))
                .body("migrationId", not(hasItem(past.toString()))));
        var local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .withZone(AgreedCalendars.ZONE)
                .format(planned);
        await().atMost(Customer.PATIENCE).until(() -> Customer.mails().stream()
                .anyMatch(mail -> mail.contains(customer.administratorId() + "@example.org")
                        && mail.contains("De datum van uw overgang naar een nieuwe versie staat vast")
                        && mail.contains("Gepland op: " + local)));
    }

    private static ObjectNode migration(String type, UUID migration, Instant planned) {
        return Customer.example("availability", type)
                .put("migrationId", migration.toString())
                .put("plannedAt", planned.toString());
    }

    @Test
    void an_outage_of_another_customer_is_not_shown_and_cannot_be_named() {
        var other = Customer.withoutPersons();
        var started = Customer.example("availability", "outage-started").put("outageId", matter.toString());
        started.remove("incidents");
        other.published("availability", "outage-started", matter, 1, started);
        await().atMost(Customer.PATIENCE).untilAsserted(() -> other.asAgent()
                .get("/api/v1/service-notices?tenant=" + other.tenant())
                .then()
                .body("items.noticeId", hasItem(matter.toString())));
        customer.asSubmitter()
                .get("/api/v1/service-notices")
                .then()
                .body("items.noticeId", not(hasItem(matter.toString())));
        customer.asSubmitter()
                .body(Map.of("title", "Down", "description", "Down", "outage", matter))
                .post("/api/v1/incidents")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/outage"));
    }

    @Rule("INC-027")
    @Test
    void a_disaster_takes_over_the_incidents_of_its_outage_and_a_restore_stands_in_the_dossier() {
        var incident = customer.raise("D-1");
        var outage = UUID.randomUUID();
        var started = Customer.example("availability", "outage-started").put("outageId", outage.toString());
        started.putArray("incidents").add(incident);
        Customer.publishedOfPlatform("availability", "outage-started", outage, 1, started);
        linked(incident, "OUTAGE", outage);
        var declared = Customer.example("backup", "disaster-declared")
                .put("operationId", matter.toString())
                .put("outageId", outage.toString());
        Customer.publishedOfPlatform("backup", "disaster-declared", matter, 1, declared);
        linked(incident, "DISASTER", matter);
        Customer.publishedOfPlatform(
                "backup",
                "failover-started",
                matter,
                2,
                Customer.example("backup", "failover-started").put("operationId", matter.toString()));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asSubmitter()
                .get("/api/v1/service-notices")
                .then()
                .body("items.find { it.noticeId == '" + matter + "' }.detail", equalTo("FAILOVER_STARTED")));
        Customer.publishedOfPlatform(
                "backup",
                "disaster-resolved",
                matter,
                3,
                Customer.example("backup", "disaster-resolved").put("operationId", matter.toString()));
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asSubmitter()
                .get("/api/v1/incidents/" + incident)
                .then()
                .body("links.find { it.kind == 'DISASTER' }.endedAt", equalTo("2026-03-10T10:30:00Z")));
        var restore = UUID.randomUUID();
        customer.published(
                "backup",
                "restore-requested",
                restore,
                1,
                Customer.example("backup", "restore-requested")
                        .put("restoreId", restore.toString())
                        .put("incidentId", incident));
        linked(incident, "RESTORE", restore);
    }

    @Test
    void a_breach_is_linked_without_content_for_the_vendors_people_only_and_nobody_is_mailed() {
        var incident = customer.raise("B-1");
        var foreign = Customer.agreed().raise("B-2");
        var detected =
                Customer.example("processor-agreement", "breach-detected").put("securityIncidentId", matter.toString());
        detected.set(
                "relatedIncidents",
                JsonNodeFactory.instance.arrayNode().add(incident).add(foreign));
        customer.published("processor-agreement", "breach-detected", matter, 1, detected);
        linked(incident, "BREACH", matter);
        var informed = Customer.example("processor-agreement", "controller-informed")
                .put("securityIncidentId", matter.toString());
        informed.set("relatedIncidents", JsonNodeFactory.instance.arrayNode().add(incident));
        customer.published("processor-agreement", "controller-informed", matter, 2, informed);
        customer.asSubmitter().get("/api/v1/incidents/" + incident).then().body("links", hasSize(0));
        customer.asSubmitter()
                .get("/api/v1/incidents/" + incident + "/history")
                .then()
                .body("type", not(hasItem("incident-linked")));
        customer.asAgent().get("/api/v1/incidents/" + foreign).then().body("links", hasSize(0));
        customer.asAgent()
                .get("/api/v1/incident-mails?incident=" + incident)
                .then()
                .body("cause", not(hasItem("OUTAGE_KNOWN")));
    }

    @Test
    void maintenance_is_shown_until_it_ends() {
        var started = Customer.example("availability", "maintenance-started").put("maintenanceId", matter.toString());
        Customer.publishedOfPlatform("availability", "maintenance-started", matter, 1, started);
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asSubmitter()
                .get("/api/v1/service-notices?open=true")
                .then()
                .body("items.find { it.noticeId == '" + matter + "' }.detail", equalTo("PLANNED")));
        var ended = Customer.example("availability", "maintenance-ended").put("maintenanceId", matter.toString());
        Customer.publishedOfPlatform("availability", "maintenance-ended", matter, 2, ended);
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asSubmitter()
                .get("/api/v1/service-notices?open=true")
                .then()
                .body("items.noticeId", not(hasItem(matter.toString()))));
    }

    private void linked(String incident, String kind, UUID related) {
        await().atMost(Customer.PATIENCE).untilAsserted(() -> customer.asAgent()
                .get("/api/v1/incidents/" + incident)
                .then()
                .body("links.find { it.kind == '" + kind + "' }.related", equalTo(related.toString())));
    }
}
