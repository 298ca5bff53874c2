package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.usage.api.PostedUsage;
import nl.waarborg.processoragreement.usage.domain.Usage;
import nl.waarborg.processoragreement.usage.domain.UsageCommand;
import nl.waarborg.processoragreement.usage.domain.UsageDecider;
import nl.waarborg.processoragreement.usage.domain.UsageEvent;
import nl.waarborg.processoragreement.usage.projection.UsageProjection;
import nl.waarborg.processoragreement.usage.storage.UsageEventTypes;

/** Statistics of use (XSV-049). Nothing of them leaves the service: they are never given to third parties. */
@ApplicationScoped
class UsageAggregate implements Aggregate {

    private final PostedUsage posted;

    UsageAggregate(PostedUsage posted) {
        this.posted = posted;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<UsageCommand, Usage, UsageEvent> usage(CommandHandlers handlers) {
        return handlers.of(new UsageDecider(), UsageEventTypes.USAGE_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(UsageEventTypes.USAGE_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new UsageProjection());
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }
}
