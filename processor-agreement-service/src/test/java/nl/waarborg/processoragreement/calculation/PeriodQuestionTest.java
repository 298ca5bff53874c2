package nl.waarborg.processoragreement.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodQuestionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "2026-03-27T20:00:00+01:00, PT48H, 2026-03-29T21:00+02:00, 2026-03-29T22:00+02:00",
        "2026-03-29T21:00:00+02:00, PT72H, 2026-04-01T21:00+02:00, 2026-04-01T22:00+02:00",
        "2026-03-01T10:00:00+01:00, P28D, 2026-03-29T11:00+02:00, 2026-03-29T12:00+02:00",
        "2026-01-31T10:00:00+01:00, P1M, 2026-02-28T10:00+01:00,",
        "2024-01-31T10:00:00+01:00, P1M, 2024-02-29T10:00+01:00,",
        "2026-03-28T02:30:00+01:00, 1 CALENDAR_DAY, 2026-03-29T03:30+02:00,"
    })
    @Rule({"PRA-039", "PRA-048", "PRA-050"})
    void elapsed_time_runs_through_the_change_of_clocks_and_months_follow_the_calendar(
            String from, String period, String deadline, String outerLimit) {
        var answer = answer("""
                {"from": "%s", "period": "%s", "zone": "Europe/Amsterdam"}"""
                .formatted(from, period));

        assertEquals(deadline, answer.deadline().toString());
        assertEquals(
                outerLimit,
                answer.outerLimit() == null ? null : answer.outerLimit().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T15:00:00+01:00, 2026-03-09T15:00+01:00",
        "2026-03-07T10:00:00+01:00, 2026-03-09T10:00+01:00",
        "2026-03-05T18:30:00+01:00, 2026-03-06T17:00+01:00"
    })
    @Rule("PRA-057")
    void a_working_day_is_counted_on_the_calendar_that_is_named_or_given(String from, String deadline) {
        var given =
                """
                {"zone": "Europe/Amsterdam", "weekly": {"MONDAY": [["09:00", "17:00"]], "TUESDAY": [["09:00", "17:00"]],
                 "WEDNESDAY": [["09:00", "17:00"]], "THURSDAY": [["09:00", "17:00"]], "FRIDAY": [["09:00", "17:00"]]}}""";
        for (var calendar : List.of("\"PHOCUS_CLOUD/service-center\"", given)) {
            var answer = answer(
                    """
                    {"from": "%s", "period": "1 WORKING_DAY", "zone": "Europe/Amsterdam", "calendar": %s}"""
                            .formatted(from, calendar));
            assertEquals(deadline, answer.deadline().toString());
            assertEquals(null, answer.outerLimit());
        }
    }

    @Test
    void the_examples_of_the_description_are_answered() {
        assertEquals(
                "2026-03-29T21:00+02:00",
                answer(PeriodCalculationResource.EXAMPLE).deadline().toString());
        assertEquals(
                "2026-03-06T17:00+01:00",
                answer(PeriodCalculationResource.WORKING_DAY).deadline().toString());
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        assertEquals(
                List.of("/colour", "/from", "/period", "/zone"),
                pointers(
                        """
                        {"from": "today", "period": "soon", "zone": "Mars", "colour": 1}"""));
        assertEquals(
                List.of("/calendar"),
                pointers(
                        """
                        {"from": "2026-03-05T18:30:00+01:00", "period": "1 WORKING_DAY"}"""));
        assertEquals(
                List.of("/period"),
                pointers("""
                        {"from": "2026-03-05T18:30:00+01:00", "period": "99.5 %"}"""));
        assertEquals(
                List.of("/period"),
                pointers(
                        """
                        {"from": "2026-03-05T18:30:00+01:00", "period": "P999999999Y"}"""));
        assertEquals(
                List.of("/period"),
                pointers(
                        """
                        {"from": "2036-12-30T18:30:00+01:00", "period": "5 WORKING_DAYS", "calendar": "AFAS_SLA/support"}"""));
    }

    private static PeriodAnswer answer(String json) {
        return PeriodQuestion.read(tree(json)).answer();
    }

    private static List<String> pointers(String json) {
        var problem = assertThrows(ProblemException.class, () -> answer(json)).problem();
        return Objects.requireNonNull(problem.errors()).stream()
                .map(FieldError::pointer)
                .sorted()
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
