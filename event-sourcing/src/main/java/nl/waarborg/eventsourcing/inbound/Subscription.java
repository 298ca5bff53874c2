package nl.waarborg.eventsourcing.inbound;

import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;

/**
 * What one part of a service takes from another service's topic. Its projections share one offset; each automation has its own.
 *
 * @param name stable, unique within the service: names the offset of the projections
 * @param service the producer's short name, such as {@code processor-agreement}
 * @param types the consumer's own records with only the fields that it reads, named by CloudEvents type; other types are skipped
 */
public record Subscription<E>(
        String name,
        String service,
        EventTypes<E> types,
        List<Projection<E>> projections,
        List<Automation<E>> automations) {

    public Subscription {
        projections = List.copyOf(projections);
        automations = List.copyOf(automations);
    }

    public static <E> Subscription<E> to(String service, String name, EventTypes<E> types) {
        return new Subscription<>(name, service, types, List.of(), List.of());
    }

    public Subscription<E> project(Projection<E> projection) {
        var all = new ArrayList<>(projections);
        all.add(projection);
        return new Subscription<>(name, service, types, all, automations);
    }

    public Subscription<E> automate(Automation<E> automation) {
        var all = new ArrayList<>(automations);
        all.add(automation);
        return new Subscription<>(name, service, types, projections, all);
    }
}
