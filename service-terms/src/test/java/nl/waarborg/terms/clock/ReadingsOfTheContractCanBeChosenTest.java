package nl.waarborg.terms.clock;

import static nl.waarborg.terms.Amsterdam.at;
import static nl.waarborg.terms.clock.ClocksFollowTheWorkedExamplesTest.calculation;
import static nl.waarborg.terms.clock.ClocksFollowTheWorkedExamplesTest.clock;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.OpeningInterval;
import nl.waarborg.terms.clock.DeadlineCalculation.Basis;
import org.junit.jupiter.api.Test;

/** Every open point about clocks is a term; these are the readings beside the default. */
class ReadingsOfTheContractCanBeChosenTest {

    @Test
    void working_days_until_the_end_of_the_day_or_in_open_hours() {
        assertEquals(at("2026-03-06T16:00"), responseBy("2026-03-05T10:00", "workingDayCounting", "END_OF_NTH_DAY"));
        assertEquals(at("2026-03-06T10:00"), responseBy("2026-03-05T10:00", "workingDayCounting", "OPEN_HOURS"));
    }

    @Test
    void an_hour_can_be_open_time() {
        var report =
                calculation("2026-04-02T16:50", Priority.P1, true, false, Map.of("priority.P1.response", "OPEN PT1H"));
        assertEquals(at("2026-04-03T08:50"), clock(ClockKind.RESPONSE, report).deadline());
    }

    @Test
    void a_month_can_be_thirty_days() {
        var report = calculation("2026-01-30T10:00", Priority.P2, false, false, Map.of("priority.P2.recovery", "P30D"));
        assertEquals(at("2026-03-01T10:00"), clock(ClockKind.RECOVERY, report).deadline());
    }

    @Test
    @Rule("INC-028")
    void a_calamity_outside_the_window_can_be_due_an_hour_after_it_opens() {
        var report = calculation(
                "2026-03-10T02:00", Priority.P2, false, true, Map.of("calamity.outsideHours", "AFTER_NEXT_OPENING"));
        assertEquals(
                at("2026-03-10T07:00"),
                clock(ClockKind.CALAMITY_CONTACT, report).deadline());
    }

    @Test
    @Rule({"INC-022", "INC-034"})
    void the_other_clocks_of_a_calamity_follow_the_support_hours_unless_agreed_otherwise() {
        var byDefault = calculation("2026-03-10T06:30", Priority.P2, false, true, Map.of());
        assertEquals(
                at("2026-03-10T08:00"), clock(ClockKind.RECOVERY, byDefault).startsAt());
        assertEquals(
                at("2026-03-10T06:30"),
                clock(ClockKind.CALAMITY_CONTACT, byDefault).startsAt());
        var all = calculation("2026-03-10T06:30", Priority.P2, false, true, Map.of("calamity.governs", "ALL_CLOCKS"));
        assertEquals(at("2026-03-10T06:30"), clock(ClockKind.RECOVERY, all).startsAt());
        assertEquals(
                at("2026-03-11T08:00"),
                clock(ClockKind.RESPONSE, all).deadline(),
                "working days stay those of support, clamped into its hours");
        var none = calculation("2026-03-10T06:30", Priority.P2, false, true, Map.of("calamity.governs", "NO_CLOCK"));
        assertEquals(
                at("2026-03-10T08:00"), clock(ClockKind.CALAMITY_CONTACT, none).startsAt());
    }

    @Test
    @Rule({"INC-025", "INC-028"})
    void a_calamity_on_a_holiday_in_the_weekend_waits_also_with_first_class() {
        var contact =
                clock(ClockKind.CALAMITY_CONTACT, calculation("2026-04-05T10:00", Priority.P1, true, true, Map.of()));
        assertEquals(at("2026-04-07T17:00"), contact.deadline());
        assertEquals(Optional.of(at("2026-04-06T07:00")), contact.target(), "the window opens on Easter Monday");
    }

    @Test
    @Rule("INC-041")
    void a_change_of_priority_keeps_the_start_unless_the_deadline_has_passed() {
        var raised = calculation("2026-03-09T10:00", Priority.P2, false, false, Map.of());
        var soon = raised.afterPriorityChange(at("2026-03-09T15:00"));
        assertEquals(
                List.of(Basis.ORIGINAL_START, Basis.ORIGINAL_START),
                soon.stream().map(DeadlineCalculation.Recalculated::basis).toList());
        assertEquals(at("2026-03-10T10:00"), soon.getFirst().clock().deadline());
        var late = raised.afterPriorityChange(at("2026-03-13T17:00"));
        assertEquals(Basis.REBASED, late.getFirst().basis());
        assertEquals(at("2026-03-16T08:00"), late.getFirst().clock().startsAt(), "accepted after closing");
        assertEquals(at("2026-03-17T08:00"), late.getFirst().clock().deadline());
        assertEquals(Basis.ORIGINAL_START, late.getLast().basis(), "the recovery term has not passed");
        var atDeadline = raised.afterPriorityChange(at("2026-03-10T10:00"));
        assertEquals(Basis.ORIGINAL_START, atDeadline.getFirst().basis());
    }

    @Test
    @Rule("INC-041")
    void a_change_of_priority_can_restart_or_never_restart_the_clocks() {
        var restart = calculation(
                        "2026-03-09T10:00", Priority.P2, false, false, Map.of("clock.priorityChange", "RESTART"))
                .afterPriorityChange(at("2026-03-09T15:00"));
        assertEquals(at("2026-03-10T15:00"), restart.getFirst().clock().deadline());
        var original = calculation(
                        "2026-03-09T10:00", Priority.P2, false, false, Map.of("clock.priorityChange", "ORIGINAL_START"))
                .afterPriorityChange(at("2026-03-13T15:00"));
        assertEquals(at("2026-03-10T10:00"), original.getFirst().clock().deadline());
    }

    @Test
    void staff_is_warned_when_four_fifths_of_the_open_time_are_used() {
        var report = calculation(
                "2026-03-09T08:00", Priority.P2, false, false, Map.of("priority.P2.response", "OPEN PT10H"));
        var response = clock(ClockKind.RESPONSE, report);
        assertEquals(at("2026-03-10T09:00"), response.deadline());
        assertEquals(Optional.of(at("2026-03-09T16:00")), response.warnsAt());
        var silent = calculation("2026-03-09T08:00", Priority.P2, false, false, Map.of("clock.warnAfter", "ABSENT"));
        assertEquals(Optional.empty(), clock(ClockKind.RESPONSE, silent).warnsAt());
    }

    @Test
    void another_calendar_and_other_holidays_can_be_brought_along() {
        var calendar = BusinessCalendar.inline(
                ZoneId.of("America/New_York"),
                Map.of(DayOfWeek.MONDAY, List.of(OpeningInterval.of("09:00", "17:00"))),
                Map.of());
        var response = what(Optional.of(calendar), Optional.empty());
        assertEquals(Instant.parse("2026-03-09T13:00:00Z"), response.startsAt());
        assertEquals(Instant.parse("2026-03-16T13:00:00Z"), response.deadline());
        var holiday = what(Optional.of(calendar), Optional.of(List.of(LocalDate.of(2026, 3, 16))));
        assertEquals(Instant.parse("2026-03-23T13:00:00Z"), holiday.deadline());
        var own = what(Optional.empty(), Optional.of(List.of(LocalDate.of(2026, 3, 9))));
        assertEquals(at("2026-03-10T08:00"), own.startsAt(), "the ninth is the only holiday");
        assertEquals(at("2026-03-11T08:00"), own.deadline());
    }

    private static SupportClock what(Optional<BusinessCalendar> calendar, Optional<List<LocalDate>> holidays) {
        return DeadlineCalculation.of(
                        Preset.AFAS_SLA,
                        Map.of(),
                        false,
                        Instant.parse("2026-03-07T10:00:00Z"),
                        Priority.P2,
                        false,
                        List.of(),
                        calendar,
                        holidays)
                .clocks()
                .getFirst();
    }

    private static Instant responseBy(String reportedAt, String key, String value) {
        return clock(ClockKind.RESPONSE, calculation(reportedAt, Priority.P2, false, false, Map.of(key, value)))
                .deadline();
    }
}
