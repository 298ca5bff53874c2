package nl.waarborg.processoragreement.processing.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.BOARD;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.processing.domain.Supervisor;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstruction;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionCommand;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionCommand.RecordComplianceMeasure;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionCommand.ReportSupervisorInstruction;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent;
import nl.waarborg.processoragreement.processing.projection.ProcessingView;
import nl.waarborg.processoragreement.processing.projection.ProcessingView.SupervisorRow;
import nl.waarborg.terms.AgreedCalendars;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Binding instructions that a supervisor gave a customer. */
@Path("/api/v1/supervisor-instructions")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({SECURITY_OFFICER})
@Tag(name = "Processing", description = "The customer decides what is processed, and instructs")
public class SupervisorInstructionResource {

    private final CommandHandler<SupervisorInstructionCommand, SupervisorInstruction, SupervisorInstructionEvent>
            commands;
    private final ProcessingView view;
    private final Caller caller;

    SupervisorInstructionResource(
            CommandHandler<SupervisorInstructionCommand, SupervisorInstruction, SupervisorInstructionEvent> commands,
            ProcessingView view,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.caller = caller;
    }

    record Report(
            Supervisor supervisor,
            @Schema(description = "Day on which the customer got it, Europe/Amsterdam", examples = "2026-03-31")
                    LocalDate receivedOn,
            @NotBlank @Size(max = 10_000) String text) {}

    record Measure(
            @Schema(description = "What makes compliance possible") @NotBlank @Size(max = 10_000) String measure) {}

    record Named(UUID instructionId) {}

    record Taken(UUID measureId) {}

    @GET
    @RolesAllowed({
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT,
        SECURITY_OFFICER,
        AGREEMENT_MANAGER,
        AUDITOR,
        BOARD
    })
    @Operation(
            summary = "List instructions of supervisors",
            description = "The latest first, each with what the vendor did. Rule PRA-035.")
    public Page<SupervisorRow> list(@Valid @BeanParam PageQuery page) {
        Optional<UUID> after = page.after(1, key -> UUID.fromString(key.getFirst()));
        return Page.of(
                view.supervisorInstructions(after, page.fetch()),
                page,
                last -> List.of(last.instructionId().toString()));
    }

    @POST
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT, AUTHORISED_CONTACT})
    @Operation(summary = "Report an instruction of a supervisor", description = "Directly. Rule PRA-035.")
    @APIResponse(
            responseCode = "201",
            description = "The vendor does what it can",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Named.class)))
    public Response report(@NotNull @Valid Report request) {
        var context = caller.context(caller.tenant());
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(
                SupervisorInstruction.stream(id),
                context,
                new ReportSupervisorInstruction(
                        id,
                        request.supervisor(),
                        request.receivedOn(),
                        request.text(),
                        context.occurredAt().atZone(AgreedCalendars.ZONE).toLocalDate(),
                        context.occurredAt()));
        return Answers.created(
                result,
                URI.create("/api/v1/supervisor-instructions"),
                new Named(result.stream().id()));
    }

    @POST
    @Path("/{id}/measures")
    @Operation(summary = "Record what makes compliance possible", description = "Rule PRA-035.")
    @APIResponse(
            responseCode = "201",
            description = "The customer sees it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Taken.class)))
    public Response measure(@PathParam("id") UUID id, @NotNull @Valid Measure request) {
        var context = caller.context(view.supervisorInstruction(id)
                .orElseThrow(ProblemException::notFound)
                .tenantId());
        var measure = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(
                SupervisorInstruction.stream(id),
                context,
                new RecordComplianceMeasure(measure, request.measure(), context.occurredAt()));
        return Answers.created(result, URI.create("/api/v1/supervisor-instructions"), new Taken(measure));
    }
}
