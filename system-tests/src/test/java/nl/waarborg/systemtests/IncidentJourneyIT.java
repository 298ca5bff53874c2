package nl.waarborg.systemtests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.waarborg.local.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an agreement and a posted event to the answer what is late and why, and the mail about it. */
@ExtendWith(Suite.Started.class)
class IncidentJourneyIT {

    private static Customer customer;
    private static UUID submitter;

    @BeforeAll
    static void concludeAgreement() {
        customer = Customer.concluded("afas");
        submitter = customer.submitter("submitter@customer.example");
    }

    /** Catalogue 4.6, the first four worked examples. */
    @Test
    void clocks_are_right_to_the_second() {
        assertClocks("WORKED-1", "P2", "2026-03-05T16:30", "2026-03-05T16:30", "2026-03-06T16:00", "2026-04-05T16:30");
        assertClocks("WORKED-2", "P3", "2026-03-06T16:05", "2026-03-09T08:00", "2026-03-12T08:00", "2026-06-09T08:00");
        assertClocks("WORKED-3", "P2", "2026-03-09T07:30", "2026-03-09T08:00", "2026-03-10T08:00", "2026-04-09T08:00");
        assertClocks("WORKED-4", "P2", "2026-01-30T10:00", "2026-01-30T10:00", "2026-02-02T10:00", "2026-02-28T10:00");
    }

    private static void assertClocks(
            String number, String priority, String reported, String starts, String respond, String recover) {
        var incident = customer.accept(customer.raise(number, submitter, priority, local(reported)));

        var response = clock(incident, "RESPONSE");
        assertEquals(local(starts), instant(response, "startsAt"), number);
        assertEquals(local(respond), instant(response, "deadline"), number);
        assertEquals(
                "INC-03" + (priority.equals("P2") ? "6" : "7"),
                response.path("rule").asText());
        var recovery = clock(incident, "RECOVERY");
        assertEquals(local(starts), instant(recovery, "startsAt"), number);
        assertEquals(local(recover), instant(recovery, "deadline"), number);
        assertSlicesCover(response);
        assertSlicesCover(recovery);
    }

    /** Slice after slice without a gap from the report to the deadline. */
    private static void assertSlicesCover(JsonNode clock) {
        var slices =
                StreamSupport.stream(clock.path("slices").spliterator(), false).toList();
        assertTrue(!slices.isEmpty(), clock.toString());
        assertEquals(instant(clock, "deadline"), instant(slices.getLast(), "to"), clock.toString());
        for (var i = 1; i < slices.size(); i++) {
            assertEquals(instant(slices.get(i - 1), "to"), instant(slices.get(i), "from"), clock.toString());
        }
    }

    @Test
    void what_is_late_is_asked_and_why_and_a_fact_that_comes_late_takes_the_miss_back() {
        var incident = customer.accept(customer.raise("LATE-1", submitter, "P2", local("2026-03-05T16:30")));
        await().atMost(Duration.ofSeconds(20)).until(() -> history(incident).contains("response-deadline-missed"));

        var late = agent().get("/api/v1/incidents?overdue=true&number=LATE-1&tenant=" + customer.tenant());
        assertEquals(
                "LATE-1",
                late.body()
                        .path("items")
                        .path(0)
                        .path("incident")
                        .path("number")
                        .asText(),
                late.body().toString());
        var response = clock(incident, "RESPONSE");
        assertEquals("MISSED", response.path("state").asText());
        assertEquals("priority.P2.response", response.path("termKey").asText());
        assertEquals("1 WORKING_DAY", response.path("term").asText());
        assertEquals("INC-036", response.path("rule").asText());
        assertTrue(!response.path("clause").asText().isEmpty(), response.toString());
        // Thursday until closing, the night, and Friday, which closes an hour earlier.
        assertEquals(
                List.of(
                        "OPEN 2026-03-05T16:30 2026-03-05T17:00",
                        "CLOSED 2026-03-05T17:00 2026-03-06T08:00",
                        "OPEN 2026-03-06T08:00 2026-03-06T16:00"),
                slices(response));

        customer.accept(
                customer.event("respond-LATE-1", "respond.v1", local("2026-03-06T11:00"), Map.of("number", "LATE-1")));

        assertEquals("MET", clock(incident, "RESPONSE").path("state").asText());
        assertTrue(history(incident).contains("deadline-miss-withdrawn"), () -> "" + history(incident));
        customer.accept(customer.event(
                "handle-LATE-1",
                "handle.v1",
                local("2026-03-06T12:00"),
                Map.of("number", "LATE-1", "solution", "Done")));
        assertEquals("MET", clock(incident, "RECOVERY").path("state").asText());
        assertTrue(agent().get("/api/v1/incidents?overdue=true&number=LATE-1&tenant=" + customer.tenant())
                .body()
                .path("items")
                .isEmpty());
    }

    @Test
    void a_customer_whose_contract_promises_no_times_has_no_clocks_and_is_never_late() {
        var bureau = Customer.concluded("phocus");
        var incident = bureau.accept(
                bureau.raise("NO-CLOCK", bureau.submitter("s@bureau.example"), "P2", local("2026-03-05T16:30")));

        var clocks = bureau.as(Role.SUPPORT_AGENT).get("/api/v1/incidents/" + incident + "/clocks");
        assertEquals(200, clocks.status(), clocks.body().toString());
        assertTrue(clocks.body().isEmpty(), clocks.body().toString());
        assertTrue(bureau.as(Role.SUPPORT_AGENT)
                .get("/api/v1/incidents?overdue=true&tenant=" + bureau.tenant())
                .body()
                .path("items")
                .isEmpty());
    }

    @Test
    void a_question_about_a_deadline_is_answered_without_storing_anything() {
        var answer = agent().post(
                        "/api/v1/calculations/deadlines",
                        Map.of(
                                "preset",
                                "AFAS_SLA",
                                "firstClass",
                                false,
                                "reportedAt",
                                "2026-03-05T16:30:00+01:00",
                                "priority",
                                "P2",
                                "calamity",
                                false,
                                "pauses",
                                List.of(),
                                "deviations",
                                Map.of()));

        assertEquals(200, answer.status(), answer.body().toString());
        var deadlines = StreamSupport.stream(answer.body().path("clocks").spliterator(), false)
                .map(clock -> clock.path("clock").asText() + " " + instant(clock, "deadline"))
                .toList();
        assertEquals(
                List.of("RESPONSE " + local("2026-03-06T16:00"), "RECOVERY " + local("2026-04-05T16:30")), deadlines);
    }

    @Test
    void the_submitter_gets_one_mail_about_what_was_handled_even_if_it_is_posted_twice() {
        var number = "MAIL-1";
        customer.accept(customer.raise(number, submitter, "P3", Instant.now()));
        var handled = customer.event(
                "handle-" + number, "handle.v1", Instant.now(), Map.of("number", number, "solution", "Done"));
        customer.accept(handled);
        assertEquals(200, customer.post(handled).status());

        await().atMost(Duration.ofSeconds(30)).until(() -> mailsAbout(number, "afgehandeld") > 0);
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> mailsAbout(number, "afgehandeld") == 1);
    }

    private static long mailsAbout(String number, String word) {
        try (var files = Files.list(Suite.running().mails())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Mail::read)
                    .filter(mail -> mail.contains(number) && mail.contains(word))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Api agent() {
        return customer.as(Role.SUPPORT_AGENT);
    }

    private static List<String> history(String incident) {
        var answer = agent().get("/api/v1/incidents/" + incident + "/history");
        assertEquals(200, answer.status(), answer.body().toString());
        return StreamSupport.stream(answer.body().spliterator(), false)
                .map(entry -> entry.path("type").asText())
                .toList();
    }

    private static List<String> slices(JsonNode clock) {
        return StreamSupport.stream(clock.path("slices").spliterator(), false)
                .map(slice -> "%s %s %s"
                        .formatted(
                                slice.path("state").asText(),
                                instant(slice, "from")
                                        .atZone(SupportHours2016.ZONE)
                                        .toLocalDateTime(),
                                instant(slice, "to")
                                        .atZone(SupportHours2016.ZONE)
                                        .toLocalDateTime()))
                .toList();
    }

    private static JsonNode clock(String incident, String kind) {
        var answer = agent().get("/api/v1/incidents/" + incident + "/clocks");
        assertEquals(200, answer.status(), answer.body().toString());
        return StreamSupport.stream(answer.body().spliterator(), false)
                .filter(clock -> clock.path("clock").asText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no clock " + kind + ": " + answer.body()));
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.path(field).asText());
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(SupportHours2016.ZONE).toInstant();
    }
}
