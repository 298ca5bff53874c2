package nl.waarborg.terms.clock;

import static nl.waarborg.terms.Amsterdam.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermValue;
import nl.waarborg.terms.TermValue.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegulationPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T14:10, PT72H, 2026-03-05T15:00",
        "2026-03-02T14:00, PT72H, 2026-03-05T15:00",
        "2026-03-02T14:59:59, PT48H, 2026-03-04T15:00",
        "2026-03-27T20:30, PT48H, 2026-03-29T22:00",
        "2026-03-02T14:10, P28D, 2026-03-30T16:00"
    })
    void a_period_of_hours_begins_after_the_hour_of_the_event(String event, String period, String limit) {
        assertEquals(
                Optional.of(at(limit)),
                RegulationPeriod.outerLimit(at(event), (Span) TermValue.parse(period), AgreedCalendars.ZONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1M", "1 WORKING_DAY", "OPEN PT8H", "PT90M", "PT0S"})
    void what_is_not_written_in_hours_has_no_such_limit(String period) {
        assertEquals(
                Optional.empty(),
                RegulationPeriod.outerLimit(
                        at("2026-03-02T14:10"), (Span) TermValue.parse(period), AgreedCalendars.ZONE));
    }

    @Test
    void the_day_that_loses_an_hour_still_has_hours_that_pass() {
        assertEquals(
                Optional.of(at("2026-03-29T05:00")),
                RegulationPeriod.outerLimit(
                        at("2026-03-29T01:15"), (Span) TermValue.parse("PT2H"), AgreedCalendars.ZONE));
    }
}
