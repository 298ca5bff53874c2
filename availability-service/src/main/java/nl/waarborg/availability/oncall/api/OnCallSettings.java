package nl.waarborg.availability.oncall.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code waarborg.on-call.*}. */
@ConfigMapping(prefix = "waarborg.on-call")
public interface OnCallSettings {

    /** How far ahead a gap in the roster is looked for. */
    @WithDefault("P14D")
    Duration lookAhead();

    /** How often. */
    @WithDefault("P1D")
    Duration reviewEvery();
}
