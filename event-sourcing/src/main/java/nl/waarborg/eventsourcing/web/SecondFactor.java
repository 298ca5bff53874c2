package nl.waarborg.eventsourcing.web;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;
import nl.waarborg.eventsourcing.settings.Settings;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A person whom the login portal let in without a second factor may do nothing here (XSV-046). Systems have keys, no factors. */
@Provider
class SecondFactor implements ContainerRequestFilter {

    private static final String METHODS = "amr";

    // Made before the configuration is read.
    private final Instance<Settings.Web> settings;
    private final CurrentIdentityAssociation identities;

    SecondFactor(Instance<Settings.Web> settings, CurrentIdentityAssociation identities) {
        this.settings = settings;
        this.identities = identities;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        // Resolved by now wherever an endpoint names roles; what is public asks nobody who they are.
        var identity = identities
                .getDeferredIdentity()
                .subscribeAsCompletionStage()
                .exceptionally(refused -> null)
                .toCompletableFuture()
                .getNow(null);
        if (identity != null && person(identity) && !shown(identity)) {
            var kind = ProblemKind.SECOND_FACTOR_NEEDED;
            throw new ProblemException(new Problem(
                    kind.type(),
                    kind.title(),
                    kind.status(),
                    "log in with a second factor",
                    "XSV-046",
                    "one-factor-only",
                    null,
                    null));
        }
    }

    private static boolean person(SecurityIdentity identity) {
        return identity.getRoles().stream()
                .anyMatch(role -> Roles.VENDOR.contains(role) || Roles.CUSTOMER.contains(role));
    }

    private boolean shown(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(METHODS) instanceof Collection<?> methods
                && methods.stream().map(Caller::plain).anyMatch(settings.get().secondFactor()::equals);
    }
}
