package nl.waarborg.incident.incident.automation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code waarborg.recalculation.*}. */
@ConfigMapping(prefix = "waarborg.recalculation")
public interface RecalculationSettings {

    /** How many incidents are taken at once when another version of a calendar is published. */
    @WithDefault("500")
    int batch();
}
