package nl.waarborg.availability.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.tenants.VendorTerms;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;

/** By which terms a figure is made: the platform's by the vendor's standard terms, a customer's by its own as of the time in question. */
@ApplicationScoped
public class AgreedTerms {

    private final VendorTerms vendors;
    private final AgreedWithTenants tenants;

    public AgreedTerms(VendorTerms vendors, AgreedWithTenants tenants) {
        this.vendors = vendors;
        this.tenants = tenants;
    }

    /** @param customer null for the platform */
    public Optional<Terms> at(String provider, @Nullable UUID customer, Instant moment) {
        return customer == null ? vendors.of(provider) : tenants.of(customer).termsAt(moment);
    }
}
