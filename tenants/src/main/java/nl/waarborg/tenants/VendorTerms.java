package nl.waarborg.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.waarborg.terms.Terms;

/** What a vendor promises for its platform as a whole: the terms of its standard agreement, without a tenant's deviations. */
@ApplicationScoped
public class VendorTerms {

    private final Map<String, Terms> terms;

    public VendorTerms(VendorSettings settings) {
        this.terms = settings.presets().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, vendor -> Terms.of(vendor.getValue())));
    }

    public Set<String> vendors() {
        return terms.keySet();
    }

    /** Empty for what is no vendor here. */
    public Optional<Terms> of(String provider) {
        return Optional.ofNullable(terms.get(provider));
    }
}
