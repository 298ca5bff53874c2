package nl.waarborg.processoragreement.agreement.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.agreement.projection.TermsVersionView;
import nl.waarborg.terms.TermKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The terms of a tenant at a moment, each with its clause and where it was agreed (XSV-006). */
@Path("/api/v1/tenants/{tenantId}/terms")
@Tag(name = "Terms")
@RolesAllowed({
    Roles.ADMINISTRATOR,
    Roles.INCIDENT_SUBMITTER,
    Roles.INCIDENT_VIEWER,
    Roles.FUNCTIONAL_ADMINISTRATOR,
    Roles.AGREEMENT_CONTACT,
    Roles.PRIVACY_CONTACT,
    Roles.AUTHORISED_CONTACT,
    Roles.SUPPORT_AGENT,
    Roles.FIRST_CLASS_AGENT,
    Roles.OPERATOR,
    Roles.PAYROLL_PROCESSOR,
    Roles.SERVICE_MANAGER,
    Roles.AGREEMENT_MANAGER,
    Roles.SECURITY_OFFICER,
    Roles.ACCOUNT_MANAGER,
    Roles.AUDITOR
})
public class TermsResource {

    private final Agreements agreements;
    private final Caller caller;
    private final InstantSource clock;

    TermsResource(Agreements agreements, Caller caller, InstantSource clock) {
        this.agreements = agreements;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Show the terms in force at a moment",
            description = "Now, if none is given. Rules XSV-004, XSV-006.")
    public Views.Terms terms(@PathParam("tenantId") UUID tenant, @QueryParam("at") @Nullable Instant at) {
        return Views.Terms.of(inForce(tenant, at));
    }

    @GET
    @Path("/versions")
    @Operation(summary = "List the versions of the terms", description = "The newest first.")
    public List<Views.TermsVersion> versions(@PathParam("tenantId") UUID tenant) {
        return agreements.termsVersions(caller.seen(tenant)).stream()
                .map(Views.TermsVersion::of)
                .toList();
    }

    @GET
    @Path("/{key}")
    @Operation(
            summary = "Show one term at a moment",
            description = "Its value, its clause and where it was agreed; or that the agreement says nothing.")
    public Views.TermAt term(
            @PathParam("tenantId") UUID tenant, @PathParam("key") String key, @QueryParam("at") @Nullable Instant at) {
        var known = TermKey.of(key).orElseThrow(ProblemException::notFound);
        return Views.TermAt.of(known.key(), inForce(tenant, at));
    }

    private TermsVersionView inForce(UUID tenant, @Nullable Instant at) {
        return agreements
                .terms(caller.seen(tenant), at == null ? clock.instant() : at)
                .orElseThrow(ProblemException::notFound);
    }
}
