package nl.waarborg.availability.measurement.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code waarborg.measurement.*}. */
@ConfigMapping(prefix = "waarborg.measurement")
public interface MeasurementSettings {

    /** How many of a probe's usual intervals a sample holds, at most. */
    @WithDefault("3")
    int holds();

    /** How many samples of every probe in a row must say down to suggest an outage. */
    @WithDefault("3")
    int suspectAfter();

    /** Whether the monitor starts the outage by itself; else a person does. */
    @WithDefault("false")
    boolean startOutages();

    /** How long after late samples a closed month is looked at again: they come in many batches. */
    @WithDefault("PT10S")
    Duration correctAfter();
}
