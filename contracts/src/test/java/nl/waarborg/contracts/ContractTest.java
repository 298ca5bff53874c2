package nl.waarborg.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ContractTest {

    private final Contract ended = Contract.of("nl.waarborg.processor-agreement.agreement-ended.v1");

    @Test
    void a_missing_field_and_a_malformed_one_are_found() throws IOException {
        assertEquals(2, ended.faults(json("{\"agreementId\": \"no uuid\"}")).size());
    }

    @Test
    void a_producer_may_not_add_what_the_schema_does_not_declare_but_a_consumer_reads_on() throws IOException {
        var event = json(
                """
                {"agreementId": "6f1d1f6e-8c5e-5d0e-9d35-0a8d4b1c7f21", "endedOn": "2026-12-31", "extra": 1}""");
        assertEquals(1, ended.faults(event).size());
        assertEquals(0, ended.faultsToConsumer(event).size());
    }

    @Test
    void an_unknown_type_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Contract.of("nl.waarborg.incident.never-heard-of.v1"));
        assertThrows(IllegalArgumentException.class, () -> Contract.of("com.example.raised.v1"));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
