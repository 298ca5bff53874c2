package nl.waarborg.eventsourcing.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.Metadata;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.Tickets;
import nl.waarborg.eventsourcing.erasure.domain.Erasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand.BeginErasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand.RecordReadBack;
import nl.waarborg.eventsourcing.erasure.domain.ErasureDecider;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.ErasureBegun;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.ErasurePostponed;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.TenantErased;
import nl.waarborg.eventsourcing.erasure.domain.ReadBack;
import nl.waarborg.eventsourcing.settings.Topics;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.eventsourcing.test.StoredEventsSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every service's part in an erasure: begun once, answered once, and only when nothing can be read. */
@Rule("PRA-058")
class ErasureAggregateTest {

    private static final UUID ERASURE = UUID.fromString("0195d4c1-7a30-7c11-9a51-3d0f6d3b7e01");
    private static final Instant CONFIRMED = Instant.parse("2027-02-01T08:58:00Z");
    private static final Instant LOOKED = Instant.parse("2027-02-01T09:00:12Z");
    private static final Instant AGAIN = Instant.parse("2027-02-01T10:00:12Z");
    private static final ReadBack CLEAN = new ReadBack(480, 1312, 14, 960, 478, 997, 0, 0);
    private static final ReadBack POSTED = new ReadBack(480, 1312, 14, 960, 478, 997, 3, 0);
    private static final ReadBack READABLE = new ReadBack(480, 1312, 14, 960, 478, 997, 0, 1);
    private static final ErasureBegun BEGUN = new ErasureBegun(ERASURE, CONFIRMED);
    private static final TenantErased ERASED = new TenantErased(ERASURE, LOOKED, CLEAN);

    private final DeciderSpecification<ErasureCommand, Erasure, ErasureEvent> specification =
            new DeciderSpecification<>(new ErasureDecider());

    @Test
    void it_is_begun_once() {
        var begin = new BeginErasure(ERASURE, CONFIRMED);

        specification.given().when(begin).then(BEGUN);
        specification.given(BEGUN).when(begin).thenNothing();
        specification
                .given(BEGUN, ERASED)
                .when(new BeginErasure(UUID.randomUUID(), AGAIN))
                .thenNothing();
    }

    @Test
    void what_can_still_be_read_postpones_it_and_a_clean_look_ends_it() {
        var clean = new RecordReadBack(LOOKED, CLEAN, AGAIN);

        specification
                .given(BEGUN)
                .when(new RecordReadBack(LOOKED, POSTED, AGAIN))
                .then(new ErasurePostponed(ERASURE, 3, 0, AGAIN));
        specification
                .given(BEGUN)
                .when(new RecordReadBack(LOOKED, READABLE, AGAIN))
                .then(new ErasurePostponed(ERASURE, 0, 1, AGAIN));
        specification
                .given(BEGUN, new ErasurePostponed(ERASURE, 0, 1, LOOKED))
                .when(clean)
                .then(ERASED);
        specification.given(BEGUN, ERASED).when(clean).thenNothing();
        specification.given().when(clean).thenNothing();
    }

    @Test
    void every_version_ever_stored_can_be_read_and_every_event_has_a_sample() {
        StoredEventsSpecification.verify(List.of(ErasureAggregate.EVENTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "availability", "processor-agreement"})
    void each_service_answers_as_its_contract_says(String service) {
        var json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        var answer = publish(service, ERASED).orElseThrow();

        assertEquals("nl.waarborg.%s.tenant-erased.v1".formatted(service), answer.type());
        assertEquals(List.of(), Contract.of(answer.type()).faults(json.valueToTree(answer.data())));
        assertEquals(Optional.empty(), publish(service, BEGUN));
        assertEquals(Optional.empty(), publish(service, new ErasurePostponed(ERASURE, 0, 1, AGAIN)));
    }

    private static Optional<PublishedEvent> publish(String service, ErasureEvent event) {
        return new ErasureAggregate(null, new Topics(service))
                .publish(new RecordedEvent<>(
                        UUID.randomUUID(),
                        Erasure.stream(Tickets.TENANT),
                        2,
                        Tickets.TENANT,
                        event,
                        LOOKED,
                        LOOKED,
                        new Metadata(Actor.SCHEDULER, false, null, null, null, null)));
    }
}
