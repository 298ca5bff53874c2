package nl.waarborg.eventsourcing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stored names of one sealed family of events, and how older versions are read. Names are kept forever; they are never class
 * names.
 *
 * @param <E> the sealed family
 */
public final class EventTypes<E> {

    private final String category;
    private final Class<E> family;
    private final Map<String, Class<? extends E>> classes = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<String, List<UnaryOperator<ObjectNode>>> upcasters = new LinkedHashMap<>();

    public EventTypes(String category, Class<E> family) {
        this.category = category;
        this.family = family;
    }

    /** Registers a stored name, such as {@code incident-raised}. */
    public EventTypes<E> type(String name, Class<? extends E> type) {
        if (classes.putIfAbsent(name, type) != null || names.putIfAbsent(type, name) != null) {
            throw new IllegalArgumentException("registered twice: " + name + ", " + type.getName());
        }
        upcasters.put(name, new ArrayList<>());
        return this;
    }

    /** Lifts version {@code from} of a type to the next; upcasters are registered in order, without a gap, from 1. */
    public EventTypes<E> upcast(String name, int from, UnaryOperator<ObjectNode> lift) {
        var lifts = upcasters.get(name);
        if (lifts == null) {
            throw new IllegalArgumentException("no type " + name);
        }
        if (lifts.size() != from - 1) {
            throw new IllegalArgumentException(name + ": the next upcaster is from version " + (lifts.size() + 1));
        }
        lifts.add(lift);
        return this;
    }

    public String category() {
        return category;
    }

    public Class<E> family() {
        return family;
    }

    public Collection<String> names() {
        return List.copyOf(classes.keySet());
    }

    /** The version that is written today: one more than the upcasters. */
    public int currentVersion(String name) {
        return upcastersOf(name).size() + 1;
    }

    public String nameOf(Object event) {
        var name = names.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException("not registered in " + category + ": " + event.getClass());
        }
        return name;
    }

    public @Nullable Class<? extends E> classOf(String name) {
        return classes.get(name);
    }

    /** Brings stored data of an older version to today's form. */
    ObjectNode upcast(String name, int version, ObjectNode stored) {
        var lifted = stored;
        for (var lift : upcastersOf(name).subList(version - 1, upcastersOf(name).size())) {
            lifted = lift.apply(lifted);
        }
        return lifted;
    }

    private List<UnaryOperator<ObjectNode>> upcastersOf(String name) {
        var lifts = upcasters.get(name);
        if (lifts == null) {
            throw new IllegalArgumentException("no type " + name + " in " + category);
        }
        return lifts;
    }
}
