package nl.waarborg.incident.incident.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.web.StrictJson;
import nl.waarborg.incident.incident.Incidents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The records that are taken and the contracts that are published say the same. */
class PostedIncidentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StrictJson STRICT =
            new StrictJson(Validation.buildDefaultValidatorFactory().getValidator());

    @TestFactory
    Stream<DynamicTest> every_posted_type_takes_what_its_contract_says() {
        return new PostedIncidents(new Incidents(null, null, null))
                .types().stream().map(type -> DynamicTest.dynamicTest(type.type(), () -> agrees(type)));
    }

    private static void agrees(PostedType<?> type) throws IOException {
        var name = type.type().replace("nl.waarborg.incident.", "");
        var schema = JSON.readTree(resource(name + ".schema.json"));
        var components = type.data().getRecordComponents();
        assertEquals(
                names(schema.path("properties").fieldNames()),
                Arrays.stream(components).map(c -> c.getName()).collect(Collectors.toSet()));
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

    private static Set<String> names(Iterator<String> fields) {
        var names = new TreeSet<String>();
        fields.forEachRemaining(names::add);
        return names;
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = PostedIncidentsTest.class.getResourceAsStream("/contracts/incident/" + name)) {
            assertNotNull(stream, name);
            return stream.readAllBytes();
        }
    }
}
