package nl.waarborg.availability.month.domain;

import java.math.BigDecimal;

/**
 * How fast downtime uses the error budget: 1 uses it up exactly at the end of the period. An alert needs a long window, so that a hiccup
 * raises none, and a short one, so that it ends soon after the outage.
 *
 * @param shortRate over the short window
 * @param longRate over the long window
 */
public record BurnRate(Fraction shortRate, Fraction longRate) {

    /**
     * Downtime within a window that ends now.
     *
     * @param seconds of the window
     * @param downSeconds of the whole service, at most the window's
     */
    public record Window(long seconds, Fraction downSeconds) {

        public static Window of(long seconds, long downSeconds) {
            return new Window(seconds, Fraction.of(downSeconds, 1));
        }

        private Fraction rate(Fraction allowed) {
            return downSeconds.over(Fraction.of(seconds, 1)).over(allowed);
        }
    }

    /** @throws ArithmeticException if the floor allows no downtime at all */
    public static BurnRate of(BigDecimal floorPercent, Window shortWindow, Window longWindow) {
        var allowed = allowed(floorPercent);
        return new BurnRate(shortWindow.rate(allowed), longWindow.rate(allowed));
    }

    /** Downtime that the floor allows in so many seconds. */
    public static Fraction budget(BigDecimal floorPercent, long seconds) {
        return allowed(floorPercent).times(Fraction.of(seconds, 1));
    }

    private static Fraction allowed(BigDecimal floorPercent) {
        return Fraction.of(1, 1).minus(Fraction.ofPercent(floorPercent));
    }

    /** Whether both windows burn at least this fast. */
    public boolean alerts(BigDecimal factor) {
        var limit = Fraction.ofPercent(factor.movePointRight(2));
        return shortRate.compareTo(limit) >= 0 && longRate.compareTo(limit) >= 0;
    }
}
