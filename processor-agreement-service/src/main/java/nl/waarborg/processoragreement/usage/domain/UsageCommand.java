package nl.waarborg.processoragreement.usage.domain;

import java.time.Instant;
import java.time.LocalDate;

/** What can be asked about statistics of use. */
public sealed interface UsageCommand {

    /**
     * @param namesCustomer it was recorded for one customer
     * @param count how often the function was used on that day
     * @param today Europe/Amsterdam
     */
    record RecordUsageStatistic(
            UsageClass usageClass,
            String provider,
            String function,
            LocalDate day,
            long count,
            boolean namesCustomer,
            LocalDate today,
            Instant at)
            implements UsageCommand {}
}
