package nl.waarborg.contracts;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files of a service: {@code <name>.vN.schema.json}, {@code former/<name>.vN.M.schema.json}, {@code examples/<name>.vN[.n].json}. */
class ContractsTest {

    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");
    private static final Path INCOMPATIBLE = Path.of("src/test/resources/incompatible");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> every_example_keeps_to_its_schema() {
        return examples(CONTRACTS)
                .map(example -> DynamicTest.dynamicTest(
                        named(example),
                        () -> assertEquals(
                                List.of(), contract(schemaOf(example)).faults(json(example)))));
    }

    @TestFactory
    Stream<DynamicTest> every_schema_has_an_example_and_says_what_it_is() {
        var shown = examples(CONTRACTS).map(ContractsTest::schemaOf).collect(toSet());
        return schemas(CONTRACTS)
                .map(schema -> DynamicTest.dynamicTest(named(schema), () -> {
                    assertTrue(shown.contains(schema), "no example");
                    var root = json(schema);
                    for (var field : List.of("$id", "title", "description")) {
                        assertFalse(root.path(field).asText().isBlank(), "no " + field);
                    }
                    assertTrue(
                            root.path("$id").asText().matches(idPattern(schema)),
                            () -> root.path("$id") + " is not of the form " + idPattern(schema));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_schema_is_a_json_schema() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));
        return schemas(CONTRACTS)
                .map(schema -> DynamicTest.dynamicTest(
                        named(schema), () -> assertEquals(List.of(), meta.validate(json(schema)))));
    }

    /** A consumer of yesterday reads the events of today, and the other way round. */
    @Test
    void every_revision_of_a_schema_accepts_every_example() {
        assertEquals(List.of(), incompatibilities(CONTRACTS));
    }

    @Test
    void a_revision_that_breaks_its_consumers_is_found() {
        assertEquals(
                List.of("thing-happened.v1.2.json against thing-happened.v1.0.schema.json"),
                incompatibilities(INCOMPATIBLE));
    }

    @Test
    void asyncapi_lists_exactly_the_schemas_there_are() throws IOException {
        var listed = asyncApi().path("components").path("messages").properties().stream()
                .collect(toMap(Map.Entry::getKey, message -> message.getValue()
                        .path("payload")
                        .path("schema")
                        .path("$ref")
                        .asText()));
        var expected = schemas(CONTRACTS).collect(toMap(ContractsTest::typeOf, schema -> "./" + named(schema)));
        assertEquals(
                new TreeSet<>(expected.entrySet().stream().map(Object::toString).toList()),
                new TreeSet<>(listed.entrySet().stream().map(Object::toString).toList()));
    }

    @Test
    void every_message_travels_on_a_channel_of_its_service_with_cloud_event_headers() throws IOException {
        var api = asyncApi();
        var carried = new HashSet<String>();
        for (var channel : api.path("channels").properties()) {
            for (var message : channel.getValue().path("messages").properties()) {
                assertTrue(carried.add(message.getKey()), () -> message.getKey() + " is carried twice");
                assertTrue(
                        message.getKey().startsWith("nl.waarborg." + serviceOf(channel.getKey()) + "."),
                        message::getKey);
                assertEquals(
                        "#/components/messages/" + message.getKey(),
                        message.getValue().path("$ref").asText());
            }
        }
        var messages = api.path("components").path("messages");
        assertEquals(names(messages), new TreeSet<>(carried));
        for (var message : messages.properties()) {
            assertEquals(message.getKey(), message.getValue().path("name").asText());
            assertEquals(
                    "./cloud-event.schema.json",
                    message.getValue()
                            .path("headers")
                            .path("schema")
                            .path("$ref")
                            .asText());
        }
    }

    @Test
    void every_channel_has_its_operation() throws IOException {
        var operated = asyncApi().path("operations").properties().stream()
                .map(operation -> operation.getValue().path("action").asText()
                        + ' '
                        + operation.getValue().path("channel").path("$ref").asText())
                .collect(toSet());
        var expected = names(asyncApi().path("channels")).stream()
                .map(channel -> (channel.endsWith(".events") ? "send" : "receive") + " #/channels/" + channel)
                .collect(toSet());
        assertEquals(expected, operated);
    }

    private static Set<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> incompatibilities(Path root) {
        return schemas(root)
                .flatMap(schema -> former(schema).flatMap(former -> examplesOf(schema)
                        .filter(example -> !contract(former)
                                .faultsToConsumer(json(example))
                                .isEmpty())
                        .map(example -> example.getFileName() + " against " + former.getFileName())))
                .toList();
    }

    private static Stream<Path> former(Path schema) {
        var prefix = schema.getFileName().toString().replace("schema.json", "");
        return files(schema.resolveSibling("former"))
                .filter(path -> path.getFileName().toString().startsWith(prefix));
    }

    private static Stream<Path> examplesOf(Path schema) {
        return files(schema.resolveSibling("examples"))
                .filter(example -> schemaOf(example).equals(schema));
    }

    private static Stream<Path> schemas(Path root) {
        return services(root).flatMap(ContractsTest::files).filter(path -> path.toString()
                .endsWith(".schema.json"));
    }

    private static Stream<Path> examples(Path root) {
        return services(root).flatMap(service -> files(service.resolve("examples")));
    }

    private static Stream<Path> services(Path root) {
        return list(root).filter(Files::isDirectory);
    }

    private static Stream<Path> files(Path folder) {
        return Files.isDirectory(folder) ? list(folder).filter(Files::isRegularFile) : Stream.of();
    }

    private static Stream<Path> list(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code examples/raised.v1.2.json} is the second example of {@code raised.v1.schema.json}. */
    private static Path schemaOf(Path example) {
        var name = example.getFileName().toString().replaceFirst("(\\.v\\d+)(\\.\\d+)?\\.json$", "$1.schema.json");
        return example.getParent().resolveSibling(name);
    }

    private static String typeOf(Path schema) {
        return "nl.waarborg." + service(schema) + '.'
                + schema.getFileName().toString().replace(".schema.json", "");
    }

    private static String idPattern(Path schema) {
        return schema.getFileName()
                .toString()
                .replaceFirst(
                        "(.*)\\.(v\\d+)\\.schema\\.json", "urn:waarborg:" + service(schema) + ":$1:$2\\\\.\\\\d+");
    }

    /** {@code incident.events} belongs to incident-service. */
    private static String serviceOf(String channel) {
        return channel.substring(0, channel.indexOf('.'));
    }

    private static String service(Path schema) {
        return schema.getParent().getFileName().toString();
    }

    private static String named(Path file) {
        return CONTRACTS.relativize(file).toString();
    }

    private static Contract contract(Path schema) {
        try (var file = Files.newInputStream(schema)) {
            return Contract.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(schema.toString(), e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static JsonNode asyncApi() throws IOException {
        return new YAMLMapper().readTree(CONTRACTS.resolve("asyncapi.yaml").toFile());
    }
}
