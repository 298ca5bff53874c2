package nl.waarborg.processoragreement.subprocessor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** {@code waarborg.suppliers.*}. */
@ConfigMapping(prefix = "waarborg.suppliers")
public interface SupplierSettings {

    /** Where everyone reaches this service. */
    @WithDefault("http://localhost:8084")
    URI publicUrl();
}
