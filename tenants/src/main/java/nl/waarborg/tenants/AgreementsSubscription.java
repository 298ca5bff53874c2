package nl.waarborg.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.tenants.projection.TenantProjection;

/** Takes in what processor-agreement-service publishes; stores no events of its own. */
@ApplicationScoped
class AgreementsSubscription implements Aggregate {

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.to("processor-agreement", "tenants", TenantEvent.TYPES)
                .project(new TenantProjection()));
    }
}
