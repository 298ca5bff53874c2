package nl.waarborg.eventsourcing.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record from JSON and says everything that is wrong with it at once, field by field: unknown fields, missing fields (each component
 * that is not {@code @Nullable} is required), values of the wrong form, and bean validation. Messages never repeat a value: it may be
 * personal.
 */
@ApplicationScoped
public class StrictJson {

    private static final String ERRORS = "errors";

    /** More are not sought in one body. */
    private static final int MOST_FAULTS = 50;

    /** Kept: reflection would parse them anew for every element of a list. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private final Validator validator;
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule("instants").addDeserializer(Instant.class, new Microseconds()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addHandler(new Collecting())
            .build();

    public StrictJson(Validator validator) {
        this.validator = validator;
    }

    public <T> T read(byte[] json, Class<T> type) {
        return type.cast(read(json, (Type) type));
    }

    /**
     * @throws ProblemException {@link ProblemKind#MALFORMED_BODY} with line and column, or {@link ProblemKind#INVALID_FIELDS}
     */
    public Object read(byte[] json, Type type) {
        var tree = readTree(json);
        var javaType = mapper.constructType(type);
        var errors = new LinkedHashMap<String, String>();
        missing(tree, javaType, "", errors);
        var value = bind(tree, javaType, errors);
        if (value != null && errors.isEmpty()) {
            for (var violation : validator.validate(value)) {
                errors.putIfAbsent(pointer(violation), violation.getMessage());
            }
        }
        if (value == null || !errors.isEmpty()) {
            throw ProblemException.invalidFields(errors.entrySet().stream()
                    .map(e -> new FieldError(e.getKey(), e.getValue()))
                    .toList());
        }
        return value;
    }

    /**
     * For a body whose fields its reader checks itself.
     *
     * @throws ProblemException {@link ProblemKind#MALFORMED_BODY} with line and column, also when a field is named twice
     */
    public JsonNode readTree(byte[] json) {
        try {
            var tree = mapper.readTree(json);
            if (!tree.isContainerNode()) {
                throw new ProblemException(ProblemKind.MALFORMED_BODY, "a JSON object is expected");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new ProblemException(ProblemKind.MALFORMED_BODY, "the body ended early");
        }
    }

    /** What stops the binding is noted and taken out, and the rest is bound again, so that every fault is found. */
    private @Nullable Object bind(JsonNode tree, JavaType type, Map<String, String> errors) {
        var reader = mapper.readerFor(type).withAttribute(ERRORS, errors);
        for (var fault = 0; fault < MOST_FAULTS; fault++) {
            try {
                return reader.readValue(tree);
            } catch (JsonMappingException e) {
                errors.putIfAbsent(pointer(e), message(e));
                if (!takeOut(tree, e.getPath())) {
                    return null;
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }

    private static boolean takeOut(JsonNode tree, List<Reference> path) {
        if (path.isEmpty()) {
            return false;
        }
        var parent = tree;
        for (var part : path.subList(0, path.size() - 1)) {
            parent = part.getFieldName() == null ? parent.path(part.getIndex()) : parent.path(part.getFieldName());
        }
        var last = path.getLast();
        return switch (parent) {
            case ObjectNode object -> object.remove(last.getFieldName()) != null;
            case ArrayNode array
            when !array.path(last.getIndex()).isNull() -> {
                array.setNull(last.getIndex());
                yield true;
            }
            case JsonNode _ -> false;
        };
    }

    private static ProblemException malformed(JsonProcessingException e) {
        var at = e.getLocation();
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new ProblemException(ProblemKind.MALFORMED_BODY, "the body is not JSON" + where);
    }

    private static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var part : e.getPath()) {
            pointer.append('/')
                    .append(
                            part.getFieldName() == null
                                    ? String.valueOf(part.getIndex())
                                    : escape(part.getFieldName()));
        }
        return pointer.toString();
    }

    private static String message(JsonMappingException e) {
        // What a record's own constructor refuses, it says in words made for the caller.
        if (e.getCause() instanceof IllegalArgumentException refused
                && refused.getMessage() != null
                && !(refused instanceof NumberFormatException)) {
            return refused.getMessage();
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? Collecting.expected(mismatch.getTargetType())
                : "is not of the expected form";
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(escape(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Notes each component of a record, at any depth, that has no value though its type does not allow null. */
    public static void missing(JsonNode json, JavaType type, String pointer, Map<String, String> errors) {
        switch (json) {
            case ObjectNode object
            when type.isRecordType() -> {
                for (var field : FIELDS.get(type.getRawClass())) {
                    var part = object.get(field.name);
                    if (part != null && !part.isNull()) {
                        if (field.type.isRecordType() || field.type.isContainerType() || field.type.isReferenceType()) {
                            missing(part, field.type, pointer + '/' + escape(field.name), errors);
                        }
                    } else if (field.required) {
                        errors.putIfAbsent(pointer + '/' + escape(field.name), "is required");
                    }
                }
            }
            case ObjectNode object
            when type.isMapLikeType() ->
                object.properties()
                        .forEach(part -> part(
                                part.getValue(), type.getContentType(), pointer + '/' + escape(part.getKey()), errors));
            case ArrayNode array
            when type.isCollectionLikeType() || type.isArrayType() -> {
                for (var i = 0; i < array.size(); i++) {
                    part(array.get(i), type.getContentType(), pointer + '/' + i, errors);
                }
            }
            case JsonNode node when type.isReferenceType() -> missing(node, type.getReferencedType(), pointer, errors);
            case JsonNode _ -> {}
        }
    }

    private static void part(JsonNode part, JavaType type, String at, Map<String, String> errors) {
        if (part.isNull()) {
            errors.putIfAbsent(at, "is required");
        } else {
            missing(part, type, at, errors);
        }
    }

    /** A record's component as a body must hold it. */
    private record Field(String name, JavaType type, boolean required) {

        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(),
                    TypeFactory.defaultInstance().constructType(component.getGenericType()),
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                            && component.getType() != Optional.class);
        }
    }

    /** As precise as the database, so that what a deadline brings back is what was promised. */
    private static final class Microseconds extends JsonDeserializer<Instant> {

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var read = InstantDeserializer.INSTANT.deserialize(parser, context);
            return read == null ? null : read.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Notes what is wrong and reads on, so that one answer names everything. */
    private static final class Collecting extends DeserializationProblemHandler {

        private static void note(DeserializationContext context, String pointer, String message) {
            errors(context).putIfAbsent(pointer, message);
        }

        @SuppressWarnings("unchecked") // set by bind()
        private static Map<String, String> errors(DeserializationContext context) {
            return (Map<String, String>) context.getAttribute(ERRORS);
        }

        private static String here(DeserializationContext context) {
            return context.getParser().getParsingContext().pathAsPointer().toString();
        }

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                @Nullable JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String name)
                throws IOException {
            // Whether the parser's place names the field depends on what kind of value stands there.
            var here = here(context);
            var last = '/' + escape(name);
            note(context, here.endsWith(last) ? here : here + last, "is not known");
            parser.skipChildren();
            return true;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String failure) {
            note(context, here(context), expected(target));
            return null;
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> target, Number value, String failure) {
            note(context, here(context), expected(target));
            return null;
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String failure)
                throws IOException {
            note(context, here(context), expected(target.getRawClass()));
            parser.skipChildren();
            return null;
        }

        @Override
        public @Nullable Object handleInstantiationProblem(
                DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable refused)
                throws IOException {
            if (refused instanceof JacksonException) {
                return NOT_HANDLED;
            }
            var message = refused instanceof IllegalArgumentException && refused.getMessage() != null
                    ? refused.getMessage()
                    : "has missing or unusable fields";
            var here = here(context);
            if (errors(context).keySet().stream().noneMatch(pointer -> pointer.startsWith(here + '/'))) {
                note(context, here, message);
            }
            return null;
        }

        private static String expected(Class<?> type) {
            if (type.isEnum()) {
                return "must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Object::toString)
                                        .toList());
            }
            if (type == UUID.class) {
                return "must be a UUID";
            }
            if (Temporal.class.isAssignableFrom(type)) {
                return "must be " + article(type) + " in the form of RFC 3339";
            }
            if (TemporalAmount.class.isAssignableFrom(type)) {
                return "must be a duration such as PT48H or P1M";
            }
            if (type == boolean.class || type == Boolean.class) {
                return "must be true or false";
            }
            if (type == BigDecimal.class || type == double.class || type == Double.class) {
                return "must be a number";
            }
            if (type == int.class
                    || type == long.class
                    || Number.class.isAssignableFrom(type)
                    || type == BigInteger.class) {
                return "must be a whole number";
            }
            if (type == String.class) {
                return "must be text";
            }
            if (Collection.class.isAssignableFrom(type) || type.isArray()) {
                return "must be a list";
            }
            return type.isRecord() ? "must be an object" : "is not of the expected form";
        }

        private static String article(Class<?> temporal) {
            return switch (temporal.getSimpleName()) {
                case "LocalDate" -> "a date";
                case "YearMonth" -> "a month";
                case "LocalTime" -> "a time of day";
                case "LocalDateTime" -> "a local time";
                case "Instant", "OffsetDateTime" -> "an instant with an offset";
                case String other -> "a " + other.toLowerCase(Locale.ROOT);
            };
        }
    }
}
