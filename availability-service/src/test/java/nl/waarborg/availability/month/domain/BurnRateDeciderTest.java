package nl.waarborg.availability.month.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import nl.waarborg.availability.month.domain.BurnRateCommand.EvaluateBurnRate;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertChanged;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertEnded;
import nl.waarborg.availability.month.domain.BurnRateEvent.BurnRateAlertStarted;
import nl.waarborg.availability.month.domain.BurnRateEvent.Burning;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("AVL-027")
class BurnRateDeciderTest {

    private static final Instant AT = Instant.parse("2026-03-10T08:00:00Z");
    private static final List<Burning> FAST = List.of(new Burning(3600, 300, new BigDecimal("14.4")));
    private static final List<Burning> SLOW = List.of(new Burning(21_600, 1800, new BigDecimal("6")));

    @Test
    void an_alert_begins_and_ends_once_however_often_it_is_looked() {
        var alert = new DeciderSpecification<>(new BurnRateDecider());
        var started = new BurnRateAlertStarted("afas", FAST, AT);
        var changed = new BurnRateAlertChanged("afas", SLOW, AT);
        alert.given().when(new EvaluateBurnRate("afas", List.of(), AT)).thenNothing();
        alert.given().when(new EvaluateBurnRate("afas", FAST, AT)).then(started);
        alert.given(started).when(new EvaluateBurnRate("afas", FAST, AT)).thenNothing();
        alert.given(started).when(new EvaluateBurnRate("afas", SLOW, AT)).then(changed);
        alert.given(started, changed)
                .when(new EvaluateBurnRate("afas", List.of(), AT))
                .then(new BurnRateAlertEnded("afas", AT));
    }
}
