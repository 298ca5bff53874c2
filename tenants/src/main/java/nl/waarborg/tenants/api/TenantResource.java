package nl.waarborg.tenants.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.tenants.TenantFacts.Period;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/tenants")
@Tag(name = "tenants", description = "What was agreed with a customer, as far as this service knows")
class TenantResource {

    private final AgreedWithTenants agreed;
    private final Caller caller;
    private final InstantSource clock;

    TenantResource(AgreedWithTenants agreed, Caller caller, InstantSource clock) {
        this.agreed = agreed;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param terms by key, in their written form; a key that is absent was not agreed */
    record TermsVersion(
            int version, String preset, Instant validFrom, @Nullable Instant validTo, Map<String, String> terms) {

        private static TermsVersion of(Terms terms) {
            var values = new TreeMap<String, String>();
            terms.all()
                    .forEach((key, term) -> values.put(key.key(), term.value().toString()));
            return new TermsVersion(
                    terms.version(),
                    terms.preset().name(),
                    terms.validFrom(),
                    terms.validTo().orElse(null),
                    values);
        }
    }

    /** @param firstClass as of now */
    record Agreed(UUID tenant, boolean firstClass, List<TermsVersion> terms, List<Period> periods) {}

    @GET
    @Path("/{tenant}/terms")
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.AGREEMENT_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.SERVICE_MANAGER,
        Roles.AGREEMENT_MANAGER,
        Roles.ACCOUNT_MANAGER,
        Roles.OPERATOR
    })
    @Operation(summary = "Terms and entitlements of a customer over time, as its clocks use them")
    public Agreed terms(@PathParam("tenant") UUID tenant) {
        var facts = agreed.of(caller.seen(tenant));
        if (facts.terms().versions().isEmpty()) {
            throw ProblemException.notFound();
        }
        return new Agreed(
                tenant,
                facts.firstClassAt(clock.instant()),
                facts.terms().versions().stream()
                        .sorted(Comparator.comparingInt(Terms::version))
                        .map(TermsVersion::of)
                        .toList(),
                facts.periods());
    }
}
