package nl.waarborg.eventsourcing.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.cloudevents.core.builder.CloudEventBuilder;
import jakarta.validation.Validation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.Rejection;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.PostedEvents.Outcome;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.web.StrictJson;
import org.junit.jupiter.api.Test;

/** Each posted event has an outcome of its own. */
class PostedEventsTest {

    private static final UUID TENANT = UUID.fromString("0190d1a0-0000-7000-8000-000000000003");
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String TYPE = "nl.waarborg.test.write.v1";
    private static final String PLATFORM_TYPE = "nl.waarborg.test.platform-note.v1";

    record Note(String stream, int number) {}

    record PlatformNote(String provider) implements OfPlatform {}

    private final List<Note> handled = Collections.synchronizedList(new ArrayList<>());
    private final List<CommandContext> contexts = Collections.synchronizedList(new ArrayList<>());

    private final PostedEvents events = new PostedEvents(
            List.of(
                    PostedType.of(
                            TYPE,
                            Note.class,
                            (tenant, note) -> StreamId.natural("test", tenant, note.stream),
                            this::handle),
                    PostedType.of(
                            PLATFORM_TYPE,
                            PlatformNote.class,
                            (tenant, note) -> StreamId.natural("platform", tenant, note.provider),
                            (stream, context, note) -> new CommandResult<>(stream, 1, List.of(), null, false))),
            new StrictJson(Validation.buildDefaultValidatorFactory().getValidator()),
            InstantSource.fixed(NOW),
            new EventSettings());

    private static final Poster ANYONE = new Poster() {
        @Override
        public Actor actor() {
            return Actor.SCHEDULER;
        }

        @Override
        public void mayPost(PostedEvent event) {}

        @Override
        public void mayPostForPlatformOf(String provider) {
            if (!provider.equals("afas")) {
                throw Poster.unknownTenant();
            }
        }

        @Override
        public void mayPostFor(UUID tenant) {
            if (!tenant.equals(TENANT)) {
                throw Poster.unknownTenant();
            }
        }
    };

    private CommandResult<?> handle(StreamId stream, CommandContext context, Note note) {
        if (note.number < 0) {
            return new CommandResult<>(stream, 0, List.of(), new Rejection("TST-001", "negative", "no"), false);
        }
        if (note.number == 13) {
            throw new IllegalStateException("a fault of ours");
        }
        handled.add(note);
        contexts.add(context);
        return new CommandResult<>(stream, 1, List.of(), null, false);
    }

    private static PostedEvent event(String type, UUID tenant, Instant time, String data) {
        return new PostedEvent(CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withSource(URI.create("urn:test"))
                .withType(type)
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withExtension("tenantid", tenant.toString())
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build());
    }

    private static PostedEvent note(String stream, int number) {
        return event(TYPE, TENANT, NOW, "{\"stream\": \"" + stream + "\", \"number\": " + number + "}");
    }

    @Test
    void a_bad_event_refuses_itself_alone() {
        var answers = events.handle(
                List.of(
                        note("a", 1),
                        event("nl.waarborg.test.unknown.v1", TENANT, NOW, "{}"),
                        event(TYPE, UUID.randomUUID(), NOW, "{}"),
                        event(TYPE, TENANT, NOW.plus(Duration.ofMinutes(6)), "{\"stream\": \"a\", \"number\": 1}"),
                        event(TYPE, TENANT, NOW, "{\"stream\": \"a\", \"extra\": 1}"),
                        note("b", -1),
                        note("c", 13),
                        note("a", 2)),
                ANYONE);

        assertEquals(
                List.of(
                        "ACCEPTED",
                        "urn:waarborg:problem:unknown-event-type",
                        "urn:waarborg:problem:unknown-tenant",
                        "urn:waarborg:problem:time-in-future",
                        "urn:waarborg:problem:invalid-fields",
                        "urn:waarborg:problem:refused-by-rule",
                        "urn:waarborg:problem:internal",
                        "ACCEPTED"),
                answers.stream()
                        .map(answer -> answer.problem() == null
                                ? answer.outcome().name()
                                : answer.problem().type().toString())
                        .toList());
        assertEquals("TST-001", answers.get(5).problem().rule());
        assertEquals(
                List.of("/data/number", "/data/extra"),
                answers.get(4).problem().errors().stream()
                        .map(error -> error.pointer())
                        .toList());
    }

    @Test
    void what_is_about_a_platform_names_its_vendor() {
        var answers = events.handle(
                List.of(
                        event(PLATFORM_TYPE, StreamId.PLATFORM, NOW, "{\"provider\": \"afas\"}"),
                        event(PLATFORM_TYPE, StreamId.PLATFORM, NOW, "{\"provider\": \"phocus\"}"),
                        event(TYPE, StreamId.PLATFORM, NOW, "{\"stream\": \"a\", \"number\": 1}")),
                ANYONE);
        assertEquals(
                List.of(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.REFUSED),
                answers.stream().map(PostedEvents.Answer::outcome).toList());
    }

    @Test
    void events_of_one_stream_keep_their_order() {
        var batch = IntStream.range(20, 220)
                .mapToObj(i -> note("stream-" + i % 7, i))
                .toList();
        var answers = events.handle(batch, ANYONE);
        assertEquals(
                200,
                answers.stream().filter(a -> a.outcome() == Outcome.ACCEPTED).count());
        for (var stream = 0; stream < 7; stream++) {
            var name = "stream-" + stream;
            var numbers = handled.stream()
                    .filter(note -> note.stream.equals(name))
                    .map(Note::number)
                    .toList();
            assertEquals(numbers.stream().sorted().toList(), numbers);
        }
    }

    @Test
    void the_same_content_hashes_the_same_however_it_was_written() {
        events.handle(
                List.of(
                        event(TYPE, TENANT, NOW, "{\"stream\": \"a\", \"number\": 1}"),
                        event(TYPE, TENANT, NOW, "{ \"number\":1, \"stream\":\"a\" }"),
                        event(TYPE, TENANT, NOW, "{\"stream\": \"a\", \"number\": 2}")),
                ANYONE);
        var hashes =
                contexts.stream().map(context -> context.origin().contentHash()).toList();
        assertNotNull(hashes.getFirst());
        assertEquals(hashes.get(0), hashes.get(1));
        assertEquals(2, hashes.stream().distinct().count());
    }

    private static final class EventSettings implements Settings.Events {

        @Override
        public Duration futureTolerance() {
            return Duration.ofMinutes(5);
        }

        @Override
        public int maxBatch() {
            return 1000;
        }

        @Override
        public int parallel() {
            return 8;
        }
    }
}
