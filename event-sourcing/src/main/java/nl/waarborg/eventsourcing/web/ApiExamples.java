package nl.waarborg.eventsourcing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Examples for bodies that have none of their own, made from their schemas; a field's own example comes first. */
final class ApiExamples {

    private static final String PREFIX = "#/components/schemas/";

    /** Deeper, an example explains nothing any more. */
    private static final int DEEPEST = 6;

    private final Map<String, Schema> schemas;

    ApiExamples(@Nullable Map<String, Schema> schemas) {
        this.schemas = schemas == null ? Map.of() : schemas;
    }

    Object of(Schema schema) {
        return of(schema, "", 0);
    }

    private Object of(Schema schema, String name, int depth) {
        var own = own(schema);
        if (own.isPresent()) {
            return own.get();
        }
        if (schema.getRef() != null) {
            var named = schemas.get(schema.getRef().substring(PREFIX.length()));
            return named == null || depth > DEEPEST ? Map.of() : of(named, name, depth + 1);
        }
        for (var choice : choices(schema)) {
            if (choice.getRef() != null || !types(choice).contains(SchemaType.NULL)) {
                return of(choice, name, depth + 1);
            }
        }
        var types = types(schema);
        if (types.contains(SchemaType.ARRAY)) {
            return schema.getItems() == null || depth > DEEPEST
                    ? List.of()
                    : List.of(of(schema.getItems(), name, depth + 1));
        }
        if (types.contains(SchemaType.INTEGER)) {
            return schema.getMinimum() == null ? 1 : schema.getMinimum();
        }
        if (types.contains(SchemaType.NUMBER)) {
            return 1.5;
        }
        if (types.contains(SchemaType.BOOLEAN)) {
            return true;
        }
        if (types.contains(SchemaType.STRING)) {
            return text(schema, name);
        }
        return object(schema, depth);
    }

    private Map<String, Object> object(Schema schema, int depth) {
        var example = new LinkedHashMap<String, Object>();
        if (schema.getProperties() != null && depth <= DEEPEST) {
            schema.getProperties().forEach((name, property) -> example.put(name, of(property, name, depth + 1)));
        }
        return example;
    }

    private static Optional<Object> own(Schema schema) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return Optional.of(schema.getExamples().getFirst());
        }
        return schema.getEnumeration() == null || schema.getEnumeration().isEmpty()
                ? Optional.empty()
                : Optional.of(schema.getEnumeration().getFirst());
    }

    private static List<Schema> choices(Schema schema) {
        return Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    private static List<SchemaType> types(Schema schema) {
        return schema.getType() == null ? List.of() : schema.getType();
    }

    private static String text(Schema schema, String name) {
        return switch (String.valueOf(schema.getFormat())) {
            case "uuid" -> "01957f3a-6c1e-7b52-9d0e-3f6a8c21d4b7";
            case "date-time" -> "2026-03-05T16:30:00+01:00";
            case "date" -> "2026-03-05";
            case "duration" -> "PT8H";
            case "uri" -> "https://example.org/" + name;
            case "email" -> "person@example.org";
            default -> name.isEmpty() ? "text" : name;
        };
    }
}
