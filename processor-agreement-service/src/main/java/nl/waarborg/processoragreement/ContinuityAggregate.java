package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.continuity.ContinuitySettings;
import nl.waarborg.processoragreement.continuity.automation.ContinuityPeriodsEnd;
import nl.waarborg.processoragreement.continuity.domain.Continuity;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand;
import nl.waarborg.processoragreement.continuity.domain.ContinuityDecider;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent;
import nl.waarborg.processoragreement.continuity.projection.ContinuityProjection;
import nl.waarborg.processoragreement.continuity.storage.ContinuityEventTypes;

/** Continuity after a bankruptcy (XSV-051). Nothing of it leaves the service. */
@ApplicationScoped
class ContinuityAggregate implements Aggregate {

    private final CommandHandler<ContinuityCommand, Continuity, ContinuityEvent> continuity;
    private final ContinuitySettings settings;

    ContinuityAggregate(
            CommandHandler<ContinuityCommand, Continuity, ContinuityEvent> continuity, ContinuitySettings settings) {
        this.continuity = continuity;
        this.settings = settings;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ContinuityCommand, Continuity, ContinuityEvent> continuity(CommandHandlers handlers) {
        return handlers.of(new ContinuityDecider(), ContinuityEventTypes.CONTINUITY_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(ContinuityEventTypes.CONTINUITY_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new ContinuityProjection(settings.warnBefore()));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return ContinuityPeriodsEnd.handlers(continuity);
    }
}
