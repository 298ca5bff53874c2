package nl.waarborg.eventsourcing.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;

/** Refuses commands and queries of a customer whose agreement has ended, but for {@link AfterTheEnd} (XSV-014). */
@Provider
class NoAccessAfterTheEnd implements ContainerRequestFilter {

    private final Instance<Caller> caller;
    private final Instance<CustomerAccess> access;
    private final ResourceInfo resource;

    NoAccessAfterTheEnd(Instance<Caller> caller, Instance<CustomerAccess> access, ResourceInfo resource) {
        this.caller = caller;
        this.access = access;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (isOpen(resource.getResourceMethod()) || isOpen(resource.getResourceClass())) {
            return;
        }
        var asks = caller.get();
        if (asks.customer()) {
            asks.ownTenant().flatMap(tenant -> access.get().refusal(tenant)).ifPresent(rejection -> {
                throw ProblemException.refused(rejection);
            });
        }
    }

    /** Also what everyone may see: nobody is asked who they are there. */
    private static boolean isOpen(AnnotatedElement endpoint) {
        return endpoint.isAnnotationPresent(AfterTheEnd.class) || endpoint.isAnnotationPresent(PermitAll.class);
    }
}
