package nl.waarborg.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.waarborg.availability.backgroundjob.api.PostedBackgroundJobs;
import nl.waarborg.availability.backgroundjob.domain.BackgroundJobEvent;
import nl.waarborg.availability.backgroundjob.publication.PublishedBackgroundJob;
import nl.waarborg.availability.backgroundjob.storage.BackgroundJobEventTypes;
import nl.waarborg.availability.maintenance.api.PostedMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent;
import nl.waarborg.availability.maintenance.publication.PublishedMaintenance;
import nl.waarborg.availability.maintenance.storage.MaintenanceEventTypes;
import nl.waarborg.availability.oncall.api.PostedOnCall;
import nl.waarborg.availability.patch.api.PostedPatches;
import nl.waarborg.availability.patch.domain.PatchEvent;
import nl.waarborg.availability.patch.publication.PublishedPatch;
import nl.waarborg.availability.patch.storage.PatchEventTypes;
import nl.waarborg.availability.release.domain.MigrationEvent;
import nl.waarborg.availability.release.domain.ReleaseEvent;
import nl.waarborg.availability.release.publication.PublishedRelease;
import nl.waarborg.availability.release.storage.ReleaseEventTypes;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.web.StrictJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is taken in and what is published keeps to the contracts; the samples of stored events are what happened. */
class PlatformContractsTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private static final StrictJson STRICT =
            new StrictJson(Validation.buildDefaultValidatorFactory().getValidator());

    @TestFactory
    Stream<DynamicTest> every_posted_type_takes_what_its_contract_says() {
        return Stream.of(
                        new PostedMaintenance(null).types(),
                        new PostedPatches(null).types(),
                        new PostedBackgroundJobs(null).types(),
                        new PostedOnCall(null).types())
                .flatMap(List::stream)
                .map(type -> DynamicTest.dynamicTest(type.type(), () -> agrees(type)));
    }

    private static void agrees(PostedType<?> type) throws IOException {
        var name = type.type().replace("nl.waarborg.availability.", "");
        var schema = JSON.readTree(resource(name + ".schema.json"));
        var components = type.data().getRecordComponents();
        var fields = new TreeSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(fields::add);
        assertEquals(fields, Arrays.stream(components).map(c -> c.getName()).collect(Collectors.toSet()));
        assertEquals(
                StreamSupport.stream(schema.path("required").spliterator(), false)
                        .map(field -> field.asText())
                        .collect(Collectors.toSet()),
                Arrays.stream(components)
                        .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(c -> c.getName())
                        .collect(Collectors.toSet()));
        assertNotNull(STRICT.read(resource("examples/" + name + ".json"), type.data()));
    }

    @Test
    void what_leaves_the_service_keeps_to_its_contract_and_says_no_internal_word() {
        var published = new HashSet<String>();
        published.addAll(
                check(MaintenanceEventTypes.MAINTENANCE_EVENTS, MaintenanceEvent.class, PublishedMaintenance::from));
        published.addAll(check(PatchEventTypes.PATCH_EVENTS, PatchEvent.class, PublishedPatch::from));
        published.addAll(check(ReleaseEventTypes.RELEASE_EVENTS, ReleaseEvent.class, PublishedRelease::from));
        published.addAll(check(ReleaseEventTypes.MIGRATION_EVENTS, MigrationEvent.class, PublishedRelease::from));
        published.addAll(check(
                BackgroundJobEventTypes.BACKGROUND_JOB_EVENTS, BackgroundJobEvent.class, PublishedBackgroundJob::from));
        assertEquals(15, published.size(), published::toString);
    }

    private static <E> Set<String> check(
            EventTypes<E> types, Class<E> family, Function<E, Optional<PublishedEvent>> publication) {
        var published = new HashSet<String>();
        for (var name : types.names()) {
            publication.apply(sample(types, family, name)).ifPresent(event -> {
                published.add(event.type());
                var data = JSON.valueToTree(event.data());
                assertEquals(List.of(), Contract.of(event.type()).faults(data), event.type());
                for (var internal : List.of("supplier", "needed", "law is late", "Payroll week")) {
                    assertEquals(-1, data.toString().indexOf(internal), event.type());
                }
            });
        }
        return published;
    }

    private static <E> E sample(EventTypes<E> types, Class<E> family, String name) {
        try {
            var file = Path.of("src", "test", "resources", "stored-events", name + ".v1.json");
            return family.cast(JSON.readValue(Files.readAllBytes(file), types.classOf(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = PlatformContractsTest.class.getResourceAsStream("/contracts/availability/" + name)) {
            assertNotNull(stream, name);
            return stream.readAllBytes();
        }
    }
}
