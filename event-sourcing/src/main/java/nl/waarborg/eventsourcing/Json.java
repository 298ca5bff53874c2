package nl.waarborg.eventsourcing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How records stand in the database. A component that is missing, unknown or null fails the reading, unless it is
 * {@code @Nullable} or {@code Optional}: Jackson's defaults would let a forgotten upcaster pass as null.
 */
final class Json {

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .annotationIntrospector(new Components())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Leaves out what is null. */
    static final ObjectMapper COMPACT = MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private Json() {}

    private static final class Components extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            var component = componentOf(member);
            return component == null ? super.hasRequiredMarker(member) : Boolean.valueOf(!mayBeAbsent(component));
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated member) {
            var component = componentOf(member);
            if (component == null) {
                return super.findSetterInfo(member);
            }
            if (mayBeAbsent(component)) {
                return JsonSetter.Value.forValueNulls(Nulls.SET);
            }
            if (component.isAnnotationPresent(Personal.class)) { // its key may be destroyed
                return JsonSetter.Value.forValueNulls(holdsMany(component) ? Nulls.AS_EMPTY : Nulls.SET);
            }
            return JsonSetter.Value.forValueNulls(Nulls.FAIL);
        }

        private static @Nullable RecordComponent componentOf(Annotated member) {
            if (member instanceof AnnotatedParameter parameter
                    && parameter.getDeclaringClass().isRecord()) {
                var components = parameter.getDeclaringClass().getRecordComponents();
                var canonical = parameter.getOwner().getParameterCount() == components.length;
                return canonical ? components[parameter.getIndex()] : null;
            }
            return null;
        }

        private static boolean mayBeAbsent(RecordComponent component) {
            return component.getType() == Optional.class
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        private static boolean holdsMany(RecordComponent component) {
            return Collection.class.isAssignableFrom(component.getType())
                    || Map.class.isAssignableFrom(component.getType());
        }
    }
}
