package nl.waarborg.availability.month.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import nl.waarborg.availability.month.domain.BurnRate.Window;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("AVL-003")
class BurnRateTest {

    private static final BigDecimal FLOOR = new BigDecimal("99.5");

    @Test
    void an_outage_of_a_whole_window_burns_two_hundred_times_as_fast_as_the_floor_allows() {
        var rate = BurnRate.of(FLOOR, Window.of(300, 300), Window.of(3600, 360));
        assertEquals(Fraction.of(200, 1), rate.shortRate());
        assertEquals(Fraction.of(20, 1), rate.longRate());
        assertTrue(rate.alerts(new BigDecimal("14.4")));
        assertTrue(rate.alerts(new BigDecimal("20")), "at the factor, too");
        assertFalse(rate.alerts(new BigDecimal("20.1")));
    }

    @Test
    void a_hiccup_raises_no_alert_and_what_is_over_ends_it() {
        assertFalse(BurnRate.of(FLOOR, Window.of(300, 60), Window.of(3600, 60)).alerts(new BigDecimal("14.4")));
        assertFalse(BurnRate.of(FLOOR, Window.of(300, 0), Window.of(3600, 3000)).alerts(new BigDecimal("14.4")));
    }
}
