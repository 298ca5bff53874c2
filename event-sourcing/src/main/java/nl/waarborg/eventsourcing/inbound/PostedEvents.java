package nl.waarborg.eventsourcing.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.Origin;
import nl.waarborg.eventsourcing.RowsOnce;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.ProblemKind;
import nl.waarborg.eventsourcing.web.Problems;
import nl.waarborg.eventsourcing.web.StrictJson;
import org.jspecify.annotations.Nullable;

/** Turns events of other systems into commands, whichever way they came; each has its own outcome. */
public final class PostedEvents {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, PostedType<?>> types;
    private final Map<String, PostedRows<?, ?>> rowTypes;
    private final @Nullable RowsOnce once;
    private final StrictJson json;
    private final InstantSource clock;
    private final Settings.Events settings;

    /** For types that become commands only. */
    public PostedEvents(List<PostedType<?>> types, StrictJson json, InstantSource clock, Settings.Events settings) {
        this(types, List.of(), null, json, clock, settings);
    }

    /** @param once needed where there are types that become rows */
    public PostedEvents(
            List<PostedType<?>> types,
            List<PostedRows<?, ?>> rows,
            @Nullable RowsOnce once,
            StrictJson json,
            InstantSource clock,
            Settings.Events settings) {
        this.types = types.stream().collect(Collectors.toMap(PostedType::type, Function.identity()));
        this.rowTypes = rows.stream().collect(Collectors.toMap(PostedRows::type, Function.identity()));
        this.once = once;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    /** What became of a posted event. */
    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }

    /**
     * @param stream where its command went, and {@code version} what that stream's version is now
     * @param problem why it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            @Nullable String id,
            @Nullable String source,
            Outcome outcome,
            @Nullable String stream,
            @Nullable Integer version,
            @Nullable Problem problem) {

        static Answer refused(@Nullable String id, @Nullable String source, Problem problem) {
            return new Answer(id, source, Outcome.REFUSED, null, null, problem);
        }
    }

    /** An event that is good enough to be handled, with all that is needed for it. */
    private record Ready(PostedEvent event, StreamId stream, boolean end, Supplier<CommandResult<?>> handle) {}

    /** The events of one type whose data become rows. */
    private final class Bulk<D extends Record, T> {

        private record Posted<D>(int place, PostedEvent event, CommandContext context, D data) {}

        private record Brought<T>(Posted<?> posted, T rows) {}

        private final PostedRows<D, T> type;
        private final List<Posted<D>> posted = new ArrayList<>();

        Bulk(PostedRows<D, T> type) {
            this.type = type;
        }

        void add(int place, PostedEvent event, Poster poster) {
            var tenant = mayPost(event, poster);
            var time = time(event);
            posted.add(new Posted<>(
                    place, event, context(event, tenant, time, poster), data(event, type.data(), tenant, poster)));
        }

        /** @param problems what a failure looks like to the poster */
        void write(Answer[] answers, Function<RuntimeException, Problem> problems) {
            var brought = new ArrayList<Brought<T>>();
            for (var each : posted) {
                try {
                    brought.add(new Brought<>(each, type.reading().read(each.context, each.data)));
                } catch (RuntimeException e) {
                    answers[each.place] = Answer.refused(each.event.id(), each.event.source(), problems.apply(e));
                }
            }
            var results = Objects.requireNonNull(once)
                    .write(brought, each -> each.posted.context, (fresh, connection) -> type.rows()
                            .write(fresh.stream().map(Brought::rows).toList(), connection));
            for (var i = 0; i < results.size(); i++) {
                var event = brought.get(i).posted;
                answers[event.place] = answer(event.event, results.get(i), problems);
            }
        }

        private static Answer answer(
                PostedEvent event, RowsOnce.Result result, Function<RuntimeException, Problem> problems) {
            var failure = result.failure();
            return failure == null
                    ? new Answer(
                            event.id(),
                            event.source(),
                            result.duplicate() ? Outcome.DUPLICATE : Outcome.ACCEPTED,
                            null,
                            null,
                            null)
                    : Answer.refused(event.id(), event.source(), problems.apply(failure));
        }
    }

    /**
     * Handles each event by itself, in order where they go to one stream, at the same time where they do not, so that they share
     * transactions. Then those that become rows are written, together. The answers stand in the order of the events.
     */
    List<Answer> handle(List<PostedEvent> events, Poster poster) {
        var answers = new Answer[events.size()];
        var streams = new LinkedHashMap<StreamId, List<Integer>>();
        var ready = new Ready[events.size()];
        var ends = new ArrayList<Integer>();
        var bulks = new LinkedHashMap<String, Bulk<?, ?>>();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            try {
                var rows = rowTypes.get(event.type());
                if (rows != null) {
                    bulks.computeIfAbsent(event.type(), type -> new Bulk<>(rows))
                            .add(i, event, poster);
                    continue;
                }
                ready[i] = prepare(event, poster);
                if (ready[i].end) {
                    ends.add(i);
                    continue;
                }
                streams.computeIfAbsent(ready[i].stream, stream -> new ArrayList<>())
                        .add(i);
            } catch (RuntimeException e) {
                answers[i] = Answer.refused(event.id(), event.source(), Problems.of(e));
            }
        }
        inParallel(streams.values(), i -> answers[i] = run(ready[i]));
        bulks.values().forEach(bulk -> bulk.write(answers, Problems::of));
        // A source has caught up when all that it posted before is handled.
        ends.forEach(i -> answers[i] = run(ready[i]));
        return List.of(answers);
    }

    private void inParallel(Collection<List<Integer>> streams, IntConsumer handle) {
        var places = new Semaphore(settings.parallel());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var stream : streams) {
                threads.execute(() -> {
                    places.acquireUninterruptibly();
                    try {
                        stream.forEach(handle::accept);
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    /** One event; a failure on our side is thrown, so that the caller may try again. */
    Answer handle(PostedEvent event, Poster poster) {
        Ready ready;
        try {
            var rows = rowTypes.get(event.type());
            if (rows != null) {
                return one(new Bulk<>(rows), event, poster);
            }
            ready = prepare(event, poster);
        } catch (ProblemException e) {
            return Answer.refused(event.id(), event.source(), e.problem());
        }
        return answer(ready, ready.handle.get());
    }

    private static Answer one(PostedEvents.Bulk<?, ?> bulk, PostedEvent event, Poster poster) {
        var answers = new Answer[1];
        bulk.add(0, event, poster);
        bulk.write(answers, failure -> {
            if (failure instanceof ProblemException e) {
                return e.problem();
            }
            throw failure;
        });
        return answers[0];
    }

    boolean knows(String type) {
        return types.containsKey(type) || takesAsRows(type);
    }

    boolean takesAsRows(String type) {
        return rowTypes.containsKey(type);
    }

    private static Answer run(Ready ready) {
        try {
            return answer(ready, ready.handle.get());
        } catch (RuntimeException e) {
            return Answer.refused(ready.event.id(), ready.event.source(), Problems.of(e));
        }
    }

    private static Answer answer(Ready ready, CommandResult<?> result) {
        var rejection = result.rejection();
        if (rejection != null) {
            return Answer.refused(ready.event.id(), ready.event.source(), Problem.of(rejection));
        }
        return new Answer(
                ready.event.id(),
                ready.event.source(),
                result.duplicate() ? Outcome.DUPLICATE : Outcome.ACCEPTED,
                result.stream().id().toString(),
                result.version(),
                null);
    }

    private Ready prepare(PostedEvent event, Poster poster) {
        var type = types.get(event.type());
        if (type == null) {
            throw new ProblemException(ProblemKind.UNKNOWN_EVENT_TYPE, "this service takes no events of this type");
        }
        return prepare(event, type, mayPost(event, poster), poster);
    }

    private static UUID mayPost(PostedEvent event, Poster poster) {
        var tenant = event.tenant()
                .orElseThrow(() -> ProblemException.invalidField("/tenantid", "must be the UUID of a tenant"));
        poster.mayPost(event);
        if (!tenant.equals(StreamId.PLATFORM)) {
            poster.mayPostFor(tenant);
        }
        return tenant;
    }

    private <D extends Record> Ready prepare(PostedEvent event, PostedType<D> type, UUID tenant, Poster poster) {
        var time = time(event);
        var data = data(event, type.data(), tenant, poster);
        var stream = type.stream().stream(tenant, event.source(), data);
        var context = context(event, tenant, time, poster);
        return new Ready(event, stream, type.data() == SourceCaughtUp.class, () -> type.handler()
                .handle(stream, context, data));
    }

    private Instant time(PostedEvent event) {
        var time = event.time();
        if (time == null) {
            throw ProblemException.invalidField("/time", "is required");
        }
        if (time.isAfter(clock.instant().plus(settings.futureTolerance()))) {
            throw new ProblemException(
                    ProblemKind.TIME_IN_FUTURE, "at most " + settings.futureTolerance() + " ahead is tolerated");
        }
        return time.truncatedTo(ChronoUnit.MICROS); // as precise as the database
    }

    private static CommandContext context(PostedEvent event, UUID tenant, Instant time, Poster poster) {
        return new CommandContext(
                tenant,
                poster.actor(),
                time,
                event.historic(),
                null,
                event.correlation().orElse(null),
                null,
                event.traceparent(),
                new Origin(event.source(), event.id(), contentHash(event, tenant)),
                null);
    }

    private <D extends Record> D data(PostedEvent event, Class<D> type, UUID tenant, Poster poster) {
        var data = data(event, type);
        if (tenant.equals(StreamId.PLATFORM)) {
            ofPlatform(data, poster);
        }
        return data;
    }

    private static void ofPlatform(Record data, Poster poster) {
        if (!(data instanceof OfPlatform platform)) {
            throw Poster.unknownTenant();
        }
        poster.mayPostForPlatformOf(platform.provider());
    }

    private <D> D data(PostedEvent event, Class<D> type) {
        try {
            return json.read(event.data(), type);
        } catch (ProblemException e) {
            var errors = e.problem().errors();
            if (errors == null) {
                throw e;
            }
            throw ProblemException.invalidFields(errors.stream()
                    .map(error -> new FieldError("/data" + error.pointer(), error.message()))
                    .toList());
        }
    }

    /** Of what the event says, not of how it was written down. */
    private static String contentHash(PostedEvent event, UUID tenant) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var head = String.join(
                    "\n", event.type(), tenant.toString(), String.valueOf(event.time()), "" + event.historic());
            sha256.update(head.getBytes(StandardCharsets.UTF_8));
            var data = CANONICAL.readValue(event.data(), Object.class);
            return HexFormat.of().formatHex(sha256.digest(CANONICAL.writeValueAsBytes(data)));
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
