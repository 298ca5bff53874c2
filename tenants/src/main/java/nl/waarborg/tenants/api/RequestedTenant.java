package nl.waarborg.tenants.api;

import java.util.UUID;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** For which tenant a request is: the customer's own, or the one that the vendor's people name. */
public final class RequestedTenant {

    private RequestedTenant() {}

    /** @throws ProblemException 404 for a tenant that the caller does not see, 422 if the vendor's people name none */
    public static UUID of(Caller caller, @Nullable UUID named) {
        var own = caller.customerTenant();
        if (own.isPresent()) {
            return caller.seen(named == null ? own.get() : named);
        }
        if (named == null) {
            throw ProblemException.invalidField("/tenant", "name the tenant");
        }
        return caller.seen(named);
    }
}
