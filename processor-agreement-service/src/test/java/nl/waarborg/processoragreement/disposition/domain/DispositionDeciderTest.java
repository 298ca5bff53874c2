package nl.waarborg.processoragreement.disposition.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.disposition.domain.Disposition.Choice;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ChooseDataDisposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ConfirmErasure;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ConfirmThirdPartyDisposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.EstimateDispositionCost;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.InstructThirdPartyDisposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.LiftLegalHold;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.PlaceLegalHold;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.RecordServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ReturnData;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.SettleDispositionCost;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDestroyed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDispositionChosen;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataReturned;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DispositionCostEstimated;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DispositionCostSettled;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ErasureConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldLifted;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldPlaced;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionInstructed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDone;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class DispositionDeciderTest {

    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
    private static final UUID ID = new UUID(0, 1);
    private static final UUID HOLD = new UUID(0, 2);
    private static final String SEEN = "a".repeat(64);
    private static final BigDecimal COST = new BigDecimal("250.00");
    private static final DispositionEvent DESTROY = new DataDispositionChosen(ID, Choice.DESTROY, NOW);
    private static final DispositionEvent RETURN = new DataDispositionChosen(ID, Choice.RETURN, NOW);
    private static final DispositionEvent HELD = new LegalHoldPlaced(HOLD, "A dispute", NOW);
    private static final ErasureConfirmed ORDERED =
            new ErasureConfirmed(ID, SEEN, Set.of("here", "there"), List.of(), NOW);
    private static final ServiceErased HERE = new ServiceErased("here", NOW, 3, 2, 5, 1);
    private static final ServiceErased THERE = new ServiceErased("there", NOW, 4, 0, 4, 0);

    private final DeciderSpecification<DispositionCommand, Disposition, DispositionEvent> disposition =
            new DeciderSpecification<>(new DispositionDecider());

    @Test
    @Rule({"PRA-058", "PRA-061"})
    void the_customer_chooses_at_the_end_or_earlier_in_writing() {
        disposition.given().when(choose(Choice.DESTROY, true, false)).then(DESTROY);
        disposition.given().when(choose(Choice.DESTROY, false, false)).thenRejected("PRA-058");
        disposition.given().when(choose(Choice.DESTROY, false, true)).then(DESTROY);
        disposition.given().when(choose(Choice.EARLY_DELETION, false, false)).thenRejected("PRA-061");
        disposition
                .given()
                .when(choose(Choice.EARLY_DELETION, false, true))
                .then(new DataDispositionChosen(ID, Choice.EARLY_DELETION, NOW));
        disposition.given().when(choose(Choice.EARLY_DELETION, true, true)).thenRejected("PRA-061");
        disposition.given(DESTROY).when(choose(Choice.DESTROY, true, false)).thenNothing();
        disposition.given(DESTROY).when(choose(Choice.RETURN, true, false)).then(RETURN);
        disposition
                .given(DESTROY, ORDERED)
                .when(choose(Choice.RETURN, true, false))
                .thenRejected("PRA-058");
    }

    @Test
    @Rule("PRA-058")
    void nothing_is_destroyed_without_a_choice_under_a_hold_or_by_a_stale_preview() {
        disposition.given().when(confirm(SEEN)).thenRejected("PRA-058");
        disposition.given(DESTROY).when(confirm("b".repeat(64))).thenRejected("PRA-058");
        disposition.given(DESTROY, HELD).when(confirm(SEEN)).thenRejected("PRA-058");
        disposition
                .given(DESTROY, HELD, new LegalHoldLifted(HOLD, NOW))
                .when(confirm(SEEN))
                .then(ORDERED);
        disposition.given(DESTROY).when(confirm(SEEN)).then(ORDERED);
        disposition.given(DESTROY, ORDERED).when(confirm(SEEN)).thenNothing();
    }

    @Test
    @Rule("PRA-058")
    void a_hold_is_placed_and_lifted_once_and_comes_too_late_after_the_order() {
        disposition.given().when(new PlaceLegalHold(HOLD, "A dispute", NOW)).then(HELD);
        disposition.given(HELD).when(new PlaceLegalHold(HOLD, "A dispute", NOW)).thenNothing();
        disposition.given(HELD).when(new LiftLegalHold(HOLD, NOW)).then(new LegalHoldLifted(HOLD, NOW));
        disposition.given().when(new LiftLegalHold(HOLD, NOW)).thenNothing();
        disposition
                .given(DESTROY, ORDERED)
                .when(new PlaceLegalHold(HOLD, "A dispute", NOW))
                .thenRejected("PRA-058");
    }

    @Test
    @Rule("PRA-058")
    void data_that_are_to_be_returned_are_returned_before_they_are_destroyed() {
        var returned = new DataReturned(ID, "XML", NOW);
        disposition.given(DESTROY).when(new ReturnData(ID, "XML", NOW)).thenRejected("PRA-058");
        disposition.given(RETURN).when(confirm(SEEN)).thenRejected("PRA-058");
        disposition.given(RETURN).when(new ReturnData(ID, "XML", NOW)).then(returned);
        disposition.given(RETURN, returned).when(new ReturnData(ID, "XML", NOW)).thenNothing();
        disposition.given(RETURN, returned).when(confirm(SEEN)).then(ORDERED);
    }

    @Test
    @Rule({"PRA-058", "PRA-061"})
    void the_last_answer_certifies_the_erasure_and_answers_to_nothing_asked_tell_nothing() {
        disposition.given(DESTROY).when(answer(ID, HERE)).thenNothing();
        disposition.given(DESTROY, ORDERED).when(answer(HOLD, HERE)).thenNothing();
        disposition
                .given(DESTROY, ORDERED)
                .when(answer(ID, new ServiceErased("elsewhere", NOW, 0, 0, 0, 0)))
                .thenNothing();
        disposition.given(DESTROY, ORDERED).when(answer(ID, HERE)).then(HERE);
        disposition.given(DESTROY, ORDERED, HERE).when(answer(ID, HERE)).thenNothing();
        disposition
                .given(DESTROY, ORDERED, THERE)
                .when(answer(ID, HERE))
                .then(
                        HERE,
                        new DataDestroyed(
                                ID,
                                "CRYPTOGRAPHIC_ERASURE",
                                Certificate.of(ORDERED, new TreeMap<>(Map.of("here", HERE, "there", THERE)))
                                        .sha256(),
                                NOW));
    }

    @Test
    @Rule("PRA-058")
    void anybody_can_make_the_certificates_hash_from_its_text() {
        var certificate = Certificate.of(ORDERED, new TreeMap<>(Map.of("here", HERE, "there", THERE)));
        assertEquals(
                """
                00000000-0000-0000-0000-000000000001 2027-01-04T09:00:00Z %s CRYPTOGRAPHIC_ERASURE
                here 2027-01-04T09:00:00Z 3 2 5 1
                there 2027-01-04T09:00:00Z 4 0 4 0
                """
                        .formatted(SEEN),
                certificate.text());
        assertEquals("9291f757e0e44647b90e9f8c488322f4c8b85b2ed67992d4defe24160da3d214", certificate.sha256());
    }

    @Test
    @Rule("PRA-059")
    void third_parties_are_instructed_before_they_confirm() {
        var instructed = new ThirdPartyDispositionInstructed(ID, "Hosting BV", NOW);
        var confirmed = new ThirdPartyDispositionConfirmed(ID, "Hosting BV", NOW);
        disposition
                .given()
                .when(new InstructThirdPartyDisposition(ID, "Hosting BV", NOW))
                .thenRejected("PRA-059");
        disposition
                .given(DESTROY)
                .when(new InstructThirdPartyDisposition(ID, "Hosting BV", NOW))
                .then(instructed);
        disposition
                .given(DESTROY)
                .when(new ConfirmThirdPartyDisposition(ID, "Hosting BV", NOW))
                .thenRejected("PRA-059");
        disposition
                .given(DESTROY, instructed)
                .when(new ConfirmThirdPartyDisposition(ID, "Hosting BV", NOW))
                .then(confirmed);
        disposition
                .given(DESTROY, instructed, confirmed)
                .when(new ConfirmThirdPartyDisposition(ID, "Hosting BV", NOW))
                .thenNothing();
    }

    @Test
    @Rule("PRA-059")
    void nothing_is_destroyed_before_each_third_party_has_confirmed_and_the_certificate_names_them() {
        var hosting = new ThirdPartyDispositionInstructed(ID, "Hosting BV", NOW);
        var archive = new ThirdPartyDispositionInstructed(ID, "Archive BV", NOW);
        var later = NOW.plusSeconds(60);
        disposition.given(DESTROY, hosting).when(confirm(SEEN)).thenRejected("PRA-059");
        disposition
                .given(DESTROY, hosting, archive, new ThirdPartyDispositionConfirmed(ID, "Hosting BV", later))
                .when(confirm(SEEN))
                .thenRejected("PRA-059");
        var order = new ErasureConfirmed(
                ID,
                SEEN,
                Set.of("here", "there"),
                List.of(new ThirdPartyDone("Archive BV", NOW), new ThirdPartyDone("Hosting BV", later)),
                NOW);
        disposition
                .given(
                        DESTROY,
                        hosting,
                        archive,
                        new ThirdPartyDispositionConfirmed(ID, "Hosting BV", later),
                        new ThirdPartyDispositionConfirmed(ID, "Archive BV", NOW))
                .when(confirm(SEEN))
                .then(order);
        assertEquals(
                """
                00000000-0000-0000-0000-000000000001 2027-01-04T09:00:00Z %s CRYPTOGRAPHIC_ERASURE
                here 2027-01-04T09:00:00Z 3 2 5 1
                third-party 2027-01-04T09:00:00Z Archive BV
                third-party 2027-01-04T09:01:00Z Hosting BV
                """
                        .formatted(SEEN),
                Certificate.of(order, Map.of("here", HERE)).text());
    }

    @Test
    @Rule("PRA-060")
    void costs_are_estimated_before_and_settled_after() {
        disposition.given().when(new EstimateDispositionCost(ID, COST, NOW)).thenRejected("PRA-060");
        disposition
                .given(DESTROY)
                .when(new EstimateDispositionCost(ID, COST, NOW))
                .then(new DispositionCostEstimated(ID, COST, NOW));
        disposition
                .given(DESTROY)
                .when(new SettleDispositionCost(ID, COST, NOW))
                .thenRejected("PRA-060");
        disposition
                .given(RETURN, new DataReturned(ID, "XML", NOW))
                .when(new SettleDispositionCost(ID, COST, NOW))
                .then(new DispositionCostSettled(ID, COST, NOW));
    }

    private static ChooseDataDisposition choose(Choice choice, boolean ended, boolean request) {
        return new ChooseDataDisposition(ID, choice, ended, request, NOW);
    }

    private static ConfirmErasure confirm(String current) {
        return new ConfirmErasure(ID, SEEN, current, Set.of("here", "there"), NOW);
    }

    private static RecordServiceErased answer(UUID erasure, ServiceErased answer) {
        return new RecordServiceErased(erasure, answer, NOW);
    }
}
