package nl.waarborg.eventsourcing.service;

import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.Publication;
import nl.waarborg.eventsourcing.inbound.PostedRows;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.inbound.Subscription;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A service put together from all its aggregates; it is named after its application: {@code incident} for incident-service. */
@ApplicationScoped
@DefaultBean
class AggregateService implements ServiceDefinition {

    private final String name;
    private final List<Aggregate> aggregates;

    AggregateService(
            @ConfigProperty(name = "quarkus.application.name") String application, @All List<Aggregate> aggregates) {
        this.name = application.replaceFirst("-service$", "");
        this.aggregates = aggregates;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return all(Aggregate::eventTypes);
    }

    @Override
    public List<Projection<?>> projections() {
        return all(Aggregate::projections);
    }

    @Override
    public Publication publication() {
        return recorded -> aggregates.stream()
                .map(aggregate -> aggregate.publish(recorded))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return all(Aggregate::postedTypes);
    }

    @Override
    public List<PostedRows<?, ?>> postedRows() {
        return all(Aggregate::postedRows);
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return all(Aggregate::subscriptions);
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return all(Aggregate::deadlineHandlers);
    }

    private <T> List<T> all(Function<Aggregate, List<T>> part) {
        return aggregates.stream().map(part).flatMap(Collection::stream).toList();
    }
}
