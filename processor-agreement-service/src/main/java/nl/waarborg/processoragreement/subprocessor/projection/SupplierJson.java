package nl.waarborg.processoragreement.subprocessor.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier;

/** A supplier as it stands in its row. */
final class SupplierJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private SupplierJson() {}

    static String write(Supplier supplier) {
        try {
            return JSON.writeValueAsString(supplier);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a supplier cannot be written", e);
        }
    }

    static Supplier read(String json) {
        try {
            return JSON.readValue(json, Supplier.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a supplier cannot be read", e);
        }
    }
}
