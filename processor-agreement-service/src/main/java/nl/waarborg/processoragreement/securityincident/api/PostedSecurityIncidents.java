package nl.waarborg.processoragreement.securityincident.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.processoragreement.securityincident.BreachRegister;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncident;

/** What monitoring and other systems of the vendor report; the event's time is when it is registered. */
@ApplicationScoped
public class PostedSecurityIncidents {

    private final BreachRegister register;
    private final Tenants tenants;

    public PostedSecurityIncidents(BreachRegister register, Tenants tenants) {
        this.register = register;
        this.tenants = tenants;
    }

    public List<PostedType<?>> types() {
        return List.of(PostedType.ofSource(
                "nl.waarborg.processor-agreement.register-security-incident.v1",
                Requests.RegisterSecurityIncidentV1.class,
                (tenant, source, data) -> StreamId.natural(
                        SecurityIncident.CATEGORY,
                        StreamId.PLATFORM,
                        data.provider() + '/' + source + '/' + data.reference()),
                (stream, context, data) -> {
                    Requests.refuseForeign(data.affectedTenants(), data.provider(), tenants);
                    return register.register(context, data.report(stream.id()));
                }));
    }
}
