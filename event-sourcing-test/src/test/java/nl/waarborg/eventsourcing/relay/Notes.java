package nl.waarborg.eventsourcing.relay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Publication;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeyFiles;
import nl.waarborg.eventsourcing.evidence.EvidenceLog;
import nl.waarborg.eventsourcing.evidence.SigningKeyFile;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.local.Database;

/** A small service that publishes notes, to test both ends of the topic with. */
public final class Notes {

    public static final UUID TENANT = UUID.fromString("0190d1a0-0000-7000-8000-000000000002");
    public static final String NOTED = "nl.waarborg.note.noted.v1";

    public static final EventTypes<NoteEvent> TYPES =
            new EventTypes<>("note", NoteEvent.class).type("noted", Noted.class).type("kept-inside", KeptInside.class);

    private Notes() {}

    public sealed interface NoteEvent {}

    public record Noted(String text) implements NoteEvent {}

    /** Is not published. */
    public record KeptInside(String text) implements NoteEvent {}

    /** Writes whatever it is told. */
    public record Write(List<NoteEvent> events) {}

    static final class NoteDecider implements Decider<Write, Integer, NoteEvent> {

        @Override
        public Integer initialState() {
            return 0;
        }

        @Override
        public Decision<NoteEvent> decide(Write command, Integer notes) {
            return Decision.of(command.events);
        }

        @Override
        public Integer evolve(Integer notes, NoteEvent event) {
            return notes + 1;
        }
    }

    public static final Publication PUBLICATION = recorded -> switch ((NoteEvent) recorded.event()) {
        case Noted noted -> Optional.of(new PublishedEvent(NOTED, noted));
        case KeptInside _ -> Optional.empty();
    };

    public static EventStore store(DataSource pool, Path keys) {
        return new EventStore(
                pool,
                new TenantKeyFiles(keys, new byte[32]),
                List.of(TYPES),
                List.of(),
                (commands, events, took) -> {});
    }

    public static CommandHandler<Write, Integer, NoteEvent> notes(EventStore store) {
        return store.handler(new NoteDecider(), TYPES);
    }

    public static void write(CommandHandler<Write, Integer, NoteEvent> notes, StreamId stream, String... texts) {
        var events = List.of(texts).stream().<NoteEvent>map(Noted::new).toList();
        notes.handle(stream, CommandContext.of(TENANT, Actor.SCHEDULER, Instant.EPOCH), new Write(events));
    }

    public static EvidenceLog evidence(DataSource pool, EventStore store, Path keys) {
        var key = SigningKeyFile.in(keys.resolve("evidence.key"), "waarborg/notes");
        return new EvidenceLog(pool, store, key, InstantSource.system());
    }

    public static Relay relay(Database database, EventStore store, EvidenceLog evidence, Topics topics, String kafka) {
        return new DebeziumRelay(
                new RelayDatabase(database.jdbcUrl(), database.writerUser(), database.writerPassword()),
                new PublishedEvents(store, PUBLICATION, topics),
                evidence,
                Map.of("bootstrap.servers", kafka),
                topics.events(),
                settings(),
                InstantSource.system());
    }

    public static Settings.Relay settings() {
        return new Settings.Relay() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Duration pollInterval() {
                return Duration.ofMillis(5);
            }

            @Override
            public Duration standbyInterval() {
                return Duration.ofMillis(500);
            }

            @Override
            public int partitions() {
                return 12;
            }

            @Override
            public short replicationFactor() {
                return -1;
            }

            @Override
            public Duration retryInterval() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration checkpointInterval() {
                return Duration.ofMillis(500);
            }
        };
    }
}
