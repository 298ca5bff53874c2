package nl.waarborg.terms.clock;

import static nl.waarborg.terms.Amsterdam.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.LocalMonth;
import org.junit.jupiter.api.Test;

/** Each test is one row of the table of worked examples; times are local in Amsterdam. */
class ClocksFollowTheWorkedExamplesTest {

    private static final Terms AFAS = Terms.of(Preset.AFAS_SLA);
    private static final Terms PHOCUS = Terms.of(Preset.PHOCUS_CLOUD);

    @Test
    @Rule({"INC-032", "INC-036"})
    void a_working_day_later_falls_on_fridays_closing() {
        var response = clock(ClockKind.RESPONSE, report("2026-03-05T16:30", Priority.P2));
        assertEquals(at("2026-03-05T16:30"), response.startsAt());
        assertEquals(at("2026-03-06T16:00"), response.deadline());
        assertEquals("INC-036", response.rule());
        assertEquals(TermKey.PRIORITY_P2_RESPONSE, response.term().key());
        assertEquals("AFAS §2.2.3 tab. 10", response.term().clause());
    }

    @Test
    @Rule({"INC-033", "INC-034", "INC-037", "INC-040"})
    void a_report_after_fridays_closing_starts_on_monday() {
        var report = report("2026-03-06T16:05", Priority.P3);
        var response = clock(ClockKind.RESPONSE, report);
        var recovery = clock(ClockKind.RECOVERY, report);
        assertEquals(at("2026-03-09T08:00"), response.startsAt());
        assertEquals(at("2026-03-09T08:00"), recovery.startsAt());
        assertEquals(at("2026-03-12T08:00"), response.deadline());
        assertEquals(at("2026-06-09T08:00"), recovery.deadline());
        assertEquals("INC-037", response.rule());
        assertEquals("INC-040", recovery.rule());
    }

    @Test
    @Rule("INC-033")
    void a_report_before_opening_starts_at_todays_opening() {
        var response = clock(ClockKind.RESPONSE, report("2026-03-09T07:30", Priority.P2));
        assertEquals(at("2026-03-09T08:00"), response.startsAt());
        assertEquals(at("2026-03-10T08:00"), response.deadline());
    }

    @Test
    @Rule("INC-033")
    void the_literal_reading_starts_at_the_opening_of_the_next_working_day() {
        var response = clock(
                ClockKind.RESPONSE,
                report("2026-03-09T07:30", Priority.P2, Map.of("clock.outsideHoursStart", "nextWorkingDay")));
        assertEquals(at("2026-03-10T08:00"), response.startsAt());
    }

    @Test
    @Rule("INC-039")
    void a_month_is_a_calendar_month_and_not_shifted_over_a_weekend() {
        var report = report("2026-01-30T10:00", Priority.P2);
        assertEquals(at("2026-02-02T10:00"), clock(ClockKind.RESPONSE, report).deadline());
        assertEquals(at("2026-02-28T10:00"), clock(ClockKind.RECOVERY, report).deadline());
        assertEquals("INC-039", clock(ClockKind.RECOVERY, report).rule());
    }

    @Test
    @Rule({"INC-035", "INC-038"})
    void an_hour_is_an_hour_and_easter_monday_is_no_working_day() {
        var report = calculation("2026-04-02T16:50", Priority.P1, true, false, Map.of());
        assertEquals(at("2026-04-02T17:50"), clock(ClockKind.RESPONSE, report).deadline());
        assertEquals(at("2026-04-08T16:50"), clock(ClockKind.RECOVERY, report).deadline());
        assertEquals("INC-035", clock(ClockKind.RESPONSE, report).rule());
        assertEquals("INC-038", clock(ClockKind.RECOVERY, report).rule());
    }

    @Test
    @Rule("INC-026")
    void contact_within_the_window_is_due_an_hour_later_also_after_the_window() {
        var contact = clock(ClockKind.CALAMITY_CONTACT, calamity("2026-03-11T22:45", false));
        assertEquals(at("2026-03-11T22:45"), contact.startsAt());
        assertEquals(at("2026-03-11T23:45"), contact.deadline());
        assertEquals("INC-026", contact.rule());
        assertEquals(Optional.empty(), contact.target());
    }

    @Test
    @Rule({"INC-025", "INC-028"})
    void in_the_weekend_without_first_class_the_next_working_day_counts() {
        var contact = clock(ClockKind.CALAMITY_CONTACT, calamity("2026-03-14T10:00", false));
        assertEquals(at("2026-03-16T17:00"), contact.deadline());
        assertEquals(Optional.of(at("2026-03-16T07:00")), contact.target());
        assertEquals("INC-028", contact.rule());
    }

    @Test
    @Rule({"INC-025", "INC-026"})
    void in_the_weekend_with_first_class_contact_is_due_within_the_hour() {
        var contact = clock(ClockKind.CALAMITY_CONTACT, calamity("2026-03-14T10:00", true));
        assertEquals(at("2026-03-14T11:00"), contact.deadline());
        assertEquals("INC-026", contact.rule());
    }

    @Test
    @Rule("INC-028")
    void at_night_today_counts_while_its_window_still_has_to_open() {
        var contact = clock(ClockKind.CALAMITY_CONTACT, calamity("2026-03-10T02:00", false));
        assertEquals(at("2026-03-10T17:00"), contact.deadline());
        assertEquals(Optional.of(at("2026-03-10T07:00")), contact.target());
    }

    @Test
    @Rule("INC-028")
    void after_todays_window_the_next_working_day_counts() {
        var contact = clock(ClockKind.CALAMITY_CONTACT, calamity("2026-03-12T23:30", false));
        assertEquals(at("2026-03-13T16:00"), contact.deadline());
    }

    @Test
    @Rule({"INC-050", "INC-051"})
    void an_investigation_copy_is_deleted_at_the_earlier_of_its_two_terms() {
        var deadlines = deadlines(AFAS);
        var maxAge = deadlines.after(at("2026-03-01T10:00"), span(AFAS, TermKey.INVESTIGATION_COPY_MAX_AGE));
        var afterClose =
                deadlines.after(at("2026-07-28T15:00"), span(AFAS, TermKey.INVESTIGATION_COPY_DELETE_AFTER_CLOSE));
        assertEquals(at("2026-07-29T11:00"), maxAge);
        assertEquals(at("2026-07-30T15:00"), afterClose);
    }

    @Test
    void march_has_743_hours_and_october_745() {
        assertEquals(Duration.ofHours(743), new LocalMonth(YearMonth.of(2026, 3), AgreedCalendars.ZONE).length());
        assertEquals(Duration.ofHours(745), new LocalMonth(YearMonth.of(2026, 10), AgreedCalendars.ZONE).length());
    }

    @Test
    @Rule({"PRA-048", "PRA-050"})
    void the_breach_terms_run_over_the_change_to_summer_time() {
        var informBy = deadlines(AFAS).after(at("2026-03-27T20:00"), span(AFAS, TermKey.BREACH_INFORM_WITHIN));
        assertEquals(at("2026-03-29T21:00"), informBy);
        assertEquals(
                at("2026-04-01T21:00"), deadlines(AFAS).after(informBy, span(AFAS, TermKey.BREACH_CONTROLLER_WINDOW)));
    }

    @Test
    @Rule("PRA-057")
    void one_working_day_after_detection_is_not_shifted_to_opening() {
        assertEquals(at("2026-03-09T15:00"), phocusBreach("2026-03-06T15:00"));
        assertEquals(at("2026-03-09T10:00"), phocusBreach("2026-03-07T10:00"));
        assertEquals(at("2026-03-06T17:00"), phocusBreach("2026-03-05T18:30"));
    }

    @Test
    @Rule("AVL-013")
    void maintenance_is_announced_five_calendar_days_before() {
        assertEquals(
                at("2026-03-09T22:00"),
                deadlines(AFAS).before(at("2026-03-14T22:00"), span(AFAS, TermKey.MAINTENANCE_NOTICE)));
        assertEquals(
                at("2026-03-25T22:00"),
                deadlines(AFAS).before(at("2026-03-30T22:00"), span(AFAS, TermKey.MAINTENANCE_NOTICE)),
                "the same clock time over the change to summer time");
    }

    @Test
    @Rule("PRA-039")
    void a_new_subprocessor_starts_after_28_times_24_hours() {
        assertEquals(
                at("2026-03-29T11:00"),
                deadlines(AFAS).after(at("2026-03-01T10:00"), span(AFAS, TermKey.SUBPROCESSOR_NOTICE)));
    }

    @Test
    @Rule("XSV-013")
    void a_licence_is_cancelled_three_working_days_before_the_period() {
        assertEquals(
                LocalDate.of(2026, 5, 27),
                AgreedCalendars.of(AFAS).support().hours().nthWorkingDay(LocalDate.of(2026, 6, 1), -3));
    }

    @Test
    @Rule("INC-031")
    void priority_1_is_refused_without_first_class() {
        var refusal = assertThrows(
                RuleRefusal.class, () -> calculation("2026-03-05T10:00", Priority.P1, false, false, Map.of()));
        assertEquals("INC-031", refusal.rule());
    }

    @Test
    void an_agreement_without_terms_has_no_clocks() {
        for (var priority : Priority.values()) {
            var none = DeadlineCalculation.of(
                    Preset.PHOCUS_CLOUD,
                    Map.of(),
                    false,
                    at("2026-03-05T10:00"),
                    priority,
                    true,
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
            assertEquals(List.of(), none.clocks());
        }
    }

    @Test
    void a_deviation_gives_an_agreement_without_terms_its_clock() {
        var clocks = DeadlineCalculation.of(
                        Preset.PHOCUS_CLOUD,
                        Map.of("priority.P2.response", "OPEN PT8H"),
                        false,
                        at("2026-03-05T13:00"),
                        Priority.P2,
                        false,
                        List.of(),
                        Optional.empty(),
                        Optional.empty())
                .clocks();
        assertEquals(1, clocks.size());
        assertEquals(at("2026-03-06T13:00"), clocks.getFirst().deadline());
        assertEquals(
                "PHOCUS_CLOUD/service-center",
                clocks.getFirst().hours().calendar().id().value());
    }

    @Test
    void a_deviation_that_takes_a_term_away_takes_its_clock_away() {
        var clocks = report("2026-03-05T13:00", Priority.P2, Map.of("priority.P2.recovery", "ABSENT"))
                .clocks();
        assertEquals(
                List.of(ClockKind.RESPONSE),
                clocks.stream().map(SupportClock::kind).toList());
    }

    @Test
    void every_clock_explains_itself_from_start_to_deadline() {
        var clock = clock(ClockKind.RESPONSE, report("2026-04-02T16:00", Priority.P3));
        var slices = clock.slices();
        assertEquals(clock.startsAt(), slices.getFirst().from());
        assertEquals(clock.deadline(), slices.getLast().to());
        assertTrue(slices.stream().anyMatch(slice -> slice.reason().equals("Easter Monday")), slices::toString);
        assertTrue(
                slices.stream().anyMatch(slice -> slice.reason().equals("weekly hours (AFAS §2.2.2 tab. 8)")),
                slices::toString);
    }

    private static Instant phocusBreach(String detected) {
        return deadlines(PHOCUS).after(at(detected), span(PHOCUS, TermKey.BREACH_INFORM_WITHIN));
    }

    private static Deadlines deadlines(Terms terms) {
        return Deadlines.of(terms, AgreedCalendars.of(terms).support().hours());
    }

    private static Span span(Terms terms, TermKey key) {
        return terms.span(key).orElseThrow();
    }

    private static DeadlineCalculation report(String at, Priority priority) {
        return report(at, priority, Map.of());
    }

    private static DeadlineCalculation report(String at, Priority priority, Map<String, String> deviations) {
        return calculation(at, priority, false, false, deviations);
    }

    private static DeadlineCalculation calamity(String at, boolean firstClass) {
        return calculation(at, Priority.P2, firstClass, true, Map.of());
    }

    static DeadlineCalculation calculation(
            String at, Priority priority, boolean firstClass, boolean calamity, Map<String, String> deviations) {
        return DeadlineCalculation.of(
                Preset.AFAS_SLA,
                deviations,
                firstClass,
                at(at),
                priority,
                calamity,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static SupportClock clock(ClockKind kind, DeadlineCalculation calculation) {
        return calculation.clocks().stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
