package nl.waarborg.processoragreement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.waarborg.eventsourcing.test.quarkus.PublishedApi;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.terms.AgreedCalendars;
import org.junit.jupiter.api.Test;

/** What is shown from a stream is sent only to who does not have it yet, and may be changed only by who has the latest. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class ConditionalReadsIT {

    @Test
    void the_exit_cockpit() {
        var customer = customer();
        var exit = customer.path() + "/exit";
        conditional(() -> customer.as(Role.AGREEMENT_CONTACT), exit, contact -> contact.post(exit));
        // By what was agreed otherwise the cockpit changes, and its stream does not.
        var before = read(() -> customer.as(Role.AGREEMENT_CONTACT), exit);
        Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of("at", "2026-03-01T10:00:00+01:00"))
                .post(customer.path() + "/licence/cancellation")
                .then()
                .statusCode(204);
        besides(() -> customer.as(Role.AGREEMENT_CONTACT), exit, before);
    }

    @Test
    void first_class_care() {
        var customer = customer();
        var manager = Customers.as(Role.AGREEMENT_MANAGER, "phocus", null);
        manager.body(Map.of("at", "2026-03-01T10:00:00+01:00"))
                .post(customer.path() + "/first-class/subscription")
                .then()
                .statusCode(204);
        var care = customer.path() + "/first-class/care";
        conditional(() -> customer.as(Role.FIRST_CLASS_AGENT), care, agent -> agent.body(
                        Map.of("employeeId", UUID.randomUUID()))
                .put(care + "/contact"));
        var before = read(() -> customer.as(Role.ADMINISTRATOR), care);
        Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of(
                        "invoiceId",
                        "F-" + UUID.randomUUID(),
                        "period",
                        "2026-05",
                        "lines",
                        List.of(Map.of("kind", "LICENCE", "amount", "1850.00"))))
                .post(customer.path() + "/invoices")
                .then()
                .statusCode(204);
        besides(() -> customer.as(Role.ADMINISTRATOR), care, before);
        customer.as(Role.ADMINISTRATOR).get(care).then().body("monthsNotInvoiced", contains("2026-05"));
    }

    @Test
    void training() {
        var customer = customer();
        var training = customer.path() + "/training";
        conditional(() -> customer.as(Role.ADMINISTRATOR), training, administrator -> administrator
                .body(Map.of(
                        "bookingId",
                        UUID.randomUUID(),
                        "course",
                        "WEBINAR",
                        "title",
                        "Leave",
                        "participant",
                        "J. Jansen",
                        "startsOn",
                        "2026-06-02",
                        "endsOn",
                        "2026-06-02"))
                .post(training + "/bookings"));
    }

    @Test
    void what_a_customer_does_with_ai() {
        var customer = customer();
        var ai = customer.path() + "/ai";
        conditional(() -> customer.as(Role.PRIVACY_CONTACT), ai, contact -> contact.body(Map.of(
                        "declarationId",
                        UUID.randomUUID(),
                        "feature",
                        "WORKFLOWS",
                        "riskCategory",
                        "LIMITED",
                        "application",
                        "Answers employees",
                        "acceptsDuties",
                        true,
                        "acceptsProviderDuties",
                        false))
                .post(ai + "/declarations"));
    }

    @Test
    void what_the_vendor_offers_of_ai() {
        Function<RequestSpecification, Response> change = manager -> manager.body(Map.of(
                        "changeId",
                        UUID.randomUUID(),
                        "feature",
                        "WORKFLOWS",
                        "kind",
                        "COSTS",
                        "change",
                        "Other rates",
                        "effectiveFrom",
                        LocalDate.now(AgreedCalendars.ZONE).plusDays(30).toString()))
                .post("/api/v1/ai-changes");
        conditional(() -> Customers.as(Role.AGREEMENT_MANAGER, "phocus", null), "/api/v1/ai-changes", change);
        conditional(
                () -> Customers.as(Role.AGREEMENT_MANAGER, "phocus", null),
                "/api/v1/ai-suppliers",
                manager -> manager.body(Map.of(
                                "name",
                                "Supplier " + UUID.randomUUID(),
                                "features",
                                List.of("WORKFLOWS"),
                                "dataStayInEea",
                                true,
                                "notUsedForTraining",
                                true,
                                "notUsedCommercially",
                                true))
                        .put("/api/v1/ai-suppliers/CONDITIONAL"));
    }

    @Test
    void cases_of_fair_use() {
        var customer = customer();
        var cases = customer.path() + "/fair-use-cases";
        conditional(() -> Customers.as(Role.OPERATOR, "phocus", null), cases, operator -> operator.body(Map.of(
                        "caseId",
                        UUID.randomUUID(),
                        "signal",
                        "NEEDLESS_LOAD",
                        "description",
                        "The same report every minute"))
                .post(cases));
    }

    @Test
    void what_they_show_is_described() {
        var described = PublishedApi.of(URI.create("http://localhost:" + RestAssured.port));
        var paths = List.of("/exit", "/first-class/care", "/training", "/ai", "/fair-use-cases").stream()
                .map(path -> "GET /api/v1/agreements/{id}" + path)
                .toList();
        assertTrue(described.operations().stream()
                .map(PublishedApi.Operation::toString)
                .toList()
                .containsAll(paths));
        assertEquals(
                List.of(),
                described.omissions().stream()
                        .filter(fault -> fault.startsWith("GET /api/v1/ai-")
                                || paths.stream().anyMatch(path -> fault.startsWith(path + " ")))
                        .toList());
    }

    private static Customer customer() {
        return Customers.conclude("phocus", UUID.randomUUID().toString(), "AFAS_SLA", "2024-01-01");
    }

    /** @param change one that is another each time */
    private static void conditional(
            Supplier<RequestSpecification> who, String path, Function<RequestSpecification, Response> change) {
        var first = read(who, path);
        kept(who, path, first);
        change.apply(who.get().header("If-Match", first)).then().statusCode(204);
        var second = who.get()
                .header("If-None-Match", first)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertNotEquals(version(first), version(second));
        change.apply(who.get().header("If-Match", first)).then().statusCode(412);
        kept(who, path, second);
    }

    private static void besides(Supplier<RequestSpecification> who, String path, String before) {
        var after = who.get()
                .header("If-None-Match", before)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertNotEquals(before, after);
        assertEquals(version(before), version(after));
    }

    private static String read(Supplier<RequestSpecification> who, String path) {
        return who.get()
                .get(path)
                .then()
                .statusCode(200)
                // Strong: no W/ before it.
                .header("ETag", matchesPattern("\"\\d+\\.[0-9a-f]{64}\""))
                .extract()
                .header("ETag");
    }

    private static void kept(Supplier<RequestSpecification> who, String path, String tag) {
        who.get()
                .header("If-None-Match", "\"x\", " + tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(emptyString());
    }

    private static String version(String tag) {
        return tag.substring(1, tag.indexOf('.'));
    }
}
