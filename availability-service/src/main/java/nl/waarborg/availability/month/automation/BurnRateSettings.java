package nl.waarborg.availability.month.automation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** {@code waarborg.burn-rate.*}: pairs of windows whose error budget burns too fast; our own care, in no contract. */
@ConfigMapping(prefix = "waarborg.burn-rate")
public interface BurnRateSettings {

    /** How often it is looked while an outage lasts or an alert is on. */
    @WithDefault("PT30S")
    Duration every();

    /** The fastest first. */
    List<Pair> pairs();

    /** An alert needs both windows to burn by the factor. */
    interface Pair {
        Duration longWindow();

        Duration shortWindow();

        BigDecimal factor();
    }
}
