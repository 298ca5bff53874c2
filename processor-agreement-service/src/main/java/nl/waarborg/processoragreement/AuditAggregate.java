package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.audit.domain.Audit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand;
import nl.waarborg.processoragreement.audit.domain.AuditDecider;
import nl.waarborg.processoragreement.audit.domain.AuditEvent;
import nl.waarborg.processoragreement.audit.projection.AuditsProjection;
import nl.waarborg.processoragreement.audit.storage.AuditEventTypes;

/** Audits (PRA-028 to PRA-031). Nothing of them leaves the service. */
@ApplicationScoped
class AuditAggregate implements Aggregate {

    private final PersonalData personal;

    AuditAggregate(PersonalData personal) {
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<AuditCommand, Audit, AuditEvent> audits(CommandHandlers handlers) {
        return handlers.of(new AuditDecider(), AuditEventTypes.AUDIT_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(AuditEventTypes.AUDIT_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new AuditsProjection(personal));
    }
}
