package nl.waarborg.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;

/** What a vendor promises for its platform as a whole: the terms of its standard agreement, without a tenant's deviations. */
@ApplicationScoped
public class VendorTerms {

    private final Map<String, Preset> presets;

    public VendorTerms(VendorSettings settings) {
        this.presets = settings.presets();
    }

    public Set<String> vendors() {
        return presets.keySet();
    }

    /** Empty for what is no vendor here. */
    public Optional<Terms> of(String provider) {
        return Optional.ofNullable(presets.get(provider)).map(Terms::of);
    }
}
