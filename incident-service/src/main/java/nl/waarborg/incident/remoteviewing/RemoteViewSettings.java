package nl.waarborg.incident.remoteviewing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code waarborg.remote-view.*}. */
@ConfigMapping(prefix = "waarborg.remote-view")
public interface RemoteViewSettings {

    /** How long a code can be entered. */
    @WithDefault("PT15M")
    Duration codeValidity();

    /** After its start a session ends by itself. */
    @WithDefault("PT4H")
    Duration longest();

    /** How many wrong entries a session bears. */
    @WithDefault("5")
    int attempts();
}
