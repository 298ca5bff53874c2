package nl.waarborg.processoragreement.datasubject.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.ForwardDataSubjectRequest;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.GiveDataSubjectAssistance;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.ReceiveDataSubjectRequest;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.RequestDataSubjectAssistance;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectAssistanceGiven;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectAssistanceRequested;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectRequestForwarded;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent.DataSubjectRequestReceived;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.junit.jupiter.api.Test;

class DataSubjectDeciderTest {

    private static final UUID ID = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final AssistanceTerms AFAS = AssistanceTerms.of(Terms.of(Preset.AFAS_SLA));
    private static final AssistanceTerms PHOCUS = AssistanceTerms.of(Terms.of(Preset.PHOCUS_CLOUD));

    private final DeciderSpecification<DataSubjectCommand, DataSubjectRequest, DataSubjectEvent> requests =
            new DeciderSpecification<>(new DataSubjectDecider());
    private final DataSubjectRequestReceived received =
            new DataSubjectRequestReceived(ID, RequestKind.ACCESS, "Jo Bakker", "What do you hold of me?", NOW, null);

    @Test
    @Rule("PRA-024")
    void a_request_is_referred_or_forwarded_and_there_is_no_way_to_answer_it() {
        requests.given()
                .when(new ReceiveDataSubjectRequest(
                        ID, RequestKind.ACCESS, "Jo Bakker", "What do you hold of me?", NOW, null))
                .then(received);
        requests.given(received)
                .when(new ForwardDataSubjectRequest(AFAS, null, NOW))
                .then(new DataSubjectRequestForwarded(ID, Handover.REFERRED_TO_CONTROLLER, null, NOW));
        var forwarded = new DataSubjectRequestForwarded(ID, Handover.FORWARDED_TO_CONTROLLER, null, NOW);
        requests.given(received)
                .when(new ForwardDataSubjectRequest(PHOCUS, null, NOW))
                .then(forwarded);
        requests.given(received, forwarded)
                .when(new ForwardDataSubjectRequest(PHOCUS, null, NOW))
                .thenNothing();
        requests.given().when(new ForwardDataSubjectRequest(PHOCUS, null, NOW)).thenRejected("PRA-024");
        assertEquals(
                Set.of(
                        "DataSubjectRequestReceived",
                        "DataSubjectRequestForwarded",
                        "DataSubjectAssistanceRequested",
                        "DataSubjectAssistanceGiven"),
                Arrays.stream(DataSubjectEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()));
    }

    @Test
    @Rule("PRA-025")
    void phocus_helps_after_a_written_request_and_with_access() {
        requests.given()
                .when(new RequestDataSubjectAssistance(ID, false, "Send the file", null, PHOCUS, NOW))
                .thenRejected("PRA-025");
        var asked = new DataSubjectAssistanceRequested(ID, true, "Send the file", null, NOW);
        requests.given()
                .when(new RequestDataSubjectAssistance(ID, true, "Send the file", null, PHOCUS, NOW))
                .then(asked);
        requests.given(asked)
                .when(new GiveDataSubjectAssistance(false, "", null, PHOCUS, NOW))
                .thenRejected("PRA-025");
        requests.given(asked)
                .when(new GiveDataSubjectAssistance(true, "An export", null, PHOCUS, NOW))
                .then(new DataSubjectAssistanceGiven(ID, "An export", null, NOW));
        requests.given(received)
                .when(new GiveDataSubjectAssistance(true, "An export", null, PHOCUS, NOW))
                .thenRejected("PRA-025");
    }

    @Test
    @Rule("PRA-025")
    void after_help_was_given_or_with_another_question_the_controller_asks_again() {
        var asked = new DataSubjectAssistanceRequested(ID, true, "Send the file", null, NOW);
        var given = new DataSubjectAssistanceGiven(ID, "An export", null, NOW);
        requests.given(asked)
                .when(new RequestDataSubjectAssistance(ID, true, "Send the file", null, PHOCUS, NOW))
                .thenNothing();
        requests.given(asked)
                .when(new RequestDataSubjectAssistance(ID, true, "And correct the address", null, PHOCUS, NOW))
                .then(new DataSubjectAssistanceRequested(ID, true, "And correct the address", null, NOW));
        requests.given(asked, given)
                .when(new RequestDataSubjectAssistance(ID, true, "Send the file", null, PHOCUS, NOW))
                .then(asked);
        requests.given(asked, given, asked)
                .when(new GiveDataSubjectAssistance(true, "Another export", null, PHOCUS, NOW))
                .then(new DataSubjectAssistanceGiven(ID, "Another export", null, NOW));
    }

    @Test
    @Rule("PRA-025")
    void afas_always_helps_where_the_software_allows_it() {
        var asked = new DataSubjectAssistanceRequested(ID, false, "Correct the address", null, NOW);
        requests.given(received)
                .when(new RequestDataSubjectAssistance(ID, false, "Correct the address", null, AFAS, NOW))
                .then(asked);
        requests.given(received, asked)
                .when(new GiveDataSubjectAssistance(false, "", null, AFAS, NOW))
                .thenRejected("PRA-025");
    }
}
