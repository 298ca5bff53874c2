package nl.waarborg.processoragreement.usage.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.usage.domain.Usage;
import nl.waarborg.processoragreement.usage.domain.UsageEvent;
import nl.waarborg.processoragreement.usage.domain.UsageEvent.UsageStatisticRecorded;

/** The stored names of statistics of use. */
public final class UsageEventTypes {

    public static final EventTypes<UsageEvent> USAGE_EVENTS = new EventTypes<>(Usage.CATEGORY, UsageEvent.class)
            .type("usage-statistic-recorded", UsageStatisticRecorded.class);

    private UsageEventTypes() {}
}
