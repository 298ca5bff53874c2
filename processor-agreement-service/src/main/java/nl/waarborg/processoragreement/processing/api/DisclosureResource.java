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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.processing.domain.Disclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureBasis;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.ConsentToDisclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.InformControllerOfDisclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.RecordDisclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.RecordDisclosureOrder;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent;
import nl.waarborg.processoragreement.processing.projection.ProcessingView;
import nl.waarborg.processoragreement.processing.projection.ProcessingView.DisclosureRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Giving a customer's data to third parties: with its permission, or by order. */
@Path("/api/v1/disclosures")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({SECURITY_OFFICER})
@Tag(name = "Processing", description = "The customer decides what is processed, and instructs")
public class DisclosureResource {

    private final CommandHandler<DisclosureCommand, Disclosure, DisclosureEvent> commands;
    private final ProcessingView view;
    private final Caller caller;

    DisclosureResource(
            CommandHandler<DisclosureCommand, Disclosure, DisclosureEvent> commands,
            ProcessingView view,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.caller = caller;
    }

    record Order(
            UUID tenantId,
            @NotBlank @Size(max = 200) String authority,
            DisclosureBasis legalBasis,
            @Schema(description = "Which data") @NotBlank @Size(max = 10_000) String scope,
            @Schema(description = "A legal privilege can be invoked against it") boolean privileged,
            @Schema(description = "The law allows to tell the customer") boolean mayInform) {}

    record Consent(@NotBlank @Size(max = 200) String recipient, @NotBlank @Size(max = 10_000) String scope) {}

    record Notice(@Schema(description = "A prohibition to tell the customer has ended") boolean allowedSince) {}

    record Named(UUID disclosureId) {}

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
            summary = "List disclosures",
            description =
                    "The latest first; a customer sees orders of which it was told. Rules PRA-017, PRA-018, PRA-019.")
    public Page<DisclosureRow> list(@Valid @BeanParam PageQuery page) {
        Optional<UUID> after = page.after(1, key -> UUID.fromString(key.getFirst()));
        return Page.of(
                view.disclosures(caller.vendor(), after, page.fetch()),
                page,
                last -> List.of(last.disclosureId().toString()));
    }

    @POST
    @Path("/orders")
    @Operation(
            summary = "Record an order to give data",
            description =
                    "By law, court or competent authority, where no privilege can be invoked. Rules PRA-017, PRA-019.")
    @APIResponse(
            responseCode = "201",
            description = "The data may be given",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Named.class)))
    public Response order(@NotNull @Valid Order request) {
        var context = caller.context(caller.seen(request.tenantId()));
        var id = UuidCreator.getTimeOrderedEpoch();
        return created(commands.handle(
                Disclosure.stream(id),
                context,
                new RecordDisclosureOrder(
                        id,
                        request.authority(),
                        request.legalBasis(),
                        request.scope(),
                        request.privileged(),
                        request.mayInform(),
                        context.occurredAt())));
    }

    @POST
    @Path("/consents")
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT, AUTHORISED_CONTACT})
    @Operation(
            summary = "Permit that data are given to a third party",
            description = "The customer's explicit permission. Rule PRA-019.")
    @APIResponse(
            responseCode = "201",
            description = "The data may be given",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Named.class)))
    public Response consent(@NotNull @Valid Consent request) {
        var context = caller.context(caller.tenant());
        var id = UuidCreator.getTimeOrderedEpoch();
        return created(commands.handle(
                Disclosure.stream(id),
                context,
                new ConsentToDisclosure(
                        id,
                        request.recipient(),
                        request.scope(),
                        context.actor().id(),
                        context.occurredAt())));
    }

    @POST
    @Path("/{id}/notice")
    @Operation(
            summary = "Inform the customer of an order",
            description = "As soon as the law allows it; the customer sees it from then on. Rule PRA-018.")
    public Response inform(@PathParam("id") UUID id, @NotNull @Valid Notice request) {
        var context = context(id);
        return Answers.done(commands.handle(
                Disclosure.stream(id),
                context,
                new InformControllerOfDisclosure(request.allowedSince(), context.occurredAt())));
    }

    @POST
    @Path("/{id}/execution")
    @Operation(
            summary = "Record that data were given",
            description = "With the customer's permission or by order. Rule PRA-019.")
    public Response disclose(@PathParam("id") UUID id) {
        var context = context(id);
        return Answers.done(commands.handle(
                Disclosure.stream(id),
                context,
                new RecordDisclosure(context.actor().id(), context.occurredAt())));
    }

    private static Response created(CommandResult<DisclosureEvent> result) {
        return Answers.created(
                result,
                URI.create("/api/v1/disclosures"),
                new Named(result.stream().id()));
    }

    private CommandContext context(UUID id) {
        return caller.context(view.disclosure(true, id)
                .orElseThrow(ProblemException::notFound)
                .tenantId());
    }
}
