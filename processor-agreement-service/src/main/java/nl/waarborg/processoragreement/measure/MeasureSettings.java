package nl.waarborg.processoragreement.measure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** {@code waarborg.certificates.*}. */
@ConfigMapping(prefix = "waarborg.certificates")
public interface MeasureSettings {

    /** How long before its last day a certificate is shown as expiring; no contract sets it. */
    @WithDefault("P90D")
    Period warnBefore();
}
