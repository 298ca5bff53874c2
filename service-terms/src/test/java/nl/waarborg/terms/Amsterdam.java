package nl.waarborg.terms;

import java.time.Instant;
import java.time.LocalDateTime;

/** Local times of the examples. */
public final class Amsterdam {

    private Amsterdam() {}

    /** The moment of a local time such as {@code 2026-03-05T16:30}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AgreedCalendars.ZONE).toInstant();
    }
}
