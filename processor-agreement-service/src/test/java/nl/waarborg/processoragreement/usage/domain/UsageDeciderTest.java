package nl.waarborg.processoragreement.usage.domain;

import java.time.Instant;
import java.time.LocalDate;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.usage.domain.UsageCommand.RecordUsageStatistic;
import nl.waarborg.processoragreement.usage.domain.UsageEvent.UsageStatisticRecorded;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class UsageDeciderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final String FUNCTION = "insite.leave-request";

    private final DeciderSpecification<UsageCommand, Usage, UsageEvent> usage =
            new DeciderSpecification<>(new UsageDecider());

    @Test
    @Rule("XSV-049")
    void a_statistic_is_anonymous_or_names_the_customer() {
        usage.given().when(record(UsageClass.ANONYMOUS, false, TODAY, 7)).then(recorded(UsageClass.ANONYMOUS));
        usage.given()
                .when(record(UsageClass.SUBSCRIPTION_TRACEABLE, true, TODAY, 7))
                .then(recorded(UsageClass.SUBSCRIPTION_TRACEABLE));
        usage.given().when(record(UsageClass.ANONYMOUS, true, TODAY, 7)).thenRejected("XSV-049");
        usage.given()
                .when(record(UsageClass.SUBSCRIPTION_TRACEABLE, false, TODAY, 7))
                .thenRejected("XSV-049");
    }

    @Test
    @Rule("XSV-049")
    void a_day_is_counted_once_and_not_before_it_came() {
        var recorded = recorded(UsageClass.ANONYMOUS);
        usage.given(recorded)
                .when(record(UsageClass.ANONYMOUS, false, TODAY, 7))
                .thenNothing();
        usage.given(recorded)
                .when(record(UsageClass.ANONYMOUS, false, TODAY, 8))
                .thenRejected("XSV-049");
        usage.given()
                .when(record(UsageClass.ANONYMOUS, false, TODAY.plusDays(1), 7))
                .thenRejected("XSV-049");
    }

    private static RecordUsageStatistic record(
            UsageClass usageClass, boolean namesCustomer, LocalDate day, long count) {
        return new RecordUsageStatistic(usageClass, "afas", FUNCTION, day, count, namesCustomer, TODAY, NOW);
    }

    private static UsageStatisticRecorded recorded(UsageClass usageClass) {
        return new UsageStatisticRecorded(usageClass, "afas", FUNCTION, TODAY, 7, NOW);
    }
}
