package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class TrainingIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    @Rule({"XSV-038", "XSV-040"})
    void a_training_is_free_part_of_l3_or_at_actual_cost_and_told_without_its_participant() {
        var customer = Customers.conclude("phocus", "TRAINING-1", "AFAS_SLA", "2024-01-01");
        book(customer, UUID.randomUUID(), "STARTER_COURSE", "2026-06-01", "2026-06-01")
                .statusCode(204);
        book(customer, UUID.randomUUID(), "WEBINAR", "2026-06-02", "2026-06-02").statusCode(204);
        subscribe(customer, "2026-07-01").statusCode(204);
        var within = UUID.randomUUID();
        var etag = book(customer, within, "PRO_TRAINING", "2026-09-01", "2026-09-02")
                .statusCode(204)
                .extract()
                .header("ETag");
        book(customer, within, "PRO_TRAINING", "2026-09-01", "2026-09-02")
                .statusCode(204)
                .header("ETag", equalTo(etag));
        // Ten weeks: access to the Pro trainings from three months before until half a year after it.
        book(customer, UUID.randomUUID(), "TRAINEESHIP", "2026-09-07", "2026-11-15")
                .statusCode(204);
        book(customer, UUID.randomUUID(), "POST_HBO", "2026-09-07", "2027-02-07")
                .statusCode(204);
        book(customer, UUID.randomUUID(), "WEBINAR", "2026-06-03", "2026-06-02")
                .statusCode(409)
                .body("rule", equalTo("XSV-038"));
        book(customer, UUID.randomUUID(), "COOKING", "2026-06-03", "2026-06-03")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/course"));

        customer.as(Role.ADMINISTRATOR)
                .get(path(customer))
                .then()
                .statusCode(200)
                .body(
                        "bookings.course",
                        contains("STARTER_COURSE", "WEBINAR", "PRO_TRAINING", "TRAINEESHIP", "POST_HBO"))
                .body("bookings.price", contains("FREE", "ACTUAL_COST", "IN_L3", "ACTUAL_COST", "ACTUAL_COST"))
                .body("bookings[0].participant", equalTo("J. Jansen"))
                .body("bookings[3].accessFrom", equalTo("2026-06-07"))
                .body("bookings[3].accessUntil", equalTo("2027-05-15"))
                .body("bookings[4].accessFrom", nullValue())
                .body("l3.minimumUntil", equalTo("2029-06-30"));

        // What was concluded and its terms go before the bookings.
        var told = Published.ofTenant(customer.tenant(), 7).stream()
                .filter(event -> event.type().equals(Published.TYPES + "training-booked.v1"))
                .toList();
        assertEquals(5, told.size());
        for (var event : told) {
            assertEquals(List.of(), Contract.of(event.type()).faults(event.json()));
            assertFalse(event.text().contains("Jansen"), "personal data left the service");
        }
    }

    @Test
    @Rule("XSV-039")
    void l3_runs_its_minimum_term_and_ends_by_the_month_when_cancelled_in_time() {
        var customer = Customers.conclude("phocus", "TRAINING-2", "AFAS_SLA", "2023-01-01");
        cancel(customer, "2026-05-20T10:00:00+02:00")
                .statusCode(409)
                .body("rule", equalTo("XSV-039"))
                .body("code", equalTo("no-l3"));
        // Three years: until 30 June 2026.
        subscribe(customer, "2023-07-01").statusCode(204);
        subscribe(customer, "2023-07-01").statusCode(204);
        subscribe(customer, "2024-07-01")
                .statusCode(409)
                .body("rule", equalTo("XSV-039"))
                .body("code", equalTo("already-subscribed"));
        cancel(customer, "2026-05-20T10:00:00+02:00")
                .statusCode(409)
                .body("rule", equalTo("XSV-039"))
                .body("code", equalTo("minimum-term"));
        // Three working days before 1 July 2026, a Wednesday: Friday 26 June.
        cancel(customer, "2026-06-27T00:00:00+02:00")
                .statusCode(409)
                .body("rule", equalTo("XSV-039"))
                .body("code", equalTo("too-late"));
        customer.as(Role.AGREEMENT_CONTACT)
                .body(Map.of("at", "2026-06-26T10:00:00+02:00"))
                .post(path(customer) + "/l3-cancellation")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/at"));
        cancel(customer, "2026-06-26T23:59:59+02:00").statusCode(204);
        // The last day, 30 June 2026, has passed.
        await().atMost(SOON).untilAsserted(() -> customer.as(Role.ADMINISTRATOR)
                .get(path(customer))
                .then()
                .body("l3", nullValue()));
        book(customer, UUID.randomUUID(), "SEMINAR", "2026-09-01", "2026-09-01").statusCode(204);
        customer.as(Role.ADMINISTRATOR)
                .get(path(customer))
                .then()
                .body("bookings", hasSize(1))
                .body("bookings[0].price", equalTo("ACTUAL_COST"));
    }

    @Test
    @Rule("XSV-039")
    void l3_ends_with_the_agreement() {
        var customer = Customers.conclude("phocus", "TRAINING-3", "AFAS_SLA", "2024-01-01");
        subscribe(customer, "2026-07-01").statusCode(204);
        Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of("at", "2026-07-20T10:00:00+02:00"))
                .post(customer.path() + "/licence/cancellation")
                .then()
                .statusCode(204);
        await().atMost(SOON).untilAsserted(() -> Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .get(path(customer))
                .then()
                .statusCode(200)
                .body("l3", nullValue()));
    }

    @Test
    void others_see_and_change_nothing_and_a_version_that_was_not_seen_is_refused() {
        var customer = Customers.conclude("phocus", "TRAINING-4", "AFAS_SLA", "2024-01-01");
        for (var stranger : List.of(
                Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID()),
                Customers.as(Role.AGREEMENT_MANAGER, "afas", null))) {
            stranger.get(path(customer)).then().statusCode(404);
        }
        Customers.as(Role.AGREEMENT_CONTACT, "phocus", UUID.randomUUID())
                .body(Map.of("from", "2026-07-01"))
                .post(path(customer) + "/l3-subscription")
                .then()
                .statusCode(404);
        customer.as(Role.INCIDENT_VIEWER)
                .body(Map.of("from", "2026-07-01"))
                .post(path(customer) + "/l3-subscription")
                .then()
                .statusCode(403);
        book(customer, UUID.randomUUID(), "WEBINAR", "2026-06-02", "2026-06-02")
                .statusCode(204)
                .header("ETag", equalTo("\"1\""));
        var today = LocalDate.now(AgreedCalendars.ZONE).toString();
        customer.as(Role.AGREEMENT_CONTACT)
                .body(Map.of("from", "2020-01-01"))
                .post(path(customer) + "/l3-subscription")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-retroactive"));
        customer.as(Role.AGREEMENT_CONTACT)
                .header("If-Match", "\"0\"")
                .body(Map.of("from", today))
                .post(path(customer) + "/l3-subscription")
                .then()
                .statusCode(412);
        customer.as(Role.AGREEMENT_CONTACT)
                .header("If-Match", "\"1\"")
                .body(Map.of("from", today))
                .post(path(customer) + "/l3-subscription")
                .then()
                .statusCode(204)
                .header("ETag", equalTo("\"2\""));
    }

    private static String path(Customer customer) {
        return customer.path() + "/training";
    }

    private static ValidatableResponse book(Customer customer, UUID id, String course, String from, String to) {
        return customer.as(Role.INCIDENT_VIEWER)
                .body(Map.of(
                        "bookingId",
                        id.toString(),
                        "course",
                        course,
                        "title",
                        "Payroll",
                        "participant",
                        "J. Jansen",
                        "startsOn",
                        from,
                        "endsOn",
                        to))
                .post(path(customer) + "/bookings")
                .then();
    }

    private static ValidatableResponse subscribe(Customer customer, String from) {
        return Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of("from", from))
                .post(path(customer) + "/l3-subscription")
                .then();
    }

    private static ValidatableResponse cancel(Customer customer, String at) {
        return Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of("at", at))
                .post(path(customer) + "/l3-cancellation")
                .then();
    }
}
