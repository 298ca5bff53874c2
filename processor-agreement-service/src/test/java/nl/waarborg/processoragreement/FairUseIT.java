package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class FairUseIT {

    @BeforeAll
    static void makeTheTopicOfTheProducer() {
        ServiceSurroundings.makeTopics("availability.events");
    }

    @Test
    @Rule("XSV-045")
    void the_customer_is_contacted_before_a_measure_is_taken() {
        var customer = Customers.conclude("phocus", "FAIR-1", "AFAS_SLA", "2024-01-01");
        var id = UUID.randomUUID();
        post(customer, "", Map.of("caseId", id.toString(), "signal", "NEEDLESS_LOAD", "description", "Every minute"))
                .statusCode(204)
                .header("ETag", equalTo("\"1\""));
        var measure = Map.of("measureId", UUID.randomUUID().toString(), "measure", "Ten calls a minute");
        post(customer, "/" + id + "/measures", measure)
                .statusCode(409)
                .body("rule", equalTo("XSV-045"))
                .body("code", equalTo("no-contact"));
        operator()
                .post(path(customer) + "/" + id + "/closing")
                .then()
                .statusCode(409)
                .body("rule", equalTo("XSV-045"));
        post(
                        customer,
                        "/" + id + "/contacts",
                        Map.of("contactId", UUID.randomUUID().toString(), "reached", false))
                .statusCode(204);
        operator()
                .header("If-Match", "\"1\"")
                .body(measure)
                .post(path(customer) + "/" + id + "/measures")
                .then()
                .statusCode(412);
        post(customer, "/" + id + "/measures", measure).statusCode(204);
        operator().post(path(customer) + "/" + id + "/closing").then().statusCode(204);
        customer.as(Role.AGREEMENT_CONTACT)
                .get(path(customer))
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].opened.description", equalTo("Every minute"))
                .body("[0].measures[0].measure", equalTo("Ten calls a minute"))
                .body("[0].closed.at", notNullValue());

        post(customer, "", Map.of("signal", "LAZINESS")).statusCode(422).body("errors.pointer", hasItem("/signal"));
        customer.as(Role.ADMINISTRATOR)
                .body(measure)
                .post(path(customer))
                .then()
                .statusCode(403);
        for (var stranger : List.of(
                Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID()),
                Customers.as(Role.OPERATOR, "afas", null))) {
            stranger.get(path(customer)).then().statusCode(404);
        }
    }

    @Test
    @Rule("XSV-045")
    void misuse_that_the_check_of_logins_signals_opens_one_case_a_day() {
        var customer = Customers.conclude("phocus", "FAIR-2", "AFAS_SLA", "2024-01-01");
        signal(customer, 1, "2026-11-20", "ACCOUNT", 5000);
        signal(customer, 2, "2026-11-20", "ADDRESS", 700);
        // In the same partition: once the next day's case is there, both signals before it were taken in.
        signal(customer, 3, "2026-11-21", "ACCOUNT", 900);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> operator()
                .get(path(customer))
                .then()
                .statusCode(200)
                .body("opened.description", hasItem(containsString("900 attempts"))));
        operator()
                .get(path(customer))
                .then()
                .body("", hasSize(2))
                .body("opened.signal", everyItem(equalTo("ABUSE")))
                .body("opened.description", hasItem(containsString("5000 attempts")))
                .body("opened.description", not(hasItem(containsString("700 attempts"))));
    }

    private static void signal(Customer customer, int sequence, String day, String subject, int attempts) {
        var data =
                """
                {"day": "%s", "subject": "%s", "attempts": %d, "failed": %d, "signalledAt": "2026-11-21T05:00:00Z"}"""
                        .formatted(day, subject, attempts, attempts - 1);
        Others.tell(
                "availability",
                customer.tenant(),
                sequence,
                "misuse-signalled.v1",
                customer.tenant(),
                "2026-11-21T05:00:00Z",
                data);
    }

    private static String path(Customer customer) {
        return customer.path() + "/fair-use-cases";
    }

    private static ValidatableResponse post(Customer customer, String what, Map<String, ?> body) {
        return operator().body(body).post(path(customer) + what).then();
    }

    private static RequestSpecification operator() {
        return Customers.as(Role.OPERATOR, "phocus", null);
    }
}
