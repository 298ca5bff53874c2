package nl.waarborg.availability.performance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code waarborg.performance.*}. */
@ConfigMapping(prefix = "waarborg.performance")
public interface PerformanceSettings {

    /** Local days after its end at which a month is closed. */
    @WithDefault("3")
    int closeAfterDays();
}
