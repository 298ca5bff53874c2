package nl.waarborg.eventsourcing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Writes events as JSON and reads every version ever stored. {@link Personal} components are encrypted, each bound to its tenant,
 * stream and type.
 */
public final class EventCodec {

    private static final String SEALED = "$personal";

    private static final ObjectMapper PROTECTING = Json.MAPPER
            .copy()
            .registerModule(new SimpleModule("personal data").setSerializerModifier(new ProtectedComponents()));

    private final TenantKeys keys;

    public EventCodec(TenantKeys keys) {
        this.keys = keys;
    }

    /** JSON, with personal data encrypted for this place; throws {@link TenantKeys.KeyDestroyed} if they may not come back. */
    public String write(EventTypes<?> types, Object event, StreamId stream, UUID tenant) {
        var context = PersonalData.context(tenant, stream + "/" + types.nameOf(event));
        Function<byte[], String> seal = plain -> PersonalData.seal(keys.toProtect(tenant), plain, context);
        try {
            return PROTECTING
                    .writer()
                    .withAttribute(ProtectedComponents.SEAL, seal)
                    .writeValueAsString(event);
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof TenantKeys.KeyDestroyed destroyed) {
                throw destroyed;
            }
            throw new IllegalArgumentException("cannot be stored: " + event.getClass(), e);
        }
    }

    /**
     * Personal data may be encrypted for this place, or plain; they read as null if the tenant's key was destroyed.
     *
     * @throws IllegalArgumentException if the stored form does not fit that version of the type
     */
    public <E> E read(EventTypes<E> types, String name, int version, String stored, StreamId stream, UUID tenant) {
        var context = PersonalData.context(tenant, stream + "/" + name);
        return read(types, name, version, stored, ciphertext -> open(ciphertext, tenant, context));
    }

    /** The event as others may know it: its personal components read as if their key were destroyed. */
    static <E> E readWithoutPersonalData(EventTypes<E> types, String name, int version, String stored) {
        return read(types, name, version, stored, ciphertext -> NullNode.getInstance());
    }

    /** The protected values of a stored event; empty for each that can no longer be read. */
    public List<Optional<JsonNode>> personalValues(String name, String stored, StreamId stream, UUID tenant) {
        var values = new ArrayList<Optional<JsonNode>>();
        if (!stored.contains(SEALED)) {
            return values;
        }
        var context = PersonalData.context(tenant, stream + "/" + name);
        try {
            reveal(Json.MAPPER.readTree(stored), ciphertext -> {
                var value = open(ciphertext, tenant, context);
                values.add(value.isNull() ? Optional.empty() : Optional.of(value));
                return value;
            });
        } catch (JsonProcessingException e) {
            e.clearLocation(); // its text would quote what is stored
            throw new IllegalArgumentException(name + " is no JSON", e);
        }
        return values;
    }

    private static <E> E read(
            EventTypes<E> types, String name, int version, String stored, UnaryOperator<JsonNode> reveal) {
        var type = types.classOf(name);
        if (type == null) {
            throw new IllegalArgumentException("no type " + name + " in " + types.category());
        }
        try {
            if (version == types.currentVersion(name) && !stored.contains(SEALED)) {
                return Json.MAPPER.readValue(stored, type);
            }
            if (!(reveal(Json.MAPPER.readTree(stored), reveal) instanceof ObjectNode revealed)) {
                throw new IllegalArgumentException(name + ".v" + version + " is no JSON object");
            }
            return Json.MAPPER.treeToValue(types.upcast(name, version, revealed), type);
        } catch (JsonProcessingException e) {
            e.clearLocation(); // its text would quote what is stored
            throw new IllegalArgumentException(name + ".v" + version + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode reveal(JsonNode node, UnaryOperator<JsonNode> reveal) {
        if (node.size() == 1 && node.path(SEALED).isTextual()) {
            return reveal.apply(node.get(SEALED));
        }
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> entry.setValue(reveal(entry.getValue(), reveal)));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, reveal(array.get(i), reveal));
                }
            }
            default -> {}
        }
        return node;
    }

    private JsonNode open(JsonNode ciphertext, UUID tenant, byte[] context) {
        var key = keys.toReveal(tenant);
        if (key.isEmpty()) {
            return NullNode.getInstance();
        }
        try {
            return Json.MAPPER.readTree(PersonalData.open(key.get(), ciphertext.textValue(), context));
        } catch (IOException e) {
            throw new IllegalArgumentException("protected data is no JSON", e);
        }
    }

    private static final class ProtectedComponents extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;
        private static final Object SEAL = new Object();

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> properties) {
            if (description.getBeanClass().isRecord()) {
                Arrays.stream(description.getBeanClass().getRecordComponents())
                        .filter(component -> component.isAnnotationPresent(Personal.class))
                        .forEach(component -> {
                            if (component.getType().isPrimitive()) {
                                throw new IllegalArgumentException(
                                        component + ": a primitive cannot become unreadable");
                            }
                            properties.replaceAll(property -> property.getName().equals(component.getName())
                                    ? new Protecting(property)
                                    : property);
                        });
            }
            return properties;
        }
    }

    private static final class Protecting extends BeanPropertyWriter {

        private static final long serialVersionUID = 1L;

        private Protecting(BeanPropertyWriter plain) {
            super(plain);
        }

        @Override
        @SuppressWarnings("unchecked") // only EventCodec sets the attribute
        public void serializeAsField(Object event, JsonGenerator json, SerializerProvider provider) throws Exception {
            var value = get(event);
            json.writeFieldName(getName());
            if (value == null) {
                json.writeNull();
                return;
            }
            var seal = (Function<byte[], String>) provider.getAttribute(ProtectedComponents.SEAL);
            json.writeStartObject();
            json.writeStringField(SEALED, seal.apply(Json.MAPPER.writeValueAsBytes(value)));
            json.writeEndObject();
        }
    }
}
