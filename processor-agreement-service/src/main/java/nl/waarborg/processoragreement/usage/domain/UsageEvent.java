package nl.waarborg.processoragreement.usage.domain;

import java.time.Instant;
import java.time.LocalDate;

/** Stored forever: anonymous ones on the platform's streams, others on the customer's. Never published. */
public sealed interface UsageEvent {

    /** @param function of the software, such as {@code insite.leave-request} */
    record UsageStatisticRecorded(
            UsageClass usageClass, String provider, String function, LocalDate day, long count, Instant at)
            implements UsageEvent {}
}
