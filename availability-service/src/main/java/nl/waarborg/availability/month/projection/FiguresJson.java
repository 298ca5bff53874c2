package nl.waarborg.availability.month.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import nl.waarborg.availability.month.domain.AvailabilityFigures;

/** Figures and lists as they stand in the tables of months. */
public final class FiguresJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private FiguresJson() {}

    static String write(Object figures) {
        try {
            return MAPPER.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures cannot be written", e);
        }
    }

    public static AvailabilityFigures read(String json) {
        try {
            return MAPPER.readValue(json, AvailabilityFigures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures cannot be read", e);
        }
    }
}
