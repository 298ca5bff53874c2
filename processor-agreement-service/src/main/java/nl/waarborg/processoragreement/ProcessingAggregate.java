package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.processing.api.PostedInstructions;
import nl.waarborg.processoragreement.processing.domain.Disclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand;
import nl.waarborg.processoragreement.processing.domain.DisclosureDecider;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionDecider;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegister;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterDecider;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstruction;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionCommand;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionDecider;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent;
import nl.waarborg.processoragreement.processing.projection.DisclosuresProjection;
import nl.waarborg.processoragreement.processing.projection.InstructionsProjection;
import nl.waarborg.processoragreement.processing.projection.ProcessingRegisterProjection;
import nl.waarborg.processoragreement.processing.projection.SupervisorInstructionsProjection;
import nl.waarborg.processoragreement.processing.storage.ProcessingEventTypes;

/** What is processed for a customer and on whose word (PRA-009 to PRA-019, PRA-026, PRA-027, PRA-035). Nothing of it leaves the service. */
@ApplicationScoped
class ProcessingAggregate implements Aggregate {

    private final PostedInstructions posted;
    private final PersonalData personal;

    ProcessingAggregate(PostedInstructions posted, PersonalData personal) {
        this.posted = posted;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ProcessingRegisterCommand, ProcessingRegister, ProcessingRegisterEvent> register(
            CommandHandlers handlers) {
        return handlers.of(new ProcessingRegisterDecider(), ProcessingEventTypes.REGISTER_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<ProcessingInstructionCommand, ProcessingInstruction, ProcessingInstructionEvent> instructions(
            CommandHandlers handlers) {
        return handlers.of(new ProcessingInstructionDecider(), ProcessingEventTypes.INSTRUCTION_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<DisclosureCommand, Disclosure, DisclosureEvent> disclosures(CommandHandlers handlers) {
        return handlers.of(new DisclosureDecider(), ProcessingEventTypes.DISCLOSURE_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SupervisorInstructionCommand, SupervisorInstruction, SupervisorInstructionEvent>
            supervisorInstructions(CommandHandlers handlers) {
        return handlers.of(new SupervisorInstructionDecider(), ProcessingEventTypes.SUPERVISOR_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(
                ProcessingEventTypes.REGISTER_EVENTS,
                ProcessingEventTypes.INSTRUCTION_EVENTS,
                ProcessingEventTypes.DISCLOSURE_EVENTS,
                ProcessingEventTypes.SUPERVISOR_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new ProcessingRegisterProjection(personal),
                new InstructionsProjection(personal),
                new DisclosuresProjection(personal),
                new SupervisorInstructionsProjection(personal));
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }
}
