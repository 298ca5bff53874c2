package nl.waarborg.processoragreement.fairuse.domain;

import java.util.List;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Case;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Outcome;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.CloseFairUseCase;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.OpenFairUseCase;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.RecordFairUseContact;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.TakeFairUseMeasure;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseCaseClosed;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseCaseOpened;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseContactRecorded;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseMeasureTaken;

/** XSV-045: first the customer is contacted to find a solution; measures come if it cannot be reached or none is found. */
public final class FairUseDecider implements Decider<FairUseCommand, FairUse, FairUseEvent> {

    private static final String RULE = "XSV-045";

    @Override
    public FairUse initialState() {
        return FairUse.NONE;
    }

    @Override
    public Decision<FairUseEvent> decide(FairUseCommand command, FairUse fairUse) {
        var known = fairUse.cases().get(command.caseId());
        if (command instanceof OpenFairUseCase c) {
            return known == null
                    ? Decision.of(new FairUseCaseOpened(c.caseId(), c.signal(), c.description(), c.at()))
                    : Decision.nothing();
        }
        if (known == null) {
            return Decision.reject(RULE, "no-fair-use-case", "There is no such case.");
        }
        if (known.closed() != null) {
            return command instanceof CloseFairUseCase
                    ? Decision.nothing()
                    : Decision.reject(RULE, "fair-use-case-closed", "The case is closed.");
        }
        return switch (command) {
            case OpenFairUseCase _ -> Decision.nothing();
            case RecordFairUseContact c -> contact(c, known);
            case TakeFairUseMeasure c -> measure(c, known);
            case CloseFairUseCase c ->
                known.solved() || !known.measures().isEmpty()
                        ? Decision.of(new FairUseCaseClosed(c.caseId(), c.at()))
                        : Decision.reject(RULE, "nothing-solved", "It was neither solved nor was a measure taken.");
        };
    }

    private static Decision<FairUseEvent> contact(RecordFairUseContact c, Case known) {
        if (known.contacts().stream().anyMatch(contact -> contact.contactId().equals(c.contactId()))) {
            return Decision.nothing();
        }
        return c.reached() == (c.outcome() != null)
                ? Decision.of(new FairUseContactRecorded(
                        c.caseId(), c.contactId(), c.reached(), c.outcome(), c.note(), c.at()))
                : Decision.reject(RULE, "outcome-unclear", "A contact has an outcome if the customer was reached.");
    }

    private static Decision<FairUseEvent> measure(TakeFairUseMeasure c, Case known) {
        if (known.measures().stream().anyMatch(measure -> measure.measureId().equals(c.measureId()))) {
            return Decision.nothing();
        }
        var last = known.lastContact();
        if (last.isEmpty()) {
            return Decision.reject(RULE, "no-contact", "The customer is contacted first to find a solution.");
        }
        return last.get().outcome() == Outcome.SOLVED
                ? Decision.reject(RULE, "solved", "A solution was found with the customer.")
                : Decision.of(new FairUseMeasureTaken(c.caseId(), c.measureId(), c.measure(), c.at()));
    }

    @Override
    public FairUse evolve(FairUse fairUse, FairUseEvent event) {
        var known = fairUse.cases().get(event.caseId());
        if (event instanceof FairUseCaseOpened opened) {
            return fairUse.with(opened.caseId(), new Case(opened, List.of(), List.of(), null));
        }
        if (known == null) {
            return fairUse;
        }
        return fairUse.with(
                event.caseId(),
                switch (event) {
                    case FairUseCaseOpened _ -> known;
                    case FairUseContactRecorded e -> known.with(e);
                    case FairUseMeasureTaken e -> known.with(e);
                    case FairUseCaseClosed e -> known.with(e);
                });
    }
}
