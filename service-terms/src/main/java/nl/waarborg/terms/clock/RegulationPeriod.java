package nl.waarborg.terms.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.Span;

/** How Regulation (EEC, Euratom) 1182/71 counts a period of hours; shown beside a deadline, never in its place. */
public final class RegulationPeriod {

    private RegulationPeriod() {}

    /**
     * The end of the last hour of the period, not counting the hour in which the event falls (article 3, paragraphs 1 and 2). Empty for a
     * period that is not written in whole hours.
     *
     * @param zone whose hours count
     */
    public static Optional<Instant> outerLimit(Instant event, Span period, ZoneId zone) {
        return period instanceof Elapsed(var duration) && wholeHours(duration)
                ? Optional.of(event.atZone(zone)
                        .truncatedTo(ChronoUnit.HOURS)
                        .plusHours(1)
                        .plus(duration)
                        .toInstant())
                : Optional.empty();
    }

    private static boolean wholeHours(Duration duration) {
        return duration.isPositive() && duration.equals(duration.truncatedTo(ChronoUnit.HOURS));
    }
}
