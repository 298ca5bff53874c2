package nl.waarborg.incident.calculation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.calendar.Slice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of time in one state for one reason, in the offset of the calendar's zone. */
@Schema(description = "A stretch of time, from (inclusive) to (exclusive), in one state for one reason")
record SliceAnswer(OffsetDateTime from, OffsetDateTime to, Slice.State state, String reason) {

    /** Twenty-two years of ordinary hours: all that is published. */
    private static final int MOST_PIECES = 20_000;

    private static final int MOST_DAYS = 36_525;

    private static final int SECONDS_PER_MINUTE = 60;

    static List<SliceAnswer> of(List<Slice> slices, ZoneId zone) {
        return slices.stream()
                .map(slice -> new SliceAnswer(
                        local(slice.from(), zone), local(slice.to(), zone), slice.state(), slice.reason()))
                .toList();
    }

    /**
     * Where the slices of a span end: with the span, or at the end of the local day that makes them too many to answer. The
     * arithmetic has no such limit.
     */
    static Instant endOfSlices(OpeningHours hours, Instant from, Instant to) {
        var day = LocalDate.ofInstant(from, hours.zone());
        var end = from;
        var pieces = 0;
        for (var i = 1; end.isBefore(to) && pieces < MOST_PIECES && i <= MOST_DAYS; i++) {
            var nextDay = day.plusDays(i).atStartOfDay(hours.zone()).toInstant();
            var next = nextDay.isBefore(to) ? nextDay : to;
            pieces += hours.slices(end, next).size();
            end = next;
        }
        return end;
    }

    /** The moment on the zone's clock; in UTC where that clock's offset has seconds, which RFC 3339 cannot write. */
    static OffsetDateTime local(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone).toOffsetDateTime();
        return local.getOffset().getTotalSeconds() % SECONDS_PER_MINUTE == 0 ? local : moment.atOffset(ZoneOffset.UTC);
    }
}
