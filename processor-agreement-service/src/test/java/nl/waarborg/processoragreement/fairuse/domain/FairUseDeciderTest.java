package nl.waarborg.processoragreement.fairuse.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Outcome;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Signal;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.CloseFairUseCase;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.OpenFairUseCase;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.RecordFairUseContact;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.TakeFairUseMeasure;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseCaseClosed;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseCaseOpened;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseContactRecorded;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseMeasureTaken;
import nl.waarborg.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Rule("XSV-045")
class FairUseDeciderTest {

    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final UUID CASE = new UUID(0, 1);
    private static final FairUseEvent OPENED = new FairUseCaseOpened(CASE, Signal.NEEDLESS_LOAD, "Every minute", NOW);
    private static final FairUseEvent MEASURE = new FairUseMeasureTaken(CASE, new UUID(0, 9), "Limited", NOW);

    private final DeciderSpecification<FairUseCommand, FairUse, FairUseEvent> fairUse =
            new DeciderSpecification<>(new FairUseDecider());

    @Test
    void a_case_is_opened_once() {
        var open = new OpenFairUseCase(CASE, Signal.NEEDLESS_LOAD, "Every minute", NOW);
        fairUse.given().when(open).then(OPENED);
        fairUse.given(OPENED).when(open).thenNothing();
        fairUse.given().when(contact(1, false, null)).thenRejected("XSV-045");
    }

    @Test
    void the_customer_is_contacted_before_a_measure_is_taken() {
        fairUse.given(OPENED).when(measure()).thenRejected("XSV-045");
        fairUse.given(OPENED).when(contact(1, false, null)).then(contacted(1, false, null));
        fairUse.given(OPENED, contacted(1, false, null)).when(measure()).then(MEASURE);
        fairUse.given(OPENED, contacted(1, true, Outcome.NO_SOLUTION))
                .when(measure())
                .then(MEASURE);
        fairUse.given(OPENED, contacted(1, false, null), contacted(2, true, Outcome.SOLVED))
                .when(measure())
                .thenRejected("XSV-045");
        fairUse.given(OPENED, contacted(1, false, null), MEASURE)
                .when(measure())
                .thenNothing();
    }

    @Test
    void a_contact_has_an_outcome_if_somebody_was_reached() {
        fairUse.given(OPENED).when(contact(1, true, null)).thenRejected("XSV-045");
        fairUse.given(OPENED).when(contact(1, false, Outcome.SOLVED)).thenRejected("XSV-045");
        fairUse.given(OPENED, contacted(1, false, null))
                .when(contact(1, false, null))
                .thenNothing();
    }

    @Test
    void a_case_is_closed_when_it_was_solved_or_a_measure_taken() {
        var close = new CloseFairUseCase(CASE, NOW);
        var closed = new FairUseCaseClosed(CASE, NOW);
        fairUse.given(OPENED).when(close).thenRejected("XSV-045");
        fairUse.given(OPENED, contacted(1, false, null)).when(close).thenRejected("XSV-045");
        fairUse.given(OPENED, contacted(1, true, Outcome.SOLVED)).when(close).then(closed);
        fairUse.given(OPENED, contacted(1, false, null), MEASURE).when(close).then(closed);
        var solved = contacted(1, true, Outcome.SOLVED);
        fairUse.given(OPENED, solved, closed).when(close).thenNothing();
        fairUse.given(OPENED, solved, closed).when(contact(2, false, null)).thenRejected("XSV-045");
    }

    private static FairUseCommand contact(int id, boolean reached, @Nullable Outcome outcome) {
        return new RecordFairUseContact(CASE, new UUID(1, id), reached, outcome, null, NOW);
    }

    private static FairUseEvent contacted(int id, boolean reached, @Nullable Outcome outcome) {
        return new FairUseContactRecorded(CASE, new UUID(1, id), reached, outcome, null, NOW);
    }

    private static FairUseCommand measure() {
        return new TakeFairUseMeasure(CASE, new UUID(0, 9), "Limited", NOW);
    }
}
