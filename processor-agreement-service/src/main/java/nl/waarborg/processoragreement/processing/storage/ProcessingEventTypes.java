package nl.waarborg.processoragreement.processing.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.processing.domain.Disclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DataDisclosed;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureConsented;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureOrdered;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureReportedToController;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionExecuted;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionGiven;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionRefused;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegister;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.AdviceRequested;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DataCategoryRegistered;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DpiaRecorded;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.LegalBasisDeclared;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.ProcessingActivityRegistered;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstruction;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent.ComplianceMeasureRecorded;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent.SupervisorInstructionReported;

/** The stored names of the events around the processing for a customer. */
public final class ProcessingEventTypes {

    public static final EventTypes<ProcessingRegisterEvent> REGISTER_EVENTS = new EventTypes<>(
                    ProcessingRegister.CATEGORY, ProcessingRegisterEvent.class)
            .type("processing-activity-registered", ProcessingActivityRegistered.class)
            .type("legal-basis-declared", LegalBasisDeclared.class)
            .type("data-category-registered", DataCategoryRegistered.class)
            .type("advice-requested", AdviceRequested.class)
            .type("dpia-recorded", DpiaRecorded.class);

    public static final EventTypes<ProcessingInstructionEvent> INSTRUCTION_EVENTS = new EventTypes<>(
                    ProcessingInstruction.CATEGORY, ProcessingInstructionEvent.class)
            .type("processing-instruction-given", ProcessingInstructionGiven.class)
            .type("processing-instruction-executed", ProcessingInstructionExecuted.class)
            .type("processing-instruction-refused", ProcessingInstructionRefused.class);

    public static final EventTypes<DisclosureEvent> DISCLOSURE_EVENTS = new EventTypes<>(
                    Disclosure.CATEGORY, DisclosureEvent.class)
            .type("disclosure-ordered", DisclosureOrdered.class)
            .type("disclosure-reported-to-controller", DisclosureReportedToController.class)
            .type("disclosure-consented", DisclosureConsented.class)
            .type("data-disclosed", DataDisclosed.class);

    public static final EventTypes<SupervisorInstructionEvent> SUPERVISOR_EVENTS = new EventTypes<>(
                    SupervisorInstruction.CATEGORY, SupervisorInstructionEvent.class)
            .type("supervisor-instruction-reported", SupervisorInstructionReported.class)
            .type("compliance-measure-recorded", ComplianceMeasureRecorded.class);

    private ProcessingEventTypes() {}
}
