package nl.waarborg.availability.maintenance.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a reading of the rule second by second, over the nights in which the clock changes. */
class WindowArithmeticTest {

    private static final MaintenanceTerms TERMS = new MaintenanceTerms(Terms.of(Preset.AFAS_SLA));

    /** 400 intervals around each change, of up to three days, the same each run. */
    static Stream<Interval> aroundTheChangesOfTheClock() {
        var random = new Random(29);
        return Stream.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))
                .map(day -> day.atStartOfDay(AgreedCalendars.ZONE).toInstant())
                .flatMap(midnight -> Stream.generate(() -> {
                            var from = midnight.plusSeconds(random.nextLong(-4 * 86_400L, 4 * 86_400L) / 60 * 60);
                            return new Interval(from, from.plusSeconds(60 * random.nextLong(1, 3 * 1440L)));
                        })
                        .limit(400));
    }

    @ParameterizedTest
    @MethodSource("aroundTheChangesOfTheClock")
    @Rule("AVL-014")
    void it_is_allowed_exactly_when_every_minute_lies_in_the_night_or_the_weekend(Interval interval) {
        var expected = minutes(interval).allMatch(WindowArithmeticTest::nightOrWeekend);
        var actual = TERMS.violations(MaintenanceKind.PLANNED, Instant.EPOCH, interval.from(), interval.to())
                .isEmpty();
        assertEquals(expected, actual, interval::toString);
    }

    @ParameterizedTest
    @MethodSource("aroundTheChangesOfTheClock")
    @Rule("AVL-016")
    void what_of_a_patch_is_left_out_is_exactly_its_minutes_between_seven_and_seven(Interval interval) {
        var expected =
                minutes(interval).filter(WindowArithmeticTest::patchHours).count();
        var actual = TERMS.within(MaintenanceKind.PATCH, interval).stream()
                .mapToLong(Interval::seconds)
                .sum();
        assertEquals(expected * 60, actual, interval::toString);
    }

    @ParameterizedTest
    @MethodSource("aroundTheChangesOfTheClock")
    @Rule("AVL-013")
    void the_last_announcement_is_five_days_before_at_the_same_clock_time(Interval interval) {
        var latest = TERMS.latestAnnouncement(MaintenanceKind.PLANNED, interval.from())
                .orElseThrow()
                .atZone(AgreedCalendars.ZONE);
        var start = interval.from().atZone(AgreedCalendars.ZONE);
        assertEquals(start.toLocalDate().minusDays(5), latest.toLocalDate());
        // A clock time that the changing night leaves out moves on by that hour.
        var skipped = Duration.between(start.toLocalTime(), latest.toLocalTime());
        assertEquals(
                AgreedCalendars.ZONE
                                .getRules()
                                .getValidOffsets(start.toLocalDateTime().minusDays(5))
                                .isEmpty()
                        ? Duration.ofHours(1)
                        : Duration.ZERO,
                skipped);
    }

    private static Stream<Instant> minutes(Interval interval) {
        return Stream.iterate(
                interval.from(), moment -> moment.isBefore(interval.to()), moment -> moment.plusSeconds(60));
    }

    private static boolean nightOrWeekend(Instant moment) {
        var local = moment.atZone(AgreedCalendars.ZONE);
        return local.getDayOfWeek() == DayOfWeek.SATURDAY
                || local.getDayOfWeek() == DayOfWeek.SUNDAY
                || local.getHour() < 7
                || local.getHour() >= 21;
    }

    private static boolean patchHours(Instant moment) {
        var hour = moment.atZone(AgreedCalendars.ZONE).getHour();
        return hour < 7 || hour >= 19;
    }
}
