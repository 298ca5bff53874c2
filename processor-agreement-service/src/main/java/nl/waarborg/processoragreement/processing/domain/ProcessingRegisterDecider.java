package nl.waarborg.processoragreement.processing.domain;

import java.util.Map;
import java.util.Set;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegister.Activity;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegister.Category;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegister.Dpia;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegister.Ground;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.DeclareLegalBasis;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RecordDpia;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RegisterDataCategory;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RegisterProcessingActivity;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RequestAdvice;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.AdviceRequested;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DataCategoryRegistered;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DpiaRecorded;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.LegalBasisDeclared;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.ProcessingActivityRegistered;

/** The customer decides on purpose, ground, data and assessments; the vendor records it (PRA-009, PRA-012 to PRA-015). */
public final class ProcessingRegisterDecider
        implements Decider<ProcessingRegisterCommand, ProcessingRegister, ProcessingRegisterEvent> {

    @Override
    public ProcessingRegister initialState() {
        return new ProcessingRegister(Map.of(), Map.of(), Map.of(), Map.of(), Set.of());
    }

    @Override
    public Decision<ProcessingRegisterEvent> decide(ProcessingRegisterCommand command, ProcessingRegister register) {
        return switch (command) {
            case RegisterProcessingActivity c ->
                new Activity(c.purpose(), c.retention(), c.recipients())
                                .equals(register.activities().get(c.activityId()))
                        ? Decision.nothing()
                        : Decision.of(new ProcessingActivityRegistered(
                                c.activityId(), c.purpose(), c.retention(), c.recipients(), c.at()));
            case DeclareLegalBasis c -> declare(c, register);
            case RegisterDataCategory c ->
                new Category(c.sensitivity(), c.custom())
                                .equals(register.categories().get(c.name()))
                        ? Decision.nothing()
                        : Decision.of(new DataCategoryRegistered(c.name(), c.sensitivity(), c.custom(), c.at()));
            case RequestAdvice c ->
                register.asked().contains(c.adviceId())
                        ? Decision.nothing()
                        : Decision.of(new AdviceRequested(c.adviceId(), c.subject(), c.at()));
            case RecordDpia c -> assess(c, register);
        };
    }

    private static Decision<ProcessingRegisterEvent> declare(DeclareLegalBasis c, ProcessingRegister register) {
        if (!register.activities().containsKey(c.activityId())) {
            return Decision.reject("PRA-012", "no-such-activity", "A ground is declared for a known activity.");
        }
        return new Ground(c.basis(), c.explanation()).equals(register.bases().get(c.activityId()))
                ? Decision.nothing()
                : Decision.of(new LegalBasisDeclared(c.activityId(), c.basis(), c.explanation(), c.at()));
    }

    private static Decision<ProcessingRegisterEvent> assess(RecordDpia c, ProcessingRegister register) {
        if (!register.activities().containsKey(c.activityId())) {
            return Decision.reject("PRA-015", "no-such-activity", "An assessment is about a known activity.");
        }
        return new Dpia(c.madeOn(), c.documentRef()).equals(register.dpias().get(c.activityId()))
                ? Decision.nothing()
                : Decision.of(new DpiaRecorded(c.activityId(), c.madeOn(), c.documentRef(), c.at()));
    }

    @Override
    public ProcessingRegister evolve(ProcessingRegister register, ProcessingRegisterEvent event) {
        return switch (event) {
            case ProcessingActivityRegistered e -> register.with(e);
            case LegalBasisDeclared e -> register.with(e);
            case DataCategoryRegistered e -> register.with(e);
            case AdviceRequested e -> register.asked(e.adviceId());
            case DpiaRecorded e -> register.with(e);
        };
    }
}
