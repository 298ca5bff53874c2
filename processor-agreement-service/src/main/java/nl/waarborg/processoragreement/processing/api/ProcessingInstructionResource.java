package nl.waarborg.processoragreement.processing.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.CONSULTANT;
import static nl.waarborg.eventsourcing.web.Roles.OPERATOR;
import static nl.waarborg.eventsourcing.web.Roles.PAYROLL_PROCESSOR;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.processing.domain.InstructionChannel;
import nl.waarborg.processoragreement.processing.domain.InstructionKind;
import nl.waarborg.processoragreement.processing.domain.InstructionRefusal;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.ExecuteProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.GiveProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.RefuseProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent;
import nl.waarborg.processoragreement.processing.projection.ProcessingFacts;
import nl.waarborg.processoragreement.processing.projection.ProcessingView;
import nl.waarborg.processoragreement.processing.projection.ProcessingView.InstructionRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Instructions of customers, in writing, and what became of them. */
@Path("/api/v1/processing-instructions")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({OPERATOR, PAYROLL_PROCESSOR})
@Tag(name = "Processing", description = "The customer decides what is processed, and instructs")
public class ProcessingInstructionResource {

    private final CommandHandler<ProcessingInstructionCommand, ProcessingInstruction, ProcessingInstructionEvent>
            commands;
    private final ProcessingView view;
    private final ProcessingFacts facts;
    private final Caller caller;

    ProcessingInstructionResource(
            CommandHandler<ProcessingInstructionCommand, ProcessingInstruction, ProcessingInstructionEvent> commands,
            ProcessingView view,
            ProcessingFacts facts,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.facts = facts;
        this.caller = caller;
    }

    record Instruction(
            UUID tenantId,
            InstructionKind kind,
            @Schema(description = "What is to be done, to which data") @NotBlank @Size(max = 10_000) String text,
            @Schema(description = "The purpose that it serves; absent in the course of a security incident") @Nullable
                    UUID activityId,
            @Schema(description = "The security incident in whose course it is given") @Nullable
                    UUID securityIncidentId,
            @Schema(description = "Where it stands, if it was laid down in a document; the vendor must name it")
                    @Nullable
                    @Size(min = 1, max = 200)
                    String documentRef) {}

    record Refusal(InstructionRefusal reason, @NotBlank @Size(max = 2000) String explanation) {}

    record Named(UUID instructionId) {}

    @GET
    @RolesAllowed({
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT,
        SECURITY_OFFICER,
        AGREEMENT_MANAGER,
        AUDITOR,
        OPERATOR,
        PAYROLL_PROCESSOR,
        CONSULTANT
    })
    @Operation(summary = "List instructions", description = "The latest first. Rules PRA-010, PRA-011.")
    public Page<InstructionRow> list(@Valid @BeanParam PageQuery page) {
        Optional<UUID> after = page.after(1, key -> UUID.fromString(key.getFirst()));
        return Page.of(
                view.instructions(after, page.fetch()),
                page,
                last -> List.of(last.instructionId().toString()));
    }

    @POST
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT, AUTHORISED_CONTACT, AGREEMENT_MANAGER})
    @Operation(
            summary = "Give an instruction",
            description =
                    "On the portal; the vendor enters what a document of both parties says. For a registered purpose, or in the course of a security incident. Rules PRA-009, PRA-010, PRA-011, PRA-026, PRA-056.")
    @APIResponse(
            responseCode = "201",
            description = "To be carried out",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Named.class)))
    public Response give(@NotNull @Valid Instruction request) {
        if (request.documentRef() == null && caller.vendor()) {
            throw ProblemException.invalidField("/documentRef", "must name the document in which it stands");
        }
        var context = caller.context(caller.seen(request.tenantId()));
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(
                ProcessingInstruction.stream(id),
                context,
                new GiveProcessingInstruction(
                        id,
                        request.documentRef() == null ? InstructionChannel.PORTAL : InstructionChannel.DOCUMENT,
                        request.kind(),
                        request.text(),
                        request.activityId(),
                        facts.agreed(context.tenant(), request.activityId()),
                        request.securityIncidentId(),
                        facts.affected(context.tenant(), request.securityIncidentId()),
                        request.documentRef(),
                        context.actor().id(),
                        context.occurredAt()));
        var named = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/processing-instructions"), new Named(named));
    }

    @POST
    @Path("/{id}/execution")
    @Operation(
            summary = "Record that an instruction was carried out",
            description = "Nothing is done to data without one. Rules PRA-010, PRA-026.")
    public Response execute(@PathParam("id") UUID id) {
        var context = context(id);
        return Answers.done(commands.handle(
                ProcessingInstruction.stream(id),
                context,
                new ExecuteProcessingInstruction(context.actor().id(), context.occurredAt())));
    }

    @POST
    @Path("/{id}/refusal")
    @RolesAllowed({OPERATOR, PAYROLL_PROCESSOR, SECURITY_OFFICER})
    @Operation(
            summary = "Refuse an instruction",
            description = "It conflicts with the law, or the vendor has no access to the data. Rules PRA-011, PRA-026.")
    public Response refuse(@PathParam("id") UUID id, @NotNull @Valid Refusal request) {
        var context = context(id);
        return Answers.done(commands.handle(
                ProcessingInstruction.stream(id),
                context,
                new RefuseProcessingInstruction(
                        request.reason(), request.explanation(), context.actor().id(), context.occurredAt())));
    }

    private CommandContext context(UUID id) {
        return caller.context(
                view.instruction(id).orElseThrow(ProblemException::notFound).tenantId());
    }
}
