package nl.waarborg.processoragreement.subprocessor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import nl.waarborg.terms.Preset;

/** {@code waarborg.vendors.<provider>}: the standard agreement of each vendor, such as {@code afas=AFAS_SLA}. */
@ConfigMapping(prefix = "waarborg.vendors")
public interface VendorSettings {

    @WithParentName
    Map<String, Preset> presets();
}
