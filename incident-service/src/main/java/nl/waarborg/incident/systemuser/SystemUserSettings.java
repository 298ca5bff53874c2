package nl.waarborg.incident.systemuser;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code waarborg.system-user.*}. */
@ConfigMapping(prefix = "waarborg.system-user")
public interface SystemUserSettings {

    /** The longest access that may be asked for; Support+ grants so long at a time. */
    @WithDefault("P30D")
    Duration maximumDuration();
}
