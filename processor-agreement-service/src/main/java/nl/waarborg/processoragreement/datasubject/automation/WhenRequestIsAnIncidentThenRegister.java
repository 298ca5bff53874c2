package nl.waarborg.processoragreement.datasubject.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.datasubject.projection.DataSubjectsProjection;
import nl.waarborg.processoragreement.securityincident.BreachRegister;
import nl.waarborg.processoragreement.securityincident.BreachRegister.Report;
import nl.waarborg.processoragreement.securityincident.domain.IncidentOrigin;
import nl.waarborg.processoragreement.securityincident.domain.IncidentType;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncident;
import nl.waarborg.terms.TermKey;

/** Where the terms count the request of a data subject as an incident of type A, it stands in that register, too (PRA-055). */
@ApplicationScoped
public class WhenRequestIsAnIncidentThenRegister implements DeadlineHandler {

    private final BreachRegister register;
    private final AgreedTerms agreed;
    private final Tenants tenants;

    public WhenRequestIsAnIncidentThenRegister(BreachRegister register, AgreedTerms agreed, Tenants tenants) {
        this.register = register;
        this.agreed = agreed;
        this.tenants = tenants;
    }

    @Override
    public String kind() {
        return DataSubjectsProjection.MAY_BE_INCIDENT;
    }

    @Override
    public void due(Deadline deadline) {
        var tenant = deadline.tenant();
        var counts = agreed.of(tenant)
                .at(deadline.due())
                .filter(terms -> terms.flag(TermKey.INCIDENT_INCLUDES_DATA_SUBJECT_REQUESTS))
                .isPresent();
        if (counts) {
            tenants.provider(tenant)
                    .ifPresent(provider -> register.register(
                            CommandContext.of(StreamId.PLATFORM, Actor.SCHEDULER, deadline.due()),
                            new Report(
                                    incident(tenant, deadline.stream().id()),
                                    provider,
                                    IncidentType.A,
                                    IncidentOrigin.OWN,
                                    null,
                                    deadline.due(),
                                    null,
                                    null,
                                    List.of(tenant),
                                    List.of(),
                                    "Request of a data subject "
                                            + deadline.stream().id())));
        }
    }

    /** An id of its own, for ids of streams are never shared; the same each time, so that a request is registered once. */
    private static UUID incident(UUID tenant, UUID request) {
        return StreamId.natural(SecurityIncident.CATEGORY, tenant, request.toString())
                .id();
    }
}
