package nl.waarborg.processoragreement;

import static nl.waarborg.processoragreement.Customers.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

/** Statistics of use through the running service. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class UsageIT {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    private final String days = "?from=" + today.minusDays(1) + "&through=" + today;

    private final Identity software =
            Identity.eventProducer("afas", null, List.of("urn:software"), List.of(Published.TYPES + "*"), false);

    @Test
    @Rule("XSV-049")
    void the_service_departments_see_use_and_nobody_else_does() {
        var customer = Customers.afas(Map.of());
        var function = "insite.f" + UUID.randomUUID();
        post(StreamId.PLATFORM, "ANONYMOUS", function, today.minusDays(1), 40).statusCode(201);
        post(StreamId.PLATFORM, "ANONYMOUS", function, today, 2).statusCode(201);
        post(customer.tenant(), "SUBSCRIPTION_TRACEABLE", function, today, 3).statusCode(201);

        as(customer.staff(Role.ICT_MANAGER))
                .get("/api/v1/usage-statistics" + days)
                .then()
                .statusCode(200)
                .body("find { it.function == '" + function + "' }.count", equalTo(42))
                .body("find { it.function == '" + function + "' }.days", equalTo(2));
        var own = "/api/v1/tenants/" + customer.tenant() + "/usage-statistics" + days;
        for (var department : List.of(Role.SUPPORT_AGENT, Role.SERVICE_MANAGER, Role.CONSULTANT)) {
            as(customer.staff(department))
                    .get(own)
                    .then()
                    .statusCode(200)
                    .body("find { it.function == '" + function + "' }.count", equalTo(3));
        }
        for (var other : List.of(Role.ACCOUNT_MANAGER, Role.ICT_MANAGER, Role.AGREEMENT_MANAGER)) {
            as(customer.staff(other)).get(own).then().statusCode(403);
        }
        as(customer.person(Role.ADMINISTRATOR)).get(own).then().statusCode(403);
        as(customer.staff(Role.ACCOUNT_MANAGER))
                .get("/api/v1/usage-statistics" + days)
                .then()
                .statusCode(403);
        as(Identity.of(Role.SUPPORT_AGENT, "phocus", null)).get(own).then().statusCode(404);
        as(Identity.of(Role.SUPPORT_AGENT, "phocus", null))
                .get("/api/v1/usage-statistics" + days)
                .then()
                .statusCode(200)
                .body("function", not(hasItem(function)));
        assertNothingIsPublished(customer);
    }

    @Test
    @Rule("XSV-049")
    void what_is_neither_anonymous_nor_traceable_is_refused() {
        var customer = Customers.afas(Map.of());
        var function = "insite.f" + UUID.randomUUID();
        post(customer.tenant(), "ANONYMOUS", function, today, 3).statusCode(409).body("rule", equalTo("XSV-049"));
        post(StreamId.PLATFORM, "SUBSCRIPTION_TRACEABLE", function, today, 3)
                .statusCode(409)
                .body("code", equalTo("not-traceable"));
        post(StreamId.PLATFORM, "ANONYMOUS", function, today.plusDays(1), 3)
                .statusCode(409)
                .body("code", equalTo("day-to-come"));
        post(StreamId.PLATFORM, "ANONYMOUS", "Leave of Jo Bakker", today, -1)
                .statusCode(422)
                .body("errors.pointer", hasItem("/data/function"))
                .body("errors.pointer", hasItem("/data/count"));
        as(customer.staff(Role.SUPPORT_AGENT))
                .get("/api/v1/usage-statistics?from=" + today + "&through=" + today.minusDays(1))
                .then()
                .statusCode(422);
        as(customer.staff(Role.SUPPORT_AGENT))
                .get("/api/v1/usage-statistics" + days)
                .then()
                .body("function", not(hasItem(function)));
    }

    /** What comes after it on the topic is there, and no statistic is. */
    private static void assertNothingIsPublished(Customer customer) {
        Customers.securityIncident("afas", customer.tenant());
        assertEquals(
                List.of("agreement-concluded.v1", "breach-detected.v1", "tenant-terms-published.v1"),
                Published.ofTenant(customer.tenant(), 3).stream()
                        .map(event -> event.type().substring(Published.TYPES.length()))
                        .sorted()
                        .toList());
    }

    private ValidatableResponse post(UUID tenant, String usageClass, String function, LocalDate day, long count) {
        return as(software)
                .contentType("application/cloudevents+json")
                .body(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "urn:software",
                        "type",
                        Published.TYPES + "record-usage-statistic.v1",
                        "time",
                        Instant.now().toString(),
                        "tenantid",
                        tenant.toString(),
                        "data",
                        Map.of(
                                "provider",
                                "afas",
                                "usageClass",
                                usageClass,
                                "function",
                                function,
                                "day",
                                day.toString(),
                                "count",
                                count)))
                .post("/api/v1/events")
                .then();
    }
}
