package nl.waarborg.incident.calculation;

import static nl.waarborg.incident.calculation.Calculation.DEADLINES;
import static nl.waarborg.incident.calculation.Calculation.json;
import static nl.waarborg.incident.calculation.Calculation.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {

    @Test
    @Rule({"INC-033", "INC-036"})
    void example_1_the_response_is_clamped_into_fridays_hours() {
        var response = clock("RESPONSE", report("2026-03-05T16:30:00+01:00", "P2", ""));
        clock(response, "2026-03-05T16:30:00+01:00", "2026-03-06T16:00:00+01:00");
        assertEquals("priority.P2.response", response.path("termKey").textValue());
        assertEquals("INC-036", response.path("rule").textValue());
        assertEquals("AFAS_SLA/support", response.path("calendar").textValue());
        assertEquals(
                Set.of("clock", "termKey", "rule", "startsAt", "deadline", "netDeadline", "calendar", "slices"),
                response.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    @Test
    @Rule({"INC-033", "INC-034", "INC-037", "INC-040"})
    void example_2_clocks_of_a_friday_evening_start_on_monday() {
        var report = report("2026-03-06T16:05:00+01:00", "P3", "");
        clock(clock("RESPONSE", report), "2026-03-09T08:00:00+01:00", "2026-03-12T08:00:00+01:00");
        clock(clock("RECOVERY", report), "2026-03-09T08:00:00+01:00", "2026-06-09T08:00:00+02:00");
    }

    @Test
    @Rule("INC-033")
    void example_3_before_opening_the_clock_starts_at_opening_or_by_the_literal_reading_a_day_later() {
        var report = report("2026-03-09T07:30:00+01:00", "P2", "");
        clock(clock("RESPONSE", report), "2026-03-09T08:00:00+01:00", "2026-03-10T08:00:00+01:00");
        var literal = with(report, "{'deviations': {'clock.outsideHoursStart': 'nextWorkingDay'}}");
        assertEquals(
                "2026-03-10T08:00:00+01:00",
                clock("RESPONSE", literal).path("startsAt").textValue());
    }

    @Test
    @Rule({"INC-036", "INC-039"})
    void example_4_a_month_is_not_shifted_over_a_weekend() {
        var report = report("2026-01-30T10:00:00+01:00", "P2", "");
        clock(clock("RESPONSE", report), "2026-01-30T10:00:00+01:00", "2026-02-02T10:00:00+01:00");
        clock(clock("RECOVERY", report), "2026-01-30T10:00:00+01:00", "2026-02-28T10:00:00+01:00");
    }

    @Test
    @Rule({"INC-035", "INC-038"})
    void example_5_an_hour_runs_past_closing_and_easter_monday_is_no_working_day() {
        var report = report("2026-04-02T16:50:00+02:00", "P1", "'firstClass': true");
        clock(clock("RESPONSE", report), "2026-04-02T16:50:00+02:00", "2026-04-02T17:50:00+02:00");
        clock(clock("RECOVERY", report), "2026-04-02T16:50:00+02:00", "2026-04-08T16:50:00+02:00");
    }

    @Test
    @Rule("INC-026")
    void example_6_a_calamity_adds_the_clock_of_its_contact() {
        var contact = clock("CALAMITY_CONTACT", report("2026-03-11T22:45:00+01:00", "P2", "'calamity': true"));
        clock(contact, "2026-03-11T22:45:00+01:00", "2026-03-11T23:45:00+01:00");
        assertEquals("INC-026", contact.path("rule").textValue());
        assertEquals("AFAS_SLA/calamity", contact.path("calendar").textValue());
        assertFalse(contact.has("target"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T10:00:00+01:00, 2026-03-16T17:00:00+01:00, 2026-03-16T07:00:00+01:00",
        "2026-03-10T02:00:00+01:00, 2026-03-10T17:00:00+01:00, 2026-03-10T07:00:00+01:00"
    })
    @Rule({"INC-025", "INC-028"})
    void examples_7_and_8_outside_its_hours_a_calamity_has_a_target_before_its_deadline(
            String reportedAt, String deadline, String target) {
        var contact = clock("CALAMITY_CONTACT", report(reportedAt, "P2", "'calamity': true"));
        assertEquals(deadline, contact.path("deadline").textValue());
        assertEquals(target, contact.path("target").textValue());
        assertEquals("INC-028", contact.path("rule").textValue());
    }

    @Test
    void a_term_that_the_preset_lacks_gives_no_clock() {
        var report = report("2026-03-05T10:00:00+01:00", "P1", "'preset': 'PHOCUS_CLOUD', 'calamity': true");
        assertEquals(json("{'clocks': []}"), DEADLINES.ask(report));
    }

    @Test
    @Rule("INC-031")
    void priority_1_is_reserved_for_first_class() {
        var problem = DEADLINES.refused(report("2026-03-05T10:00:00+01:00", "P1", ""));
        assertEquals(409, problem.status());
        assertEquals("INC-031", problem.rule());
    }

    @Test
    @Rule("INC-042")
    void waiting_moves_the_net_deadline_by_its_open_time() {
        var report = report(
                "2026-03-09T09:00:00+01:00",
                "P2",
                """
                'pauses': [
                  {'from': '2026-03-09T16:00:00+01:00', 'to': '2026-03-10T08:30:00+01:00', 'party': 'CUSTOMER'},
                  {'from': '2026-03-10T08:30:00+01:00', 'to': '2026-03-10T09:00:00+01:00', 'party': 'THIRD_PARTY'}]""");
        var shown = clock("RESPONSE", report);
        assertEquals("2026-03-10T09:00:00+01:00", shown.path("deadline").textValue());
        assertEquals("2026-03-10T11:00:00+01:00", shown.path("netDeadline").textValue());

        var agreed = clock("RESPONSE", with(report, "{'deviations': {'clock.pauseWhileWaiting': 'CUSTOMER'}}"));
        assertEquals("2026-03-10T09:00:00+01:00", agreed.path("deadline").textValue());
        assertEquals("2026-03-10T10:30:00+01:00", agreed.path("netDeadline").textValue());
        var last = agreed.path("slices").get(agreed.path("slices").size() - 1);
        assertEquals("2026-03-10T10:30:00+01:00", last.path("to").textValue());
        assertTrue(agreed.path("slices").toString().contains("\"PAUSED\",\"reason\":\"waiting for CUSTOMER\""));
    }

    @Test
    @Rule("INC-042")
    void while_waiting_there_is_no_net_deadline() {
        var response = clock(
                "RESPONSE",
                report(
                        "2026-03-09T09:00:00+01:00",
                        "P2",
                        """
                'pauses': [{'from': '2026-03-09T16:00:00+01:00', 'to': null, 'party': 'CUSTOMER'}]"""));
        assertFalse(response.has("netDeadline"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            'workingDayCounting': 'END_OF_NTH_DAY'                                             | 2026-03-10T17:00:00+01:00
            'workingDayCounting': 'OPEN_HOURS'                                                 | 2026-03-10T16:30:00+01:00
            'priority.P2.response': 'OPEN PT8H'                                                | 2026-03-10T15:30:00+01:00
            'priority.P2.response': 'PT1H'                                                     | 2026-03-09T17:30:00+01:00
            'priority.P2.response': '3 WORKING_DAYS'                                           | 2026-03-12T16:30:00+01:00
            'priority.P2.response': 'P1M'                                                      | 2026-04-09T16:30:00+02:00
            'priority.P2.response': 'OPEN PT8H', 'support.hours.MON_THU': '08:00-12:00, 13:00-17:00' | 2026-03-10T16:30:00+01:00
            'priority.P2.response': 'OPEN PT8H', 'support.hours.MON_THU': [['08:00', '12:00'], ['13:00', '24:00']] | 2026-03-10T08:30:00+01:00
            'priority.P2.response': 'OPEN PT20H', 'support.hours.MON_THU': [['16:00', '17:00']], 'support.hours.FRI': [] | 2026-04-14T16:30:00+02:00
            """)
    @Rule("INC-036")
    void deviations_go_before_the_preset(String deviations, String deadline) {
        var report = report("2026-03-09T16:30:00+01:00", "P2", "'deviations': {" + deviations + "}");
        assertEquals(deadline, clock("RESPONSE", report).path("deadline").textValue());
    }

    @Test
    void an_absent_term_takes_its_clock_away() {
        var report = report("2026-03-09T16:30:00+01:00", "P2", "'deviations': {'priority.P2.recovery': 'ABSENT'}");
        assertEquals(1, DEADLINES.ask(report).path("clocks").size());
    }

    @Test
    void a_calendar_may_be_brought_along() {
        var report = report(
                "2026-03-09T16:30:00Z",
                "P2",
                """
                'calendar': {'zone': 'America/New_York', 'weekly': {'WEDNESDAY': [['09:00', '10:00']]}}""");
        var response = clock("RESPONSE", report);
        clock(response, "2026-03-11T09:00:00-04:00", "2026-03-18T09:00:00-04:00");
        assertEquals("inline", response.path("calendar").textValue());
    }

    @Test
    void a_named_calendar_is_agreed_and_deviating_hours_hold_on_it() {
        var report = report("2026-03-09T21:00:00+01:00", "P2", "'calendar': 'AFAS_SLA/calamity'");
        assertEquals(
                "AFAS_SLA/calamity", clock("RESPONSE", report).path("calendar").textValue());
        clock(clock("RESPONSE", report), "2026-03-09T21:00:00+01:00", "2026-03-10T21:00:00+01:00");
        var own = with(report, "{'deviations': {'support.hours.MON_THU': '08:00-20:00'}}");
        clock(clock("RESPONSE", own), "2026-03-10T08:00:00+01:00", "2026-03-11T08:00:00+01:00");
    }

    @Test
    void holidays_may_be_brought_along() {
        var report = report("2026-03-09T16:30:00+01:00", "P2", "'holidays': ['2026-03-10', '2040-01-01']");
        assertEquals(
                "2026-03-11T16:30:00+01:00",
                clock("RESPONSE", report).path("deadline").textValue());
        var later = with(report, "{'reportedAt': '2039-12-30T10:00:00+01:00'}");
        assertEquals(
                "2040-01-02T10:00:00+01:00",
                clock("RESPONSE", later).path("deadline").textValue());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var errors = DEADLINES.errors(
                json(
                        """
                {'preset': 'NOBODY', 'firstClass': 'yes', 'reportedAt': '2026-03-09', 'priority': 'P4', 'calamity': 1, 'colour': 'red',
                 'pauses': [
                   {'from': '2026-03-09T16:00:00Z', 'to': '2026-03-09T15:00:00Z', 'party': 'CUSTOMER'},
                   {'from': '2026-03-09T16:00:00Z', 'party': 'NOBODY', 'why': ''}, 3],
                 'deviations': {
                   'priority.P9.response': 'PT1H', 'priority.P2.response': '99.5 %', 'priority.P3.response': ['PT1H'],
                   'support.hours.FRI': [['17:00', '08:00']], 'nothing': {}, 'clock.pauseWhileWaiting': null,
                   'workingDayCounting': 'OFTEN', 'calamity.calendar': 'CALENDAR mine', 'support.free': ['LICENCE', 3]},
                 'calendar': 'mine',
                 'holidays': ['2026-02-30', 3]}"""));
        assertEquals(
                Set.of(
                        "/preset",
                        "/firstClass",
                        "/reportedAt",
                        "/priority",
                        "/calamity",
                        "/colour",
                        "/pauses/0/to",
                        "/pauses/1/to",
                        "/pauses/1/party",
                        "/pauses/1/why",
                        "/pauses/2",
                        "/deviations/priority.P9.response",
                        "/deviations/priority.P2.response",
                        "/deviations/priority.P3.response",
                        "/deviations/support.hours.FRI/0",
                        "/deviations/nothing",
                        "/deviations/clock.pauseWhileWaiting",
                        "/deviations/workingDayCounting",
                        "/deviations/calamity.calendar",
                        "/deviations/support.free/1",
                        "/calendar",
                        "/holidays/0",
                        "/holidays/1"),
                errors.keySet());
        assertEquals("must be one of P1, P2, P3", errors.get("/priority"));
        assertEquals(
                Set.of("/preset", "/reportedAt", "/priority"),
                DEADLINES.errors(json("{}")).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"support.hours.FRI': '08:00-10:00", "support.calendar': 'CALENDAR AFAS_SLA/support"})
    void hours_that_contradict_the_calendar_are_refused(String deviation) {
        var report = report(
                "2026-03-09T16:30:00Z",
                "P2",
                "'calendar': {'zone': 'UTC', 'weekly': {}}, 'deviations': {'" + deviation + "'}");
        assertEquals(
                Map.of(
                        "/deviations/" + deviation.substring(0, deviation.indexOf('\'')),
                        "contradicts /calendar, which sets this"),
                DEADLINES.errors(report));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            'reportedAt': '2037-03-09T16:30:00Z'                                        | /reportedAt
            'reportedAt': '2036-12-31T10:00:00Z'                                        | /reportedAt
            'calendar': {'zone': 'UTC', 'weekly': {}}                                   | /calendar
            'deviations': {'support.calendar': 'ABSENT'}                                | /deviations/support.calendar
            'deviations': {'priority.P2.response': 'P9999999Y'}, 'holidays': []         | /reportedAt
            'deviations': {'priority.P2.response': 'P2000000000Y'}, 'holidays': []      | /deviations
            'deviations': {'support.hours.MON_THU': [], 'support.hours.FRI': 'NO_HOURS'}| /deviations
            """)
    void a_deadline_that_no_calendar_knows_is_refused(String fields, String pointer) {
        assertEquals(
                Set.of(pointer),
                DEADLINES.errors(report("2026-03-09T16:30:00Z", "P2", fields)).keySet());
    }

    @Test
    void the_slices_of_very_long_terms_are_cut() {
        var response = clock(
                "RESPONSE",
                report(
                        "2026-03-09T16:30:00+01:00",
                        "P2",
                        """
                'deviations': {'priority.P2.response': 'P5000Y'}, 'holidays': []"""));
        assertEquals("7026-03-09T16:30:00+01:00", response.path("deadline").textValue());
        assertTrue(response.has("slicesThrough"));
    }

    @Test
    void a_report_has_a_limited_number_of_pauses() {
        var pauses = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> "{'from': '2026-03-09T16:30:00Z', 'to': '2026-03-09T16:30:00Z', 'party': 'CUSTOMER'}")
                .collect(Collectors.joining(",", "[", "]"));
        assertEquals(
                Map.of("/pauses", "has more than 1000 pauses"),
                DEADLINES.errors(report("2026-03-09T16:30:00Z", "P2", "'pauses': " + pauses)));
    }

    @Test
    void the_examples_of_the_description_are_answered_as_it_says() {
        assertEquals(json(Examples.DEADLINES_ANSWER), DEADLINES.ask(json(Examples.DEADLINES)));
    }

    private static JsonNode report(String reportedAt, String priority, String fields) {
        var report = json("{'preset': 'AFAS_SLA', 'firstClass': false, 'reportedAt': '" + reportedAt
                + "', 'priority': '" + priority + "', 'calamity': false, 'pauses': [], 'deviations': {}}");
        return with(report, "{" + fields + "}");
    }

    private static JsonNode clock(String kind, JsonNode report) {
        for (var clock : DEADLINES.ask(report).path("clocks")) {
            if (clock.path("clock").textValue().equals(kind)) {
                return clock;
            }
        }
        throw new AssertionError("no " + kind + " clock");
    }

    private static void clock(JsonNode clock, String startsAt, String deadline) {
        assertEquals(startsAt, clock.path("startsAt").textValue());
        assertEquals(deadline, clock.path("deadline").textValue());
        assertEquals(startsAt, clock.path("slices").get(0).path("from").textValue());
    }
}
