package nl.waarborg.availability.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.tenants.VendorTerms;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;

/** What is asked of a vendor before a command about its platform is made. */
@ApplicationScoped
public class Vendors {

    private final VendorTerms terms;
    private final Tenants tenants;

    public Vendors(VendorTerms terms, Tenants tenants) {
        this.terms = terms;
        this.tenants = tenants;
    }

    /** @throws ProblemException 422 for what is no vendor here */
    public Terms terms(String provider) {
        return terms.of(provider).orElseThrow(() -> ProblemException.invalidField("/provider", "is no vendor here"));
    }

    /**
     * The customers, none for null.
     *
     * @throws ProblemException 422 if one is not this vendor's
     */
    public Set<UUID> customers(String provider, @Nullable Set<UUID> named) {
        if (named == null) {
            return Set.of();
        }
        for (var tenant : named) {
            if (!tenants.provider(tenant).map(provider::equals).orElse(false)) {
                throw ProblemException.invalidField("/affectedTenants", "names a customer that is not the vendor's");
            }
        }
        return named;
    }

    /**
     * In whole seconds.
     *
     * @throws ProblemException 422 if it ends before it starts
     */
    public static Instant endingAfter(Instant start, Instant end, String pointer) {
        var ends = whole(end);
        if (!whole(start).isBefore(ends)) {
            throw ProblemException.invalidField(pointer, "must be after its start");
        }
        return ends;
    }

    /** Time counts in whole seconds. */
    public static Instant whole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
