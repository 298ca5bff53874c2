package nl.waarborg.processoragreement.web;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.processoragreement.agreement.projection.EndedAgreements;

/** Refuses commands and queries of a customer whose agreement has ended, but for {@link AfterTheEnd} (XSV-014). */
@Provider
class NoAccessAfterTheEnd implements ContainerRequestFilter {

    private final Instance<Caller> caller;
    private final Instance<EndedAgreements> agreements;
    private final ResourceInfo resource;

    NoAccessAfterTheEnd(Instance<Caller> caller, Instance<EndedAgreements> agreements, ResourceInfo resource) {
        this.caller = caller;
        this.agreements = agreements;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (resource.getResourceMethod().isAnnotationPresent(AfterTheEnd.class)
                || resource.getResourceClass().isAnnotationPresent(AfterTheEnd.class)) {
            return;
        }
        var asks = caller.get();
        if (asks.customer()) {
            asks.ownTenant().ifPresent(tenant -> agreements.get().refuse(tenant));
        }
    }
}
