package nl.waarborg.availability.status.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Rule("AVL-026")
class PlatformStatusTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-03-30T12:00:00Z");

    @Test
    void a_component_is_as_bad_as_the_worst_that_goes_on() {
        var status = status(
                maintenance(
                        "2026-03-30T11:00:00Z",
                        null,
                        new Interval(Instant.parse("2026-03-30T11:00:00Z"), Instant.parse("2026-03-30T13:00:00Z"))),
                notice(NoticeKind.OUTAGE, NoticeState.ACTIVE, true, "2026-03-30T11:30:00Z", null),
                notice(NoticeKind.OUTAGE, NoticeState.ENDED, false, "2026-03-30T09:00:00Z", "2026-03-30T10:00:00Z"));

        assertEquals(ComponentState.PARTIAL_OUTAGE, status.state(Component.PROFIT));
        assertEquals(ComponentState.OPERATIONAL, status.state(Component.INSITE));
    }

    @Test
    void overlapping_outages_count_once_and_one_that_goes_on_counts_up_to_now() {
        var status = status(
                notice(NoticeKind.OUTAGE, NoticeState.ACTIVE, false, "2026-03-30T11:00:00Z", null),
                notice(NoticeKind.OUTAGE, NoticeState.ENDED, false, "2026-03-30T10:30:00Z", "2026-03-30T11:15:00Z"));

        var today = status.days(Component.PROFIT, 90, ZONE).getLast();
        assertEquals(LocalDate.parse("2026-03-30"), today.day());
        assertEquals(Duration.ofMinutes(90), today.outage());
        assertEquals(ComponentState.OUTAGE, today.worst());
    }

    /** On 29 March 2026 the clock skips an hour: the local day has 23. */
    @Test
    void an_outage_over_midnight_is_cut_at_local_midnight() {
        var status = status(
                notice(NoticeKind.OUTAGE, NoticeState.ENDED, false, "2026-03-28T22:00:00Z", "2026-03-30T01:00:00Z"));

        var days = status.days(Component.PROFIT, 3, ZONE);
        assertEquals(
                List.of(Duration.ofHours(1), Duration.ofHours(23), Duration.ofHours(3)),
                days.stream().map(DayState::outage).toList());
    }

    @Test
    void ninety_days_end_today_and_those_without_a_notice_are_good() {
        var days = status().days(Component.PROFIT, 90, ZONE);
        assertEquals(90, days.size());
        assertEquals(LocalDate.parse("2025-12-31"), days.getFirst().day());
        assertEquals(
                Set.of(ComponentState.OPERATIONAL),
                Set.copyOf(days.stream().map(DayState::worst).toList()));
    }

    @Test
    void what_was_withdrawn_or_called_off_touches_no_day() {
        var status = status(
                notice(NoticeKind.OUTAGE, NoticeState.WITHDRAWN, false, "2026-03-30T09:00:00Z", null),
                notice(NoticeKind.MAINTENANCE, NoticeState.CANCELLED, false, "2026-03-30T09:00:00Z", null));
        var today = status.days(Component.PROFIT, 1, ZONE).getFirst();
        assertEquals(
                new DayState(
                        today.day(),
                        ComponentState.OPERATIONAL,
                        false,
                        Duration.ofHours(14),
                        Duration.ZERO,
                        Duration.ZERO),
                today);
    }

    @Test
    void a_month_holds_what_touched_it_in_local_time() {
        // 31 March 22:30 UTC is 1 April 00:30 in Amsterdam.
        var april = notice(NoticeKind.OUTAGE, NoticeState.ENDED, false, "2026-03-31T22:30:00Z", "2026-03-31T23:00:00Z");
        var both = notice(NoticeKind.OUTAGE, NoticeState.ENDED, false, "2026-03-31T21:00:00Z", "2026-03-31T22:30:00Z");
        var status = status(april, both);

        assertEquals(List.of(both), status.within(YearMonth.of(2026, 3), ZONE));
        assertEquals(List.of(both, april), status.within(YearMonth.of(2026, 4), ZONE));
    }

    @Test
    void a_day_without_a_word_of_a_monitor_is_neither_good_nor_bad() {
        var measured = Set.of(LocalDate.parse("2026-03-28"), LocalDate.parse("2026-03-30"));
        var outage =
                notice(NoticeKind.OUTAGE, NoticeState.ENDED, false, "2026-03-28T10:00:00Z", "2026-03-28T11:00:00Z");
        var status = new PlatformStatus(
                "afas",
                NOW,
                List.of(Component.PROFIT, Component.INSITE),
                List.of(outage),
                List.of(),
                Map.of(Component.PROFIT, measured));

        var days = status.days(Component.PROFIT, 3, ZONE);
        assertEquals(
                List.of(true, false, true), days.stream().map(DayState::known).toList());
        // One hour of 24 and 14: the day between, of 23, is left out.
        assertEquals(Optional.of(new BigDecimal("97.36")), DayState.withoutOutage(days));
        assertEquals(Optional.empty(), DayState.withoutOutage(status.days(Component.INSITE, 3, ZONE)));
        assertTrue(status.watched(Component.PROFIT, ZONE));
        assertFalse(status.watched(Component.INSITE, ZONE));
    }

    /** As the month counts it: early, over its time or against its rules, maintenance is downtime (OP-28). */
    @Rule("AVL-014")
    @Test
    void maintenance_that_goes_by_no_plan_is_an_outage() {
        var planned = new Interval(Instant.parse("2026-03-30T09:00:00Z"), Instant.parse("2026-03-30T11:00:00Z"));
        var over = maintenance("2026-03-30T08:30:00Z", null, planned);
        var today = status(over).days(Component.PROFIT, 1, ZONE).getFirst();
        assertEquals(ComponentState.OUTAGE, status(over).state(Component.PROFIT));
        assertEquals(ComponentState.OUTAGE, today.worst());
        assertEquals(Duration.ofMinutes(90), today.outage());
        assertEquals(Duration.ofHours(2), today.maintenance());

        var within = maintenance(
                "2026-03-30T11:30:00Z",
                null,
                new Interval(Instant.parse("2026-03-30T11:30:00Z"), Instant.parse("2026-03-30T13:00:00Z")));
        assertEquals(ComponentState.MAINTENANCE, status(within).state(Component.PROFIT));
        var overridden = maintenance("2026-03-30T09:00:00Z", "2026-03-30T10:00:00Z", null);
        assertEquals(
                Duration.ofHours(1),
                status(overridden).days(Component.PROFIT, 1, ZONE).getFirst().outage());
    }

    private static PlatformStatus status(StatusNotice... notices) {
        return new PlatformStatus(
                "afas", NOW, List.of(Component.PROFIT, Component.INSITE), List.of(notices), List.of(), Map.of());
    }

    private static StatusNotice maintenance(String startsAt, @Nullable String endedAt, @Nullable Interval planned) {
        return notice(
                NoticeKind.MAINTENANCE,
                endedAt == null ? NoticeState.ACTIVE : NoticeState.ENDED,
                false,
                startsAt,
                endedAt,
                planned);
    }

    private static StatusNotice notice(
            NoticeKind kind, NoticeState state, boolean partial, String startsAt, @Nullable String endedAt) {
        return notice(kind, state, partial, startsAt, endedAt, null);
    }

    private static StatusNotice notice(
            NoticeKind kind,
            NoticeState state,
            boolean partial,
            String startsAt,
            @Nullable String endedAt,
            @Nullable Interval planned) {
        return new StatusNotice(
                UUID.nameUUIDFromBytes((startsAt + kind + state).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                kind,
                state,
                Set.of(Component.PROFIT),
                partial,
                null,
                Instant.parse(startsAt),
                null,
                planned,
                endedAt == null ? null : Instant.parse(endedAt),
                null,
                null,
                List.of());
    }
}
