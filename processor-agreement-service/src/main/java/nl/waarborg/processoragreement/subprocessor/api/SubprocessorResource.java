package nl.waarborg.processoragreement.subprocessor.api;

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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.TenantKeys;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.subprocessor.domain.Subprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.ActivateSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.AnnounceSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.AnnounceSupplierChange;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.DecideObjection;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.EndSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.ObjectToSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.RecordUpstreamChange;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorCommand.RegisterSubprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent;
import nl.waarborg.processoragreement.subprocessor.domain.SupplierKind;
import nl.waarborg.processoragreement.subprocessor.domain.SupplierTerms;
import nl.waarborg.processoragreement.subprocessor.projection.AskedCustomers;
import nl.waarborg.processoragreement.subprocessor.projection.SubprocessorsView;
import nl.waarborg.processoragreement.subprocessor.projection.SubprocessorsView.NoticeRow;
import nl.waarborg.processoragreement.subprocessor.projection.SubprocessorsView.ObjectionRow;
import nl.waarborg.processoragreement.subprocessor.projection.SubprocessorsView.Place;
import nl.waarborg.processoragreement.subprocessor.projection.SubprocessorsView.SubprocessorRow;
import nl.waarborg.processoragreement.subprocessor.projection.VendorSupplierTerms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of a vendor's suppliers, and what customers say to them. */
@Path("/api/v1/subprocessors")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(AGREEMENT_MANAGER)
@Tag(name = "Sub-processors", description = "Announced in time, objected to, decided on by the board, then started")
public class SubprocessorResource {

    private final CommandHandler<SubprocessorCommand, Subprocessor, SubprocessorEvent> commands;
    private final SubprocessorsView view;
    private final VendorSupplierTerms terms;
    private final AskedCustomers asked;
    private final PersonalData personal;
    private final Caller caller;
    private final InstantSource clock;

    SubprocessorResource(
            CommandHandler<SubprocessorCommand, Subprocessor, SubprocessorEvent> commands,
            SubprocessorsView view,
            VendorSupplierTerms terms,
            AskedCustomers asked,
            PersonalData personal,
            Caller caller,
            InstantSource clock) {
        this.commands = commands;
        this.view = view;
        this.terms = terms;
        this.asked = asked;
        this.personal = personal;
        this.caller = caller;
        this.clock = clock;
    }

    record Registered(UUID subprocessorId) {}

    record Objected(UUID objectionId) {}

    record Whole(SubprocessorRow subprocessor, List<NoticeRow> notices) {}

    @POST
    @Operation(
            summary = "Register a supplier",
            description =
                    "Refused, and recorded so, outside the regions, without the certificates, or without the agreement that its kind needs. Rules PRA-036, PRA-037, PRA-038, PRA-042, PRA-044, XSV-042.")
    @APIResponse(
            responseCode = "201",
            description = "It is in the register",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Registered.class)))
    public Response register(@NotNull @Valid Requests.RegisterSupplier request) {
        var supplier = request.supplier();
        var context = caller.context(StreamId.PLATFORM);
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(
                Subprocessor.stream(id),
                context,
                new RegisterSubprocessor(id, caller.provider(), supplier, terms(context), context.occurredAt()));
        var registered = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/subprocessors/" + registered), new Registered(registered));
    }

    @GET
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SECURITY_OFFICER,
        BOARD,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(summary = "List suppliers by name", description = "The vendor sees what was refused, too. Rule PRA-036.")
    public Page<SubprocessorRow> list(
            @QueryParam("kind") @Nullable SupplierKind kind, @Valid @BeanParam PageQuery page) {
        var found = view.list(
                caller.vendor(),
                kind == null ? null : kind.name(),
                page.after(2, key -> new Place(key.getFirst(), UUID.fromString(key.getLast()))),
                page.fetch());
        return Page.of(
                found,
                page,
                last -> List.of(last.supplier().name(), last.subprocessorId().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SECURITY_OFFICER,
        BOARD,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(summary = "Show a supplier", description = "With everything that was announced of it. Rule PRA-036.")
    @APIResponse(
            responseCode = "200",
            description = "The supplier; ETag is its version",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Whole.class)))
    public Response show(@PathParam("id") UUID id) {
        var row = seen(id);
        return Answers.read(new Whole(row, view.notices(id, caller.vendor())), row.version());
    }

    @POST
    @Path("/{id}/announcement")
    @Operation(
            summary = "Announce a sub-processor",
            description =
                    "It is in the public feed from now on; first processing after the longest notice that any customer was promised, which runs from now unless it is history that is brought in. Rule PRA-039.")
    public Response announce(@PathParam("id") UUID id, Requests.@Nullable Announcement request) {
        var historic = request != null && Requests.historic(request.historic(), caller);
        var context = context(id, request == null ? null : new Requests.Moment(request.at()))
                .withHistoric(historic);
        return Answers.done(commands.handle(
                Subprocessor.stream(id),
                context,
                new AnnounceSubprocessor(
                        terms(context), context.occurredAt(), historic ? context.occurredAt() : clock.instant())));
    }

    @POST
    @Path("/{id}/activation")
    @Operation(
            summary = "Let a supplier process data",
            description =
                    "Refused before its notice is over, before the board has decided on every objection, when the board refrained, without the regions or certificates, or, where it replaces staff, without the consent of every customer that was asked. Rules PRA-036 to PRA-044.")
    public Response activate(@PathParam("id") UUID id, Requests.@Nullable Moment request) {
        var context = context(id, request);
        return Answers.done(commands.handle(
                Subprocessor.stream(id),
                context,
                new ActivateSubprocessor(terms(context), asked.of(id), context.occurredAt())));
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "Record that a supplier processes no more", description = "Rule PRA-036.")
    public Response end(@PathParam("id") UUID id, Requests.@Nullable Moment request) {
        var context = context(id, request);
        return Answers.done(
                commands.handle(Subprocessor.stream(id), context, new EndSubprocessor(context.occurredAt())));
    }

    @POST
    @Path("/{id}/upstream-changes")
    @Operation(
            summary = "Record what a supplier announced of itself",
            description = "Flagged when customers can no longer be told in time. Rule PRA-039.")
    public Response upstream(@PathParam("id") UUID id, @NotNull @Valid Requests.UpstreamChange request) {
        var context = context(id, new Requests.Moment(request.receivedAt()));
        return Answers.done(commands.handle(
                Subprocessor.stream(id),
                context,
                new RecordUpstreamChange(
                        request.change(), request.effectiveFrom(), terms(context), context.occurredAt())));
    }

    @POST
    @Path("/{id}/changes")
    @Operation(
            summary = "Announce a supplier's change",
            description =
                    "One that affects the technical aspects of the processing; it is in the public feed. Rule PRA-044.")
    public Response change(@PathParam("id") UUID id, @NotNull @Valid Requests.Change request) {
        var context = context(id, null);
        return Answers.done(commands.handle(
                Subprocessor.stream(id),
                context,
                new AnnounceSupplierChange(
                        request.change(), request.consequences(), request.effectiveFrom(), context.occurredAt())));
    }

    @GET
    @Path("/{id}/objections")
    @RolesAllowed({AGREEMENT_MANAGER, BOARD, AUDITOR, ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT})
    @Operation(
            summary = "List objections",
            description = "A customer sees its own, and since when it may terminate at once. Rules PRA-040, PRA-041.")
    public List<ObjectionRow> objections(@PathParam("id") UUID id) {
        seen(id);
        return view.objections(id);
    }

    @POST
    @Path("/{id}/objections")
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT})
    @Operation(
            summary = "Object to a sub-processor",
            description = "Always possible; the board decides before it starts. Rule PRA-040.")
    @APIResponse(
            responseCode = "201",
            description = "The board will decide",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Objected.class)))
    public Response object(@PathParam("id") UUID id, @NotNull @Valid Requests.Objection request) {
        seen(id);
        var tenant = caller.tenant();
        var context = caller.context(StreamId.PLATFORM);
        var objection = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(
                Subprocessor.stream(id),
                context,
                new ObjectToSubprocessor(
                        objection,
                        tenant,
                        context.actor().id(),
                        Objects.requireNonNull(personal.protect(tenant, request.text())),
                        context.occurredAt()));
        return Answers.created(
                result, URI.create("/api/v1/subprocessors/" + id + "/objections"), new Objected(objection));
    }

    @POST
    @Path("/{id}/objections/{objectionId}/decision")
    @RolesAllowed(BOARD)
    @Operation(
            summary = "Decide on an objection",
            description =
                    "By the board; its reasons go with the customer's data when those are erased. Rules PRA-040, PRA-058.")
    public Response decide(
            @PathParam("id") UUID id,
            @PathParam("objectionId") UUID objection,
            @NotNull @Valid Requests.Decide request) {
        var context = context(id, null);
        return Answers.done(commands.handle(
                Subprocessor.stream(id),
                context,
                new DecideObjection(
                        objection,
                        request.decision(),
                        context.actor().id(),
                        sealed(id, objection, request.reasons()),
                        context.occurredAt())));
    }

    /** With the objector's own key; null if there is no such objection, or its key is destroyed and nothing may be kept of it. */
    private @Nullable String sealed(UUID subprocessor, UUID objection, String reasons) {
        return view.objections(subprocessor).stream()
                .filter(raised -> raised.objectionId().equals(objection))
                .findFirst()
                .map(raised -> {
                    try {
                        return personal.protect(raised.tenantId(), reasons);
                    } catch (TenantKeys.KeyDestroyed e) {
                        return null;
                    }
                })
                .orElse(null);
    }

    private CommandContext context(UUID id, Requests.@Nullable Moment request) {
        seen(id);
        var at = request == null ? null : request.at();
        return at == null ? caller.context(StreamId.PLATFORM) : caller.context(StreamId.PLATFORM, at);
    }

    private SupplierTerms terms(CommandContext context) {
        return terms.of(caller.provider(), context.occurredAt()).orElseThrow(ProblemException::notFound);
    }

    private SubprocessorRow seen(UUID id) {
        return view.find(id, caller.vendor()).orElseThrow(ProblemException::notFound);
    }
}
