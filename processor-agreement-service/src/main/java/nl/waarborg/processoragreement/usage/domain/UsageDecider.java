package nl.waarborg.processoragreement.usage.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.usage.domain.UsageCommand.RecordUsageStatistic;
import nl.waarborg.processoragreement.usage.domain.UsageEvent.UsageStatisticRecorded;

/** Statistics are either anonymous or traceable to a subscription, never something in between (XSV-049, OP-86). */
public final class UsageDecider implements Decider<UsageCommand, Usage, UsageEvent> {

    private static final String RULE = "XSV-049";

    @Override
    public Usage initialState() {
        return new Usage(null);
    }

    @Override
    public Decision<UsageEvent> decide(UsageCommand command, Usage usage) {
        return switch (command) {
            case RecordUsageStatistic c -> record(c, usage);
        };
    }

    private static Decision<UsageEvent> record(RecordUsageStatistic c, Usage usage) {
        if (c.usageClass() == UsageClass.ANONYMOUS && c.namesCustomer()) {
            return Decision.reject(RULE, "not-anonymous", "An anonymous statistic names no customer.");
        }
        if (c.usageClass() == UsageClass.SUBSCRIPTION_TRACEABLE && !c.namesCustomer()) {
            return Decision.reject(RULE, "not-traceable", "A traceable statistic names the customer.");
        }
        if (c.day().isAfter(c.today())) {
            return Decision.reject(RULE, "day-to-come", "Use is counted when the day has come.");
        }
        var known = usage.recorded();
        if (known != null) {
            return known.count() == c.count()
                    ? Decision.nothing()
                    : Decision.reject(RULE, "counted-otherwise", "That day was counted before, with another number.");
        }
        return Decision.of(
                new UsageStatisticRecorded(c.usageClass(), c.provider(), c.function(), c.day(), c.count(), c.at()));
    }

    @Override
    public Usage evolve(Usage usage, UsageEvent event) {
        return switch (event) {
            case UsageStatisticRecorded e -> new Usage(e);
        };
    }
}
