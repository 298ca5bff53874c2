package nl.waarborg.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import nl.waarborg.evidence.EventContent;

/**
 * Keeps what happened, in PostgreSQL, and updates the service's own projections in the same transaction. Concurrent appends share a
 * transaction; one that clashes or fails does not hinder the others. Thread-safe.
 */
public final class EventStore implements AutoCloseable {

    private static final int LARGEST_BATCH = 512;
    private static final int ATTEMPTS_OF_ONE = 4;

    private static final String READ =
            "select " + StoredEvent.COLUMNS + " from event where stream_id = ? order by version";

    private final DataSource writer;
    private final Map<String, EventTypes<?>> families = new LinkedHashMap<>();
    private final TypeNumbers numbers;
    private final List<Projection<?>> projections;
    private final EventCodec codec;
    private final AppendTransaction transaction;
    private final AppendListener listener;
    private final GroupCommitter<Append<?>, Outcome> committer;

    /**
     * @param writer a pool of connections of the writer role, to a database that is migrated before anything is read or appended
     * @param families all events that the service stores
     * @param projections those that read the service's own events; they are applied in this order
     */
    public EventStore(
            DataSource writer,
            TenantKeys keys,
            List<EventTypes<?>> families,
            List<Projection<?>> projections,
            AppendListener listener) {
        this.writer = writer;
        this.listener = listener;
        this.projections = List.copyOf(projections);
        this.codec = new EventCodec(keys);
        for (var family : families) {
            if (this.families.putIfAbsent(family.category(), family) != null) {
                throw new IllegalArgumentException("two families of category " + family.category());
            }
        }
        this.numbers = new TypeNumbers(writer, families);
        this.transaction = new AppendTransaction(writer, byFamily(families, projections));
        this.committer = new GroupCommitter<>("event-store", LARGEST_BATCH, this::commit);
    }

    private static Map<Class<?>, List<Projection<?>>> byFamily(
            List<EventTypes<?>> families, List<Projection<?>> projections) {
        var byFamily = new HashMap<Class<?>, List<Projection<?>>>();
        for (var projection : projections) {
            if (families.stream().noneMatch(family -> family.family() == projection.events())) {
                throw new IllegalArgumentException(projection.name() + " reads events that are not stored here");
            }
            byFamily.computeIfAbsent(projection.events(), family -> new ArrayList<>())
                    .add(projection);
        }
        return byFamily;
    }

    /** The whole history of a stream, oldest first; empty if there is none. */
    public <E> List<RecordedEvent<E>> read(EventTypes<E> types, StreamId stream) {
        try (var connection = writer.getConnection();
                var select = connection.prepareStatement(READ)) {
            connection.setAutoCommit(true);
            select.setObject(1, stream.id());
            try (var rows = select.executeQuery()) {
                var history = new ArrayList<RecordedEvent<E>>();
                while (rows.next()) {
                    history.add(recorded(types, StoredEvent.from(rows)));
                }
                return history;
            }
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    /** A row as an event, its personal data revealed. */
    public RecordedEvent<?> recorded(StoredEvent stored) {
        return recorded(familyOf(stored), stored);
    }

    /** A row as others may know it: its personal components read as if the tenant's key were destroyed. */
    public RecordedEvent<?> withoutPersonalData(StoredEvent stored) {
        return withoutPersonalData(familyOf(stored), stored);
    }

    /** The protected values of a row; empty for each that can no longer be read. */
    public List<Optional<JsonNode>> personalValues(StoredEvent stored) {
        var type = typeOf(stored);
        var stream = new StreamId(type.category(), stored.streamId());
        return codec.personalValues(type.name(), stored.payload(), stream, stored.tenant());
    }

    /** A row as it is stored, its type by name: what the evidence is about. */
    public EventContent content(StoredEvent stored) {
        var type = typeOf(stored);
        return new EventContent(
                stored.streamId(),
                stored.version(),
                stored.id(),
                type.category(),
                type.name(),
                stored.schemaVersion(),
                stored.tenant(),
                stored.occurredAt(),
                stored.recordedAt(),
                stored.payload(),
                stored.metadata());
    }

    /** Runs commands on this store's streams of one decider. */
    public <C, S, E> CommandHandler<C, S, E> handler(Decider<C, S, E> decider, EventTypes<E> types) {
        return new DeciderCommandHandler<>(this, decider, types);
    }

    /** Deletes idempotency keys that are older than they must be kept. */
    public void expireIdempotencyKeys() {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            HandledCommands.expire(connection);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    /** Commits what waits and refuses what comes later. */
    @Override
    public void close() {
        committer.close();
    }

    /** What became of the command when it came before; empty if it is new or has no name. */
    Optional<Outcome.HandledBefore> handledBefore(CommandContext context) {
        if (HandledCommands.keys(context).isEmpty()) {
            return Optional.empty();
        }
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            return HandledCommands.find(connection, context);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    /** All projections of this name; they fill the same tables from several families. */
    List<Projection<?>> projections(String name) {
        var named = projections.stream()
                .filter(projection -> projection.name().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("no projection " + name);
        }
        return named;
    }

    Class<?> family(String category) {
        return Objects.requireNonNull(families.get(category)).family();
    }

    /** The numbers of the event types that the projections read. */
    Short[] typesReadBy(List<Projection<?>> projections) {
        return families.values().stream()
                .filter(family -> projections.stream().anyMatch(projection -> projection.events() == family.family()))
                .flatMap(family -> family.names().stream().map(name -> numbers.of(family.category(), name)))
                .toArray(Short[]::new);
    }

    <E> Append<E> prepare(
            EventTypes<E> types, StreamId stream, int version, CommandContext context, Decision<E> decision) {
        return Append.of(types, numbers, codec, stream, version, context, decision);
    }

    /** Returns when the append is committed, or is known not to be. */
    Outcome append(Append<?> append) {
        return committer.commit(append);
    }

    private List<Outcome> commit(List<Append<?>> batch) {
        var outcomes = new HashMap<Append<?>, Outcome>();
        for (var part : parts(batch)) {
            attempt(part, outcomes, ATTEMPTS_OF_ONE);
        }
        return batch.stream()
                .map(append -> Objects.requireNonNull(outcomes.get(append)))
                .toList();
    }

    /**
     * What may go into one transaction together: one historic source, whose deadlines are held, and no two commands of the same name,
     * since the second must see what became of the first.
     */
    static List<List<Append<?>>> parts(List<Append<?>> batch) {
        record Part(Optional<String> historicSource, List<Append<?>> appends, HashSet<HandledCommands.Key> keys) {}
        var parts = new ArrayList<Part>();
        for (var append : batch) {
            var source = Optional.ofNullable(append.historicSource());
            var keys = HandledCommands.keys(append.context());
            var last = parts.reversed().stream()
                    .filter(part -> part.historicSource.equals(source))
                    .findFirst()
                    .filter(part -> keys.stream().noneMatch(part.keys::contains));
            var part = last.orElseGet(() -> {
                parts.add(new Part(source, new ArrayList<>(), new HashSet<>()));
                return parts.getLast();
            });
            part.appends.add(append);
            part.keys.addAll(keys);
        }
        return parts.stream().map(Part::appends).toList();
    }

    private void attempt(List<Append<?>> appends, Map<Append<?>, Outcome> outcomes, int attempts) {
        var start = System.nanoTime();
        try {
            var committed = transaction.commit(appends);
            outcomes.putAll(committed);
            report(committed, Duration.ofNanos(System.nanoTime() - start));
        } catch (Exception e) {
            if (isLostConnection(e)) { // whether it was committed is unknown; a second try could be a second time
                appends.forEach(append -> outcomes.put(append, new Outcome.Failed(e)));
            } else if (appends.size() > 1) {
                listener.split(appends.size(), e);
                var half = appends.size() / 2;
                attempt(appends.subList(0, half), outcomes, attempts);
                attempt(appends.subList(half, appends.size()), outcomes, attempts);
            } else if (isTransient(e) && attempts > 1) {
                attempt(appends, outcomes, attempts - 1);
            } else {
                outcomes.put(appends.getFirst(), new Outcome.Failed(e));
            }
        }
    }

    private void report(Map<Append<?>, Outcome> outcomes, Duration took) {
        var events = 0;
        for (var entry : outcomes.entrySet()) {
            switch (entry.getValue()) {
                case Outcome.Appended _ -> events += entry.getKey().events().size();
                case Outcome.Conflict _ -> listener.conflicted();
                case Outcome.Duplicate _, Outcome.Clash _, Outcome.Failed _ -> {}
            }
        }
        listener.committed(outcomes.size(), events, took);
    }

    static boolean isLostConnection(Exception e) {
        return sqlState(e).startsWith("08") || sqlState(e).startsWith("57P");
    }

    /** A deadlock or a failed serialization between replicas. */
    static boolean isTransient(Exception e) {
        return sqlState(e).equals("40P01") || sqlState(e).equals("40001");
    }

    private static String sqlState(Exception e) {
        return e instanceof SQLException failure && failure.getSQLState() != null ? failure.getSQLState() : "";
    }

    private EventTypes<?> familyOf(StoredEvent stored) {
        var type = typeOf(stored);
        var family = families.get(type.category());
        if (family == null) {
            throw new IllegalArgumentException("no events of category " + type.category() + " are registered");
        }
        return family;
    }

    private TypeNumbers.Type typeOf(StoredEvent stored) {
        try {
            var type = numbers.of(stored.type());
            if (type == null) {
                throw new IllegalArgumentException("no event type has number " + stored.type());
            }
            return type;
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    private <E> RecordedEvent<E> recorded(EventTypes<E> types, StoredEvent stored) {
        var type = typeOf(stored);
        var stream = new StreamId(type.category(), stored.streamId());
        var event = codec.read(types, type.name(), stored.schemaVersion(), stored.payload(), stream, stored.tenant());
        return recorded(stored, stream, event);
    }

    private <E> RecordedEvent<E> withoutPersonalData(EventTypes<E> types, StoredEvent stored) {
        var type = typeOf(stored);
        var event = EventCodec.readWithoutPersonalData(types, type.name(), stored.schemaVersion(), stored.payload());
        return recorded(stored, new StreamId(type.category(), stored.streamId()), event);
    }

    private static <E> RecordedEvent<E> recorded(StoredEvent stored, StreamId stream, E event) {
        try {
            return new RecordedEvent<>(
                    stored.id(),
                    stream,
                    stored.version(),
                    stored.tenant(),
                    event,
                    stored.occurredAt(),
                    stored.recordedAt(),
                    Json.MAPPER.readValue(stored.metadata(), Metadata.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("metadata of " + stored.id() + " cannot be read", e);
        }
    }
}
