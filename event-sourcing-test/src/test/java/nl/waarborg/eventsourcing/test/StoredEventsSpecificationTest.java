package nl.waarborg.eventsourcing.test;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of stored events is seen to catch what it is there for. */
class StoredEventsSpecificationTest {

    private static final String PAID =
            """
            {"at": "2026-03-02T12:00:00.5Z", "amount": 12.50, "payer": "Jan", "notes": ["a"], "reference": null, "method": "ideal"}""";

    @TempDir
    Path samples;

    sealed interface PaymentEvent {}

    record Paid(
            Instant at,
            BigDecimal amount,
            @Personal String payer,
            @Personal List<String> notes,
            @Nullable String reference,
            Optional<String> method)
            implements PaymentEvent {}

    record Refunded(String reason, int cents) implements PaymentEvent {}

    @BeforeEach
    void writeSamples() throws IOException {
        sample("paid.v1", PAID);
        sample("refunded.v1", """
                {"reason": "none"}""");
        sample("refunded.v2", """
                {"reason": "none", "cents": 3}""");
    }

    private static EventTypes<PaymentEvent> types() {
        return new EventTypes<>("payment", PaymentEvent.class)
                .type("paid", Paid.class)
                .type("refunded", Refunded.class);
    }

    private static EventTypes<PaymentEvent> lifted() {
        return types().upcast("refunded", 1, old -> old.put("cents", 0));
    }

    @Test
    void events_that_can_all_be_read_pass() {
        verify(lifted());
    }

    @Test
    void a_nullable_or_optional_component_may_be_absent() throws IOException {
        sample("paid.v1", PAID.replace(", \"reference\": null, \"method\": \"ideal\"", ""));
        verify(lifted());
    }

    @Test
    void a_forgotten_upcaster_is_caught() throws IOException {
        Files.delete(samples.resolve("refunded.v2.json"));
        fails(types(), "refunded.v1", "cents");
    }

    @Test
    void a_missing_component_is_caught_also_where_it_is_no_primitive() throws IOException {
        sample("paid.v1", PAID.replace("\"amount\": 12.50, ", ""));
        fails(lifted(), "paid.v1", "amount");
    }

    @Test
    void a_null_where_none_may_be_is_caught() throws IOException {
        sample("paid.v1", PAID.replace("12.50", "null"));
        fails(lifted(), "paid.v1", "amount");
    }

    @Test
    void a_renamed_component_is_caught() throws IOException {
        sample("paid.v1", PAID.replace("\"method\"", "\"means\""));
        fails(lifted(), "paid.v1", "means");
    }

    @Test
    void an_event_without_a_sample_is_caught() throws IOException {
        Files.delete(samples.resolve("paid.v1.json"));
        fails(lifted(), "paid.v1", "no sample");
    }

    @Test
    void an_event_without_a_stored_name_is_caught() {
        fails(new EventTypes<>("payment", PaymentEvent.class).type("paid", Paid.class), "Refunded", "no stored name");
    }

    @Test
    void a_sample_of_nothing_is_caught() throws IOException {
        sample("payd.v1", "{}");
        fails(lifted(), "payd.v1", "nothing");
    }

    private void verify(EventTypes<?> types) {
        StoredEventsSpecification.verify(List.of(types), samples);
    }

    private void fails(EventTypes<?> types, String... words) {
        var failure = assertThrows(AssertionError.class, () -> verify(types));
        for (var word : words) {
            assertTrue(failure.getMessage().contains(word), failure.getMessage());
        }
    }

    private void sample(String name, String json) throws IOException {
        Files.writeString(samples.resolve(name + ".json"), json);
    }
}
