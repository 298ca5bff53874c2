package nl.waarborg.processoragreement.continuity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** {@code waarborg.continuity.*}. */
@ConfigMapping(prefix = "waarborg.continuity")
public interface ContinuitySettings {

    /** How long before the last day of service everyone is reminded of it; no contract sets it. */
    @WithDefault("P3D")
    Period warnBefore();
}
