package nl.waarborg.incident.calculation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static nl.waarborg.incident.calculation.Calculation.BUSINESS_TIME;
import static nl.waarborg.incident.calculation.Calculation.json;
import static nl.waarborg.incident.calculation.Calculation.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessTimeTest {

    private static final JsonNode WEEK = json(
            """
            {'zone': 'Europe/Amsterdam',
             'weekly': {
               'MONDAY': [['08:00', '12:00'], ['13:00', '17:00']], 'TUESDAY': [['08:00', '17:00']],
               'WEDNESDAY': [['08:00', '17:00']], 'THURSDAY': [['20:00', '24:00']], 'FRIDAY': [['00:00', '02:00'], ['08:00', '16:00']],
               'SATURDAY': []},
             'exceptions': {'2026-03-11': [], '2026-03-10': [['10:00', '12:00']]}}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            ADD              | 2026-03-09T11:00:00+01:00 | 'duration': 'PT2H'     | 2026-03-09T14:00:00+01:00
            ADD              | 2026-03-09T11:00:00+01:00 | 'duration': 'PT1H'     | 2026-03-09T12:00:00+01:00
            ADD              | 2026-03-09T14:00:00+01:00 | 'duration': '-PT2H'    | 2026-03-09T11:00:00+01:00
            ADD              | 2026-03-08T11:00:00+01:00 | 'duration': 'PT0S'     | 2026-03-08T11:00:00+01:00
            ADD              | 2026-03-09T16:00:00+01:00 | 'duration': 'PT3H30M'  | 2026-03-12T20:30:00+01:00
            ADD              | 2026-03-09T15:00:00Z      | 'duration': 'PT30M'    | 2026-03-09T16:30:00+01:00
            NEXT_OPENING     | 2026-03-09T12:00:00+01:00 |                        | 2026-03-09T13:00:00+01:00
            NEXT_OPENING     | 2026-03-09T11:59:59+01:00 |                        | 2026-03-09T11:59:59+01:00
            NEXT_CLOSING     | 2026-03-12T19:00:00+01:00 |                        | 2026-03-13T02:00:00+01:00
            NEXT_CLOSING     | 2026-03-09T12:00:00+01:00 |                        | 2026-03-09T17:00:00+01:00
            PREVIOUS_OPENING | 2026-03-13T01:00:00+01:00 |                        | 2026-03-12T20:00:00+01:00
            PREVIOUS_CLOSING | 2026-03-11T09:00:00+01:00 |                        | 2026-03-10T12:00:00+01:00
            PREVIOUS_CLOSING | 2026-03-09T12:00:00+01:00 |                        | 2026-03-09T12:00:00+01:00
            ADD_WORKING_DAYS | 2026-03-09T11:00:00+01:00 | 'workingDays': 2       | 2026-03-12T20:00:00+01:00
            ADD_WORKING_DAYS | 2026-03-12T20:00:00+01:00 | 'workingDays': -1      | 2026-03-10T12:00:00+01:00
            ADD_WORKING_DAYS | 2026-03-09T11:00:00+01:00 | 'workingDays': 1, 'strategy': 'END_OF_NTH_DAY' | 2026-03-10T12:00:00+01:00
            ADD_WORKING_DAYS | 2026-03-09T11:00:00+01:00 | 'workingDays': 1, 'strategy': 'OPEN_HOURS'     | 2026-03-12T21:00:00+01:00
            """)
    void a_moment_is_reached(String operation, String start, String fields, String expected) {
        var answer = BUSINESS_TIME.ask(question(operation, start, fields == null ? "" : fields));
        assertEquals(expected, answer.path("instant").textValue());
        assertEquals(Set.of("instant", "slices"), names(answer));
    }

    @Test
    void open_time_is_measured_and_its_slices_say_where_it_lies() {
        var answer = BUSINESS_TIME.ask(
                question("BETWEEN", "2026-03-09T07:00:00+01:00", "'end': '2026-03-11T10:00:00+01:00'"));
        assertEquals("PT10H", answer.path("duration").textValue());
        assertEquals(Set.of("duration", "slices"), names(answer));
        assertEquals(
                """
                CLOSED 2026-03-09T07:00:00+01:00 outside weekly hours
                OPEN 2026-03-09T08:00:00+01:00 weekly hours
                CLOSED 2026-03-09T12:00:00+01:00 outside weekly hours
                OPEN 2026-03-09T13:00:00+01:00 weekly hours
                CLOSED 2026-03-09T17:00:00+01:00 outside weekly hours
                CLOSED 2026-03-10T00:00:00+01:00 outside deviating hours: hours of this day
                OPEN 2026-03-10T10:00:00+01:00 deviating hours: hours of this day
                CLOSED 2026-03-10T12:00:00+01:00 outside deviating hours: hours of this day
                CLOSED 2026-03-11T00:00:00+01:00 closed on this day""",
                lines(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T08:00:00+01:00, true",
        "2026-03-09T12:00:00+01:00, false",
        "2026-03-13T00:30:00+01:00, true",
        "2026-03-14T10:00:00+01:00, false",
        "2026-03-11T10:00:00+01:00, false"
    })
    void an_opening_is_inclusive_and_a_closing_exclusive(String moment, boolean open) {
        var answer = BUSINESS_TIME.ask(question("IS_OPEN", moment, ""));
        assertEquals(open, answer.path("open").booleanValue());
        assertEquals(Set.of("open", "slices"), names(answer));
    }

    @Test
    void working_days_are_counted_after_the_first_up_to_the_last() {
        var answer = BUSINESS_TIME.ask(
                question("WORKING_DAYS_BETWEEN", "2026-03-09T23:00:00+01:00", "'end': '2026-03-16T01:00:00+01:00'"));
        assertEquals(4, answer.path("workingDays").intValue());
        assertEquals(Set.of("workingDays", "slices"), names(answer));
    }

    @Test
    @Rule({"INC-015", "INC-016"})
    void a_calendar_of_a_preset_is_asked_by_name() {
        var question =
                with(question("NEXT_OPENING", "2026-04-03T16:00:00+02:00", ""), "{'calendar': 'AFAS_SLA/support'}");
        var answer = BUSINESS_TIME.ask(question);
        assertEquals("2026-04-07T08:00:00+02:00", answer.path("instant").textValue());
        assertTrue(lines(answer).contains("Easter Monday"), answer::toString);
    }

    @Test
    void the_answer_stands_on_the_clock_of_the_calendar_also_over_a_change_of_offset() {
        var nightly = "{'calendar': {'zone': 'America/New_York', 'weekly': {'SUNDAY': [['00:00', '24:00']]}}}";
        var night = with(question("ADD", "2026-03-08T05:00:00Z", "'duration': 'PT4H'"), nightly);
        assertEquals(
                "2026-03-08T05:00:00-04:00",
                BUSINESS_TIME.ask(night).path("instant").textValue());
        var day = with(question("BETWEEN", "2026-11-01T00:00:00-04:00", "'end': '2026-11-02T00:00:00-05:00'"), nightly);
        assertEquals("PT25H", BUSINESS_TIME.ask(day).path("duration").textValue());
    }

    @Test
    void an_offset_with_seconds_is_answered_in_utc() {
        var question = with(
                question("NEXT_OPENING", "1900-01-01T12:00:00Z", ""),
                "{'calendar': {'zone': 'Africa/Monrovia', 'weekly': {'TUESDAY': [['08:00', '09:00']]}}}");
        assertEquals(
                "1900-01-02T08:43:08Z",
                BUSINESS_TIME.ask(question).path("instant").textValue());
    }

    @Test
    void slices_of_years_add_up_to_the_open_time() {
        var answer = BUSINESS_TIME.ask(question("BETWEEN", "2015-01-01T00:00:00Z", "'end': '2030-01-01T00:00:00Z'"));
        assertFalse(answer.has("slicesThrough"));
        assertEquals(Duration.parse(answer.path("duration").textValue()), open(answer));
    }

    @Test
    void the_slices_of_very_long_spans_are_cut_and_the_arithmetic_is_not() {
        var answer = BUSINESS_TIME.ask(question("BETWEEN", "0001-01-02T00:00:00Z", "'end': '9999-12-30T00:00:00Z'"));
        assertTrue(Duration.parse(answer.path("duration").textValue()).toDays() > 600_000);
        var slices = answer.path("slices");
        assertTrue(slices.size() > 10_000 && slices.size() < 20_100, () -> "slices: " + slices.size());
        assertEquals(slices.get(slices.size() - 1).path("to"), answer.path("slicesThrough"));

        var empty = with(question("BETWEEN", "0001-01-02T00:00:00Z", "'end': '9999-12-30T00:00:00Z'"), neverOpen());
        assertEquals("PT0S", BUSINESS_TIME.ask(empty).path("duration").textValue());
        assertTrue(BUSINESS_TIME.ask(empty).has("slicesThrough"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var errors = BUSINESS_TIME.errors(
                json(
                        """
                {'calendar': {
                   'zone': 'Europe/Nowhere',
                   'weekly': {
                     'MONDAY': [['08:00', '12:00'], ['11:00', '17:00']], 'TUESDAY': [['17:00', '08:00']], 'FUNDAY': [],
                     'WEDNESDAY': [['8', '25:00'], ['08:00'], 3], 'THURSDAY': '08:00-17:00', 'FRIDAY': [['08:00', '08:00']]},
                   'exceptions': {'2026-02-30': [], '2026-12-24': [['22:00', '02:00']]},
                   'name': 'mine'},
                 'operation': 'ADD', 'start': '2026-03-09T11:00:00', 'workingDays': 1.5, 'colour': 'red'}"""));
        assertEquals(
                Set.of(
                        "/colour",
                        "/calendar/name",
                        "/calendar/zone",
                        "/calendar/weekly/MONDAY/1",
                        "/calendar/weekly/TUESDAY/0",
                        "/calendar/weekly/FUNDAY",
                        "/calendar/weekly/WEDNESDAY/0",
                        "/calendar/weekly/WEDNESDAY/1",
                        "/calendar/weekly/WEDNESDAY/2",
                        "/calendar/weekly/THURSDAY",
                        "/calendar/weekly/FRIDAY/0",
                        "/calendar/exceptions/2026-02-30",
                        "/calendar/exceptions/2026-12-24/0",
                        "/start",
                        "/duration",
                        "/workingDays"),
                Set.copyOf(errors.keySet()));
        assertEquals("is required by ADD", errors.get("/duration"));
        assertEquals("is not known", errors.get("/colour"));
        assertEquals("overlaps an interval that starts no later", errors.get("/calendar/weekly/MONDAY/1"));
    }

    @Test
    void an_unknown_operation_is_answered_with_the_known_ones() {
        assertEquals(
                Map.of(
                        "/operation",
                        "must be one of ADD, BETWEEN, IS_OPEN, NEXT_OPENING, NEXT_CLOSING, PREVIOUS_OPENING, PREVIOUS_CLOSING,"
                                + " ADD_WORKING_DAYS, WORKING_DAYS_BETWEEN"),
                BUSINESS_TIME.errors(question("MULTIPLY", "2026-03-09T11:00:00Z", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            ADD                  | 'duration': 'PT1H', 'end': '2026-03-10T00:00:00Z' | /end         | is not used by ADD
            IS_OPEN              | 'strategy': 'OPEN_HOURS'                          | /strategy    | is not used by IS_OPEN
            BETWEEN              |                                                   | /end         | is required by BETWEEN
            BETWEEN              | 'end': '2026-03-09T10:00:00Z'                     | /end         | lies before start
            WORKING_DAYS_BETWEEN | 'end': '2026-03-09T10:59:59Z'                     | /end         | lies before start
            ADD_WORKING_DAYS     |                                                   | /workingDays | is required by ADD_WORKING_DAYS
            ADD_WORKING_DAYS     | 'workingDays': 99999999999                        | /workingDays | must be a whole number of at most ten digits
            ADD_WORKING_DAYS     | 'workingDays': '1'                                | /workingDays | must be a whole number of at most ten digits
            ADD_WORKING_DAYS     | 'workingDays': 1, 'strategy': 'OFTEN'             | /strategy    | must be one of SAME_CLOCK_TIME, END_OF_NTH_DAY, OPEN_HOURS
            ADD                  | 'duration': 'PT9223372036854775807S'              | /duration    | reaches beyond the years that a calendar knows
            """)
    void fields_that_do_not_fit_the_operation_are_named(
            String operation, String fields, String pointer, String message) {
        var question = question(operation, "2026-03-09T11:00:00Z", fields == null ? "" : fields);
        assertEquals(Map.of(pointer, message), BUSINESS_TIME.errors(question));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'P1M'", "'8 hours'", "8", "'PT99999999999999999999H'"})
    void a_duration_is_days_hours_minutes_and_seconds(String duration) {
        var question = question("ADD", "2026-03-09T11:00:00Z", "'duration': " + duration);
        assertEquals(Set.of("/duration"), BUSINESS_TIME.errors(question).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'+02:00'", "'UTC+2'", "'europe/amsterdam'", "''", "1"})
    void a_zone_is_one_of_the_iana_zones(String zone) {
        var calendar = "{'calendar': {'zone': " + zone + ", 'weekly': {}}}";
        var question = with(question("IS_OPEN", "2026-03-09T11:00:00Z", ""), calendar);
        assertEquals(Set.of("/calendar/zone"), BUSINESS_TIME.errors(question).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEXT_OPENING", "NEXT_CLOSING", "PREVIOUS_OPENING", "PREVIOUS_CLOSING"})
    void a_calendar_that_never_opens_has_no_openings(String operation) {
        var errors = BUSINESS_TIME.errors(with(question(operation, "2026-03-09T11:00:00Z", ""), neverOpen()));
        assertEquals(Set.of("/calendar"), errors.keySet());
        assertTrue(errors.toString().contains("never"), errors::toString);
    }

    @Test
    void a_calendar_that_never_opens_still_tells_what_there_is_to_tell() {
        var asked = with(question("IS_OPEN", "2026-03-09T11:00:00Z", ""), neverOpen());
        assertFalse(BUSINESS_TIME.ask(asked).path("open").booleanValue());
        for (var fields :
                Set.of("'operation': 'ADD', 'duration': 'PT1H'", "'operation': 'ADD_WORKING_DAYS', 'workingDays': 1")) {
            var question = with(asked, "{" + fields + "}");
            assertEquals(Set.of("/calendar"), BUSINESS_TIME.errors(question).keySet());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            IS_OPEN          | 2037-06-01T10:00:00Z |                               | /start
            ADD              | 2036-12-31T10:00:00Z | 'duration': 'PT90H'           | /duration
            ADD              | 2014-12-31T10:00:00Z | 'duration': 'PT90H'           | /start
            BETWEEN          | 2036-12-31T10:00:00Z | 'end': '2037-01-02T00:00:00Z' | /end
            ADD_WORKING_DAYS | 2036-12-31T10:00:00Z | 'workingDays': 3              | /workingDays
            ADD_WORKING_DAYS | 2036-12-31T10:00:00Z | 'workingDays': 2147483647     | /workingDays
            """)
    void beyond_the_published_holidays_nothing_is_guessed(
            String operation, String start, String fields, String pointer) {
        var question =
                with(question(operation, start, fields == null ? "" : fields), "{'calendar': 'AFAS_SLA/support'}");
        assertEquals(Set.of(pointer), BUSINESS_TIME.errors(question).keySet());
    }

    @Test
    void beyond_the_years_of_calendars_there_is_no_answer() {
        var question = question("ADD_WORKING_DAYS", "2026-03-09T11:00:00Z", "'workingDays': -2147483648");
        assertEquals(Set.of("/workingDays"), BUSINESS_TIME.errors(question).keySet());
        var far = question("IS_OPEN", "+12026-03-09T11:00:00Z", "");
        assertEquals(Set.of("/start"), BUSINESS_TIME.errors(far).keySet());
    }

    @Test
    void a_day_has_a_limited_number_of_intervals() {
        var intervals = IntStream.range(0, 721)
                .mapToObj(i -> "['%02d:%02d:00', '%02d:%02d:30']".formatted(i / 60, i % 60, i / 60, i % 60))
                .collect(joining(",", "[", "]"));
        var question = with(
                question("IS_OPEN", "2026-03-09T11:00:00Z", ""),
                "{'calendar': {'zone': 'UTC', 'weekly': {'MONDAY': " + intervals + "}}}");
        assertEquals(Map.of("/calendar/weekly/MONDAY", "has more than 720 intervals"), BUSINESS_TIME.errors(question));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "'ADD'", "null"})
    void a_body_is_an_object(String body) {
        assertEquals(Map.of("", "must be an object"), BUSINESS_TIME.errors(json(body)));
    }

    @Test
    void an_unknown_calendar_is_answered_with_the_known_ones() {
        var question = with(question("IS_OPEN", "2026-03-09T11:00:00Z", ""), "{'calendar': 'support'}");
        assertEquals(
                Map.of(
                        "/calendar",
                        "names no calendar; there are AFAS_SLA/calamity, AFAS_SLA/support, PHOCUS_CLOUD/service-center"),
                BUSINESS_TIME.errors(question));
    }

    @Test
    void the_examples_of_the_description_are_answered_as_it_says() {
        assertEquals(json(Examples.OPEN_TIME_ANSWER), BUSINESS_TIME.ask(json(Examples.OPEN_TIME)));
        assertEquals(
                "2026-03-06T16:00:00+01:00",
                BUSINESS_TIME.ask(json(Examples.WORKING_DAYS)).path("instant").textValue());
    }

    private static JsonNode question(String operation, String start, String fields) {
        var question = with(json("{}"), "{" + fields + "}");
        return with(
                with(question, "{'operation': '" + operation + "', 'start': '" + start + "'}"),
                "{'calendar': " + WEEK + "}");
    }

    private static String neverOpen() {
        return "{'calendar': {'zone': 'UTC', 'weekly': {'MONDAY': []}}}";
    }

    private static Set<String> names(JsonNode answer) {
        return answer.properties().stream().map(Map.Entry::getKey).collect(toSet());
    }

    private static String lines(JsonNode answer) {
        return StreamSupport.stream(answer.path("slices").spliterator(), false)
                .map(slice -> slice.path("state").textValue() + " "
                        + slice.path("from").textValue() + " "
                        + slice.path("reason").textValue())
                .collect(joining("\n"));
    }

    private static Duration open(JsonNode answer) {
        return StreamSupport.stream(answer.path("slices").spliterator(), false)
                .filter(slice -> slice.path("state").textValue().equals("OPEN"))
                .map(slice -> Duration.between(
                        OffsetDateTime.parse(slice.path("from").textValue()),
                        OffsetDateTime.parse(slice.path("to").textValue())))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
