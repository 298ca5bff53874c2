package nl.waarborg.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The JSON Schema of one type of event, and what its producers and its consumers make of it. */
public final class Contract {

    private static final Pattern TYPE =
            Pattern.compile("nl\\.waarborg\\.(?<service>[a-z-]+)\\.(?<name>[a-z-]+\\.v\\d+)");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Parts of a schema that describe an object together: only the whole can be closed. */
    private static final Set<String> COMPOSITIONS = Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else");

    private final JsonNode schema;
    private final Schema asWritten;
    private final Schema closed;

    private Contract(JsonNode schema) {
        this.schema = schema;
        this.asWritten = SCHEMAS.getSchema(schema);
        var everyPropertyDeclared = schema.deepCopy();
        ((ObjectNode) everyPropertyDeclared).remove("$id");
        close(everyPropertyDeclared);
        this.closed = SCHEMAS.getSchema(everyPropertyDeclared);
    }

    /**
     * @param type CloudEvents type, such as {@code nl.waarborg.incident.raised.v1}
     * @throws IllegalArgumentException if there is no such contract
     */
    public static Contract of(String type) {
        var parts = TYPE.matcher(type);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no type of ours: " + type);
        }
        var path = "/contracts/" + parts.group("service") + '/' + parts.group("name") + ".schema.json";
        try (var resource = Contract.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalArgumentException("no contract at " + path);
            }
            return read(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Contract read(InputStream schema) throws IOException {
        return new Contract(JSON.readTree(schema));
    }

    JsonNode schema() {
        return schema;
    }

    /** What is wrong with an event that a service is about to publish: breaches of the schema and undeclared properties. */
    public List<String> faults(JsonNode data) {
        return messages(closed, data);
    }

    /** What a consumer finds wrong, who ignores properties that it does not know. */
    public List<String> faultsToConsumer(JsonNode data) {
        return messages(asWritten, data);
    }

    private static List<String> messages(Schema schema, JsonNode data) {
        return schema
                .validate(data, execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static void close(JsonNode part) {
        switch (part) {
            case ObjectNode object -> {
                if (object.path("type").asText().equals("object")
                        && object.has("properties")
                        && !object.has("additionalProperties")) {
                    object.put("unevaluatedProperties", false);
                }
                object.properties().stream()
                        .filter(child -> !COMPOSITIONS.contains(child.getKey()))
                        .forEach(child -> close(child.getValue()));
            }
            case ArrayNode array -> array.forEach(Contract::close);
            default -> {}
        }
    }
}
