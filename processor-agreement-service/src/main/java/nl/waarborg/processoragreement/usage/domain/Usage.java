package nl.waarborg.processoragreement.usage.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.usage.domain.UsageEvent.UsageStatisticRecorded;
import org.jspecify.annotations.Nullable;

/** What the rules must know about the use of a function on a day. */
public record Usage(@Nullable UsageStatisticRecorded recorded) {

    public static final String CATEGORY = "usage";

    /** A source counts a function once a day. */
    public static StreamId stream(UUID tenant, String source, String provider, String function, LocalDate day) {
        return StreamId.natural(CATEGORY, tenant, provider + '/' + day + '/' + function + '/' + source);
    }
}
