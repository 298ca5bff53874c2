package nl.waarborg.processoragreement.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculationsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void the_examples_of_the_description_are_true() {
        assertEquals(json(Examples.EXIT_PRICE_ANSWER), exitPrice(Examples.EXIT_PRICE));
        assertEquals(json(Examples.CANCELLATION_ANSWER), cancellation(Examples.CANCELLATION));
        assertEquals(json(Examples.FIRST_CLASS_ANSWER), firstClass(Examples.FIRST_CLASS));
        assertEquals(json(Examples.TERMS_ANSWER), terms(Examples.TERMS));
    }

    @ParameterizedTest
    @CsvSource({
        "VIEW, 1850, 185.00, XSV-016",
        "VIEW, 700, 100.00, XSV-016",
        "ARCHIVE, 700, 35.00, XSV-017",
        "ARCHIVE, 300, 25.00, XSV-017",
        "VIEW, 1850.05, 185.01, XSV-016",
        "VIEW, 1850.04, 185.00, XSV-016",
        "ARCHIVE, 500.10, 25.01, XSV-017",
        "VIEW, 1000, 100.00, XSV-016"
    })
    @Rule({"XSV-016", "XSV-017"})
    void worked_example_18_a_share_of_the_highest_month_and_at_least_the_minimum(
            String option, String highest, String price, String rule) {
        var answer =
                exitPrice("{\"option\": \"%s\", \"monthlyAmounts\": [10, \"%s\", 20.5]}".formatted(option, highest));
        assertEquals(price, answer.path("monthlyAmount").textValue());
        assertEquals(rule, answer.path("rule").textValue());
    }

    @Test
    @Rule({"XSV-016", "XSV-017"})
    void only_the_last_36_months_count() {
        var months = IntStream.rangeClosed(1, 37)
                .mapToObj(month -> month == 1 ? "9000" : "2000")
                .collect(Collectors.joining(", "));
        var answer = exitPrice("{\"option\": \"VIEW\", \"monthlyAmounts\": [" + months + "]}");
        assertEquals("2000.00", answer.path("basisAmount").textValue());
        var shorter = exitPrice(
                "{\"option\": \"VIEW\", \"monthlyAmounts\": [5000, 2000, 1500], \"deviations\": {\"exit.highestMonthOf\": \"P2M\"}}");
        assertEquals("200.00", shorter.path("monthlyAmount").textValue());
    }

    @Test
    @Rule({"XSV-015", "XSV-018"})
    void the_minimal_licence_is_no_share_and_stopping_costs_nothing() {
        assertEquals(
                json("{\"rule\": \"XSV-015\"}"), exitPrice("{\"option\": \"MINIMAL\", \"monthlyAmounts\": [900]}"));
        assertEquals(
                json("{\"monthlyAmount\": \"0.00\", \"rule\": \"XSV-018\"}"),
                exitPrice("{\"option\": \"STOP\", \"monthlyAmounts\": []}"));
    }

    @Test
    void a_preset_without_exit_options_refuses_with_the_rule() {
        var problem = assertThrows(
                        ProblemException.class,
                        () -> exitPrice(
                                "{\"option\": \"VIEW\", \"monthlyAmounts\": [900], \"preset\": \"PHOCUS_CLOUD\"}"))
                .problem();
        assertEquals("XSV-016", problem.rule());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-27T23:59:59+02:00, 2026-06-01, 2024-01-01,,, true, 2026-05-31, 2026-05-27, XSV-013",
        "2026-05-28T00:00:00+02:00, 2026-06-01, 2024-01-01,,, false,, 2026-05-27, XSV-013",
        "2026-05-27, 2026-06-01, 2024-01-01,,, true, 2026-05-31, 2026-05-27, XSV-013",
        "2026-03-27, 2026-04-01, 2025-04-01,,, true, 2026-03-31, 2026-03-27, XSV-013",
        "2026-03-27, 2026-04-01, 2025-04-02,,, false,, 2026-03-27, XSV-012",
        "2026-05-20, 2026-06-01, 2024-01-01, 2026-12-31,, false,, 2026-05-27, XSV-012",
        "2026-12-01, 2027-01-01, 2026-03-01, 2026-12-31,, true, 2026-12-31, 2026-12-29, XSV-013",
        "2026-05-20, 2026-06-01, 2024-01-01,, 2026-06-15, true, 2026-06-15, 2026-05-27, XSV-013"
    })
    @Rule({"XSV-012", "XSV-013"})
    void worked_example_16_and_more(
            String received,
            String period,
            String concluded,
            String initial,
            String stated,
            boolean accepted,
            String endsOn,
            String latest,
            String rule) {
        var question =
                new StringBuilder("{\"receivedAt\": \"%s\", \"invoicePeriodStart\": \"%s\", \"concludedOn\": \"%s\""
                        .formatted(received, period, concluded));
        if (initial != null) {
            question.append(", \"initialPeriodEnd\": \"").append(initial).append('"');
        }
        if (stated != null) {
            question.append(", \"statedDate\": \"").append(stated).append('"');
        }
        var answer = cancellation(question.append('}').toString());
        assertEquals(accepted, answer.path("accepted").booleanValue());
        assertEquals(endsOn, answer.path("endsOn").textValue());
        assertEquals(latest, answer.path("latestReceipt").textValue());
        assertEquals(rule, answer.path("rule").textValue());
    }

    @Test
    @Rule({"XSV-012", "XSV-013"})
    void a_cancellation_is_refused_where_the_terms_know_none_and_before_it_is_received() {
        var question =
                """
                {"receivedAt": "2026-05-27", "invoicePeriodStart": "2026-06-01", "concludedOn": "2024-01-15", %s}""";
        var phocus = cancellation(question.formatted("\"preset\": \"PHOCUS_CLOUD\""));
        assertEquals("NOT_AGREED", phocus.path("reason").textValue());
        assertEquals("XSV-012", phocus.path("rule").textValue());
        var past = cancellation(question.formatted("\"statedDate\": \"2026-05-26\""));
        assertEquals("BEFORE_RECEIPT", past.path("reason").textValue());
        assertEquals("XSV-013", past.path("rule").textValue());
        assertEquals(
                List.of("/deviations/support.calendar"),
                wrong(() -> cancellation(question.formatted("\"deviations\": {\"support.calendar\": \"ABSENT\"}"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-31, 2026-04-01, 2026-04-30",
        "2026-02-28, 2026-04-01, 2026-03-01, 2026-05-31",
        "2026-12-31, 2027-01-31, 2027-01-01, 2027-02-28",
        "2027-12-15, 2028-01-01, 2028-01-01, 2028-02-29"
    })
    @Rule({"XSV-023", "XSV-024"})
    void worked_example_17_and_more(String registered, String cancelled, String starts, String ends) {
        var answer = firstClass("{\"registeredOn\": \"%s\", \"cancelledAt\": \"%sT23:59:59%s\"}"
                .formatted(
                        registered,
                        cancelled,
                        cancelled.compareTo("2026-03-29") > 0 && cancelled.startsWith("2026") ? "+02:00" : "+01:00"));
        assertEquals(starts, answer.path("startsOn").textValue());
        assertEquals(ends, answer.path("endsOn").textValue());
    }

    @Test
    @Rule({"XSV-023", "XSV-024"})
    void either_day_can_be_asked_for_alone() {
        assertEquals(
                json("{\"startsOn\": \"2026-04-01\", \"rule\": \"XSV-023\"}"),
                firstClass("{\"registeredOn\": \"2026-03-01\"}"));
        assertEquals(
                json("{\"endsOn\": \"2026-04-30\", \"rule\": \"XSV-024\"}"),
                firstClass("{\"cancelledAt\": \"2026-03-31T21:59:59Z\"}"));
        assertEquals(List.of("/registeredOn"), wrong(() -> firstClass("{}")));
    }

    @Test
    @Rule({"PRA-002", "PRA-005"})
    void a_separate_agreement_goes_first_then_specific_provisions_then_the_preset() {
        var question =
                """
                {"preset": "AFAS_SLA", "deviations": {"breach.informWithin": "PT36H", "priority.P2.response": "OPEN PT4H",
                "priority.P3.response": "ABSENT"}, "separateAgreement": {"breach.informWithin": "PT24H"}%s}""";
        var response = terms(question.formatted(", \"key\": \"priority.P2.response\""));
        assertEquals("SPECIFIC_PROVISION", response.path("origin").textValue());
        var window = terms(question.formatted(", \"key\": \"breach.controllerWindow\""));
        assertEquals("PT72H", window.path("value").textValue());
        assertEquals("PRESET", window.path("origin").textValue());
        assertEquals("AFAS §5.8.3 (OP-50)", window.path("clause").textValue());
        assertEquals(
                json("{\"preset\": \"AFAS_SLA\", \"key\": \"priority.P3.response\", \"agreed\": false}"),
                terms(question.formatted(", \"key\": \"priority.P3.response\"")));
        var all = terms(question.formatted("")).path("terms");
        assertEquals(nl.waarborg.terms.Preset.AFAS_SLA.terms().size() - 1, all.size());
    }

    @Test
    void what_is_wrong_is_named_field_by_field() {
        assertEquals(
                List.of("/option", "/monthlyAmounts/1", "/deviations/exit.highestMonthOf", "/deviations/no.such"),
                wrong(
                        () -> exitPrice(
                                """
                        {"option": "NONE", "monthlyAmounts": [1, -2], "deviations": {"exit.highestMonthOf": "PT48H", "no.such": 1}}""")));
        assertEquals(
                List.of("/colour", "/receivedAt", "/invoicePeriodStart", "/concludedOn"),
                wrong(() -> cancellation("{\"colour\": 1, \"receivedAt\": \"today\", \"invoicePeriodStart\": \"x\"}")));
        assertEquals(
                List.of("/receivedAt", "/initialPeriodEnd"),
                wrong(
                        () -> cancellation(
                                """
                        {"receivedAt": "2023-01-01", "invoicePeriodStart": "2026-06-01", "concludedOn": "2024-01-01",
                        "initialPeriodEnd": "2023-12-31"}""")));
        assertEquals(
                List.of("/invoicePeriodStart"),
                wrong(
                        () -> cancellation(
                                "{\"receivedAt\": \"2050-01-01\", \"invoicePeriodStart\": \"2050-06-01\", \"concludedOn\": \"2024-01-01\"}")));
        assertEquals(
                List.of("/preset", "/deviations/priority.P2.response", "/key"),
                wrong(() -> terms("{\"deviations\": {\"priority.P2.response\": \"99.5 %\"}, \"key\": \"nothing\"}")));
        assertEquals(
                List.of("/cancelledAt"),
                wrong(() -> firstClass("{\"registeredOn\": \"2026-03-02\", \"cancelledAt\": \"2026-03-01\"}")));
    }

    private static List<String> wrong(Executable question) {
        return assertThrows(ProblemException.class, question).problem().errors().stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static JsonNode exitPrice(String question) {
        return JSON.valueToTree(ExitPriceQuestion.read(json(question)).answer());
    }

    private static JsonNode cancellation(String question) {
        return JSON.valueToTree(CancellationQuestion.read(json(question)).answer());
    }

    private static JsonNode firstClass(String question) {
        return JSON.valueToTree(FirstClassQuestion.read(json(question)).answer());
    }

    private static JsonNode terms(String question) {
        return JSON.valueToTree(TermsQuestion.read(json(question)).answer());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
