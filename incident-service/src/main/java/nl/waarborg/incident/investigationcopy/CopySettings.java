package nl.waarborg.incident.investigationcopy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code waarborg.investigation-copy.*}. */
@ConfigMapping(prefix = "waarborg.investigation-copy")
public interface CopySettings {

    /** How long before its latest moment a deletion is ordered from backup-service. */
    @WithDefault("PT12H")
    Duration orderAhead();
}
