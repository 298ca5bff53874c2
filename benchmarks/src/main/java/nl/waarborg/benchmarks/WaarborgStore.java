package nl.waarborg.benchmarks;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import nl.waarborg.benchmarks.FiledEvent.IncidentFiled;
import nl.waarborg.benchmarks.FiledEvent.PlainFiled;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeys;

/** Our store, called as a service calls it: a command on a new stream, decided, encoded, encrypted, appended, projected. */
final class WaarborgStore<E> implements Contender {

    private static final Clock CLOCK = Clock.systemUTC();

    private final String name;
    private final EventTypes<E> types;
    private final E sample;
    private final EventStore store;
    private final CommandHandler<E, Integer, E> handler;

    private WaarborgStore(
            String name,
            EventTypes<E> types,
            E sample,
            List<Projection<?>> projections,
            DataSource writer,
            TenantKeys keys) {
        this.name = name;
        this.types = types;
        this.sample = sample;
        this.store = new EventStore(writer, keys, List.of(types), projections, (commands, events, took) -> {});
        this.handler = store.handler(new Filing<>(), types);
    }

    static Contender plain(DataSource writer, TenantKeys keys) {
        return new WaarborgStore<>("ours", FiledEvent.PLAIN_TYPES, PlainFiled.SAMPLE, List.of(), writer, keys);
    }

    static Contender encrypted(DataSource writer, TenantKeys keys) {
        return new WaarborgStore<>(
                "ours, encrypted", FiledEvent.UNPROJECTED_TYPES, IncidentFiled.SAMPLE, List.of(), writer, keys);
    }

    /** Encrypted, and each event numbered as a leaf of the evidence. */
    static Contender numbered(DataSource writer, TenantKeys keys) throws SQLException {
        var store = new WaarborgStore<>(
                "ours, encrypted", FiledEvent.NUMBERED_TYPES, IncidentFiled.SAMPLE, List.of(), writer, keys);
        return NumberedStore.of(store, store.store, store.file(), writer);
    }

    static Contender projecting(DataSource writer, TenantKeys keys) {
        return new WaarborgStore<>(
                "ours, encrypted, one projection",
                FiledEvent.TYPES,
                IncidentFiled.SAMPLE,
                List.of(new FiledIncidents()),
                writer,
                keys);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String count() {
        return "select count(*) from event e join event_type t on t.id = e.type where t.category = '" + types.category()
                + "'";
    }

    @Override
    public void append() {
        file();
    }

    private StreamId file() {
        var stream = StreamId.fresh(types.category());
        var context = CommandContext.of(Payload.TENANT, Actor.SCHEDULER, CLOCK.instant())
                .withExpectedVersion(0);
        handler.handle(stream, context, sample);
        return stream;
    }

    @Override
    public void close() {
        store.close();
    }
}
