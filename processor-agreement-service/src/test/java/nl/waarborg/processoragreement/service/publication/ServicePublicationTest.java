package nl.waarborg.processoragreement.service.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectClosed;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectHandedOver;
import nl.waarborg.processoragreement.service.domain.ServiceKind;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceDelivered;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequestClosed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequested;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class ServicePublicationTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final UUID ID = UUID.fromString("01956a3e-7c1d-7b7e-8f9a-0000000000a1");

    @Test
    @Rule({"XSV-032", "XSV-036"})
    void what_is_published_keeps_to_its_contract_and_says_no_texts() throws Exception {
        for (var published : List.of(
                PublishedServiceEvent.from(requested(ServiceKind.SERVICE_MANAGEMENT)),
                PublishedServiceEvent.from(requested(ServiceKind.CONSULTANCY)),
                PublishedServiceEvent.from(
                        new ServiceDelivered(ID, ServiceKind.CONSULTANCY, "Personal", new BigDecimal("7.50"), NOW)),
                PublishedServiceEvent.from(new ServiceRequestClosed(ID, NOW)),
                PublishedServiceEvent.from(new ProjectHandedOver(ID, NOW)),
                PublishedServiceEvent.from(new ProjectClosed(ID, NOW)))) {
            PublishedEvent event = published.orElseThrow();
            assertEquals(List.of(), Contract.of(event.type()).faults(JSON.valueToTree(event.data())), event.type());
            assertFalse(JSON.writeValueAsString(event.data()).contains("Personal"));
        }
        assertEquals(Optional.empty(), PublishedServiceEvent.from(requested(ServiceKind.SUCCESS_MANAGEMENT)));
    }

    private static ServiceRequested requested(ServiceKind kind) {
        return new ServiceRequested(ID, kind, true, "Personal", ID, NOW, 1, NOW);
    }
}
