package nl.waarborg.availability.login.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.StreamId;

/**
 * When hours are judged and days are checked.
 *
 * @param grace after the end of the hour
 * @param checkAt local time of the day after
 */
public record LoginSchedule(ZoneId zone, Duration grace, LocalTime checkAt) {

    /** The deadline's key is the hour. */
    public static final String JUDGE = "judge-logins";

    /** The deadline's key is the day. */
    public static final String CHECK = "check-misuse";

    private static final Duration HOUR = Duration.ofHours(1);

    public static Instant next(Instant hour) {
        return hour.plus(HOUR);
    }

    Deadline judging(UUID tenant, Instant hour) {
        return new Deadline(
                JUDGE, watch(tenant), hour.toString(), tenant, next(hour).plus(grace));
    }

    Deadline checking(UUID tenant, LocalDate day) {
        return new Deadline(
                CHECK,
                watch(tenant),
                day.toString(),
                tenant,
                day.plusDays(1).atTime(checkAt).atZone(zone).toInstant());
    }

    LocalDate dayOf(Instant hour) {
        return LocalDate.ofInstant(hour, zone);
    }

    private static StreamId watch(UUID tenant) {
        return StreamId.natural("login-watch", tenant, "");
    }
}
