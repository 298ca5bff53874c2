package nl.waarborg.processoragreement.disposition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** {@code waarborg.disposition.*} */
@ConfigMapping(prefix = "waarborg.disposition")
public interface DispositionSettings {

    /** Short names of the services that have data of customers: each must answer before an erasure is certified. */
    @WithDefault("availability,incident,processor-agreement")
    Set<String> services();
}
