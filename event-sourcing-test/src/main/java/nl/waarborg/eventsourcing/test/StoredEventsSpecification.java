package nl.waarborg.eventsourcing.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.EventCodec;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeyFiles;

/**
 * Every version of every event that was ever stored can still be read. Samples lie in {@code src/test/resources/stored-events}, named
 * {@code <type>.v<version>.json}, personal data in plain; they are added, never edited: they stand for rows already stored.
 */
public final class StoredEventsSpecification {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "stored-events");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final UUID TENANT = UUID.fromString("0190d1a0-0000-7000-8000-00000000000a");

    private StoredEventsSpecification() {}

    private record Sample(String type, int version, Path file) {

        static Sample of(Path file) {
            var name = file.getFileName().toString();
            if (!name.matches("[a-z][a-z0-9-]*\\.v[1-9][0-9]*\\.json")) {
                throw new AssertionError(name + " is not named <type>.v<version>.json");
            }
            var parts = name.split("\\.v|\\.json", -1);
            return new Sample(parts[0], Integer.parseInt(parts[1]), file);
        }

        @Override
        public String toString() {
            return type + ".v" + version;
        }
    }

    /** Fails, naming all that is wrong, unless every event has a sample of each of its versions and each can be read. */
    public static void verify(Collection<EventTypes<?>> families) {
        verify(families, SAMPLES);
    }

    static void verify(Collection<EventTypes<?>> families, Path directory) {
        var faults = new ArrayList<String>();
        var samples = samples(directory);
        var needed = new TreeSet<String>();
        for (var family : families) {
            faults.addAll(notRegistered(family));
            for (var name : family.names()) {
                IntStream.rangeClosed(1, family.currentVersion(name))
                        .mapToObj(version -> name + ".v" + version)
                        .forEach(sample -> {
                            if (!needed.add(sample)) {
                                faults.add(sample + ": two families have an event of this name");
                            }
                        });
            }
        }
        var present = samples.stream().map(Sample::toString).collect(Collectors.toCollection(TreeSet::new));
        difference(needed, present).forEach(name -> faults.add(name + ": no sample"));
        difference(present, needed).forEach(name -> faults.add(name + ": a sample of nothing that is registered"));
        for (var sample : samples) {
            for (var family : families) {
                if (needed.contains(sample.toString()) && family.classOf(sample.type) != null) {
                    read(family, sample).ifPresent(faults::add);
                }
            }
        }
        assertEquals("", String.join("\n", faults), "stored events");
    }

    private static <E> Optional<String> read(EventTypes<E> family, Sample sample) {
        try {
            var keys = new TenantKeyFiles(TestDirectories.fresh("stored-events-"), new byte[32]);
            var codec = new EventCodec(keys);
            var stream = new StreamId(family.category(), new UUID(0, 1));
            var stored = Files.readString(sample.file);
            var event = codec.read(family, sample.type, sample.version, stored, stream, TENANT);

            var today = family.currentVersion(sample.type);
            var written = codec.write(family, event, stream, TENANT);
            if (!event.equals(codec.read(family, sample.type, today, written, stream, TENANT))) {
                return Optional.of(sample + ": reads differently after it was written again");
            }
            if (sample.version == today) {
                var unread = difference(fields(JSON.readTree(stored)), fields(JSON.readTree(written)));
                if (!unread.isEmpty()) {
                    return Optional.of(sample + ": is no longer written with " + unread);
                }
            }
            keys.destroy(TENANT);
            codec.read(family, sample.type, today, written, stream, TENANT);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(sample.toString(), e);
        } catch (RuntimeException e) {
            return Optional.of(sample + ": " + e);
        }
    }

    private static Set<String> fields(JsonNode object) {
        var names = new LinkedHashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> notRegistered(EventTypes<?> family) {
        return members(family.family())
                .filter(member -> family.names().stream().noneMatch(name -> family.classOf(name) == member))
                .map(member -> member.getName() + ": has no stored name")
                .toList();
    }

    private static Stream<Class<?>> members(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(StoredEventsSpecification::members)
                : Stream.of(family);
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        var rest = new LinkedHashSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    private static List<Sample> samples(Path directory) {
        try (var files = Files.list(directory)) {
            return files.sorted(Comparator.naturalOrder()).map(Sample::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no samples in " + directory, e);
        }
    }
}
