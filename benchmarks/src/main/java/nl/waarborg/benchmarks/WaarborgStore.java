package nl.waarborg.benchmarks;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.MeasuredAppend;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeys;

/** Our store, with or without a projection and encryption. */
final class WaarborgStore implements Contender {

    private static final Clock CLOCK = Clock.systemUTC();

    private final String name;
    private final EventStore store;
    private final Runnable append;

    private WaarborgStore(String name, EventStore store, Runnable append) {
        this.name = name;
        this.store = store;
        this.append = append;
    }

    static WaarborgStore plain(DataSource writer, TenantKeys keys) {
        var store = new EventStore(
                writer, keys, List.of(FiledEvent.PLAIN_TYPES), List.of(), (commands, events, took) -> {});
        var appends = new MeasuredAppend<>(store, FiledEvent.PLAIN_TYPES);
        return new WaarborgStore(
                "ours, no projection",
                store,
                () -> appends.append(StreamId.fresh("plain"), context(), FiledEvent.PlainFiled.SAMPLE));
    }

    static WaarborgStore projecting(DataSource writer, TenantKeys keys) {
        var store = new EventStore(
                writer, keys, List.of(FiledEvent.TYPES), List.of(new FiledIncidents()), (commands, events, took) -> {});
        var appends = new MeasuredAppend<>(store, FiledEvent.TYPES);
        return new WaarborgStore(
                "ours, one projection, encrypted",
                store,
                () -> appends.append(StreamId.fresh("filed"), context(), FiledEvent.IncidentFiled.SAMPLE));
    }

    private static CommandContext context() {
        return CommandContext.of(Payload.TENANT, Actor.SCHEDULER, CLOCK.instant());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void append() {
        append.run();
    }

    @Override
    public void close() {
        store.close();
    }
}
