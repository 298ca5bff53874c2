package nl.waarborg.processoragreement.datasubject.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.FIRST_CLASS_AGENT;
import static nl.waarborg.eventsourcing.web.Roles.PAYROLL_PROCESSOR;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;
import static nl.waarborg.eventsourcing.web.Roles.SUPPORT_AGENT;

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
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.datasubject.domain.AssistanceTerms;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.ForwardDataSubjectRequest;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.GiveDataSubjectAssistance;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.ReceiveDataSubjectRequest;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectCommand.RequestDataSubjectAssistance;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectEvent;
import nl.waarborg.processoragreement.datasubject.domain.DataSubjectRequest;
import nl.waarborg.processoragreement.datasubject.domain.RequestKind;
import nl.waarborg.processoragreement.datasubject.projection.DataSubjectsView;
import nl.waarborg.processoragreement.datasubject.projection.DataSubjectsView.RequestRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requests of data subjects: passed on to the controller, who alone answers them. */
@Path("/api/v1/data-subject-requests")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({SUPPORT_AGENT, FIRST_CLASS_AGENT, PAYROLL_PROCESSOR, SECURITY_OFFICER})
@Tag(name = "Data subjects", description = "Never answered by the vendor; the controller is told and helped")
public class DataSubjectResource {

    private final CommandHandler<DataSubjectCommand, DataSubjectRequest, DataSubjectEvent> commands;
    private final DataSubjectsView view;
    private final AgreedTerms agreed;
    private final Caller caller;

    DataSubjectResource(
            CommandHandler<DataSubjectCommand, DataSubjectRequest, DataSubjectEvent> commands,
            DataSubjectsView view,
            AgreedTerms agreed,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.agreed = agreed;
        this.caller = caller;
    }

    record Received(
            UUID tenantId,
            RequestKind kind,
            @NotBlank @Size(max = 200) String dataSubject,
            @NotBlank @Size(max = 10_000) String text) {}

    record Asked(
            @Schema(description = "A request that the vendor passed on; absent: one that the customer received itself")
                    @Nullable
                    UUID requestId,
            @Schema(description = "In writing") boolean written,
            @NotBlank @Size(max = 10_000) String text) {}

    record Assisted(
            @Schema(description = "The software allows it, or the vendor has access within the assignment")
                    boolean feasible,
            @NotBlank @Size(max = 10_000) String result) {}

    record Named(UUID requestId) {}

    @GET
    @RolesAllowed({
        SUPPORT_AGENT,
        FIRST_CLASS_AGENT,
        PAYROLL_PROCESSOR,
        SECURITY_OFFICER,
        AGREEMENT_MANAGER,
        AUDITOR,
        ADMINISTRATOR,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(summary = "List requests of data subjects", description = "The latest first. Rule PRA-024.")
    public Page<RequestRow> list(@Valid @BeanParam PageQuery page) {
        Optional<UUID> after = page.after(1, key -> UUID.fromString(key.getFirst()));
        return Page.of(
                view.list(after, page.fetch()),
                page,
                last -> List.of(last.requestId().toString()));
    }

    @POST
    @Operation(
            summary = "Record that a data subject asked the vendor",
            description =
                    "It is not answered. Where the terms count it as an incident, it is one. Rules PRA-024, PRA-055.")
    @APIResponse(
            responseCode = "201",
            description = "To be passed on",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Named.class)))
    public Response receive(@NotNull @Valid Received request) {
        var context = caller.context(caller.seen(request.tenantId()));
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(
                DataSubjectRequest.stream(id),
                context,
                new ReceiveDataSubjectRequest(
                        id,
                        request.kind(),
                        request.dataSubject(),
                        request.text(),
                        context.occurredAt(),
                        context.actor().id()));
        var named = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/data-subject-requests/" + named), new Named(named));
    }

    @POST
    @Path("/{id}/forwarding")
    @Operation(
            summary = "Pass a request on",
            description = "The data subject is referred, or the request forwarded, as the terms say. Rule PRA-024.")
    public Response forward(@PathParam("id") UUID id) {
        var context = context(id);
        return Answers.done(commands.handle(
                DataSubjectRequest.stream(id),
                context,
                new ForwardDataSubjectRequest(terms(context), context.actor().id(), context.occurredAt())));
    }

    @POST
    @Path("/assistance")
    @RolesAllowed({ADMINISTRATOR, PRIVACY_CONTACT, AUTHORISED_CONTACT})
    @Operation(
            summary = "Ask for assistance with the rights of a data subject",
            description = "In writing, where the terms ask for that. Rule PRA-025.")
    @APIResponse(
            responseCode = "201",
            description = "The vendor will help",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Named.class)))
    public Response ask(@NotNull @Valid Asked request) {
        var about = request.requestId();
        var context = about == null ? caller.context(caller.tenant()) : context(about);
        var id = about == null ? UuidCreator.getTimeOrderedEpoch() : about;
        var result = commands.handle(
                DataSubjectRequest.stream(id),
                context,
                new RequestDataSubjectAssistance(
                        id,
                        request.written(),
                        request.text(),
                        context.actor().id(),
                        terms(context),
                        context.occurredAt()));
        var named = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/data-subject-requests/" + named), new Named(named));
    }

    @POST
    @Path("/{id}/assistance")
    @Operation(
            summary = "Give assistance",
            description = "As far as the software or the vendor's access allows. Rule PRA-025.")
    public Response assist(@PathParam("id") UUID id, @NotNull @Valid Assisted request) {
        var context = context(id);
        return Answers.done(commands.handle(
                DataSubjectRequest.stream(id),
                context,
                new GiveDataSubjectAssistance(
                        request.feasible(),
                        request.result(),
                        context.actor().id(),
                        terms(context),
                        context.occurredAt())));
    }

    private CommandContext context(UUID id) {
        return caller.context(
                view.find(id).orElseThrow(ProblemException::notFound).tenantId());
    }

    private AssistanceTerms terms(CommandContext context) {
        return agreed.of(context.tenant())
                .at(context.occurredAt())
                .map(AssistanceTerms::of)
                .orElseThrow(ProblemException::notFound);
    }
}
