package nl.waarborg.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer chooses, an operator orders, and no service can read the customer's people any more: each says so, and it is certified. */
@ExtendWith(Suite.Started.class)
class ErasureIT {

    private static final List<String> SERVICES = List.of("availability", "incident", "processor-agreement");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TITLE = "The payslips stay empty";

    @Test
    @Rule({"PRA-058", "PRA-061"})
    void every_service_destroys_what_was_ordered_and_the_last_answer_certifies_it() {
        var erased = customer();
        var stays = customer();
        assertEquals(TITLE, title(erased));
        done(erased.as(Role.PRIVACY_CONTACT)
                .put(erased.path("/choice"), Map.of("choice", "EARLY_DELETION", "writtenRequest", true)));
        var preview = erased.as(Role.OPERATOR).get(erased.path("/preview"));
        assertEquals(SERVICES, texts(preview.body().path("services")));

        done(erased.as(Role.OPERATOR)
                .post(
                        erased.path("/erasure"),
                        Map.of("preview", preview.body().path("preview").asText())));

        var certificate = await().atMost(PATIENCE)
                .until(
                        () -> erased.as(Role.PRIVACY_CONTACT).get(erased.path("/certificate")),
                        answer -> answer.status() == 200)
                .body();
        assertEquals(
                SERVICES,
                StreamSupport.stream(certificate.path("services").spliterator(), false)
                        .map(service -> service.path("service").asText())
                        .toList());
        assertTrue(certificate.path("services").get(1).path("protectedValues").asInt() > 0, certificate.toString());
        assertNull(title(erased));
        var late = erased.customer().raise("TOO-LATE", erased.submitter(), "P3", Instant.now());
        assertEquals("tenant-erased", erased.customer().post(late).problem());
        assertEquals(TITLE, title(stays));
    }

    /** A customer with an incident of which somebody wrote the title. */
    private record WithIncident(Customer customer, UUID submitter, String incident) {

        Api as(Role role) {
            return Api.agreements(Identity.of(
                    role, customer.provider(), role.side() == Role.Side.CUSTOMER ? customer.tenant() : null));
        }

        String path(String what) {
            return "/api/v1/agreements/%s/disposition%s".formatted(customer.agreement(), what);
        }
    }

    private static WithIncident customer() {
        var customer = Customer.concluded("phocus");
        var submitter = customer.submitter("erasure@customer.example");
        return new WithIncident(
                customer, submitter, customer.accept(customer.raise("ERASED", submitter, "P3", Instant.now())));
    }

    private static @Nullable String title(WithIncident erased) {
        var answer = erased.customer().as(Role.SUPPORT_AGENT).get("/api/v1/incidents/" + erased.incident());
        assertEquals(200, answer.status(), answer.body().toString());
        return answer.body().path("incident").path("title").textValue();
    }

    private static void done(Api.Answer answer) {
        assertEquals(204, answer.status(), answer.body().toString());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
