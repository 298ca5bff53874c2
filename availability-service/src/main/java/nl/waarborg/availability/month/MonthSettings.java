package nl.waarborg.availability.month;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code waarborg.months.*}. */
@ConfigMapping(prefix = "waarborg.months")
interface MonthSettings {

    /** Local days after its end at which a month is closed. */
    @WithDefault("3")
    int closeAfterDays();
}
