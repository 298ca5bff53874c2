package nl.waarborg.incident.problem.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.problem.storage.ProblemEventTypes;

/**
 * When a day is analysed.
 *
 * @param at local time of the day after
 */
public record AnalysisSchedule(ZoneId zone, LocalTime at) {

    public static final String ANALYSE = "analyse-incidents";

    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The stream's key is the provider; the deadline's is provider/date. */
    Deadline of(String provider, LocalDate date) {
        return new Deadline(
                ANALYSE,
                ProblemEventTypes.analysis(provider),
                provider + "/" + date,
                StreamId.PLATFORM,
                date.plusDays(1).atTime(at).atZone(zone).toInstant());
    }
}
