package nl.waarborg.processoragreement.agreement.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.web.AfterTheEnd;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.CancelFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.RequestLicenceChange;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.SubscribeFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.TerminationGround;
import nl.waarborg.processoragreement.agreement.projection.AgreementView;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.agreement.projection.PapersView;
import nl.waarborg.processoragreement.contact.projection.KnownContacts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Agreements and everything that happens to one. */
@Path("/api/v1/agreements")
@Tag(name = "Agreements")
public class AgreementResource {

    private final CommandHandler<AgreementCommand, Agreement, AgreementEvent> commands;
    private final Agreements agreements;
    private final PapersView papers;
    private final KnownContacts contacts;
    private final CommandFacts facts;
    private final Caller caller;
    private final InstantSource clock;

    AgreementResource(
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> commands,
            Agreements agreements,
            PapersView papers,
            KnownContacts contacts,
            CommandFacts facts,
            Caller caller,
            InstantSource clock) {
        this.commands = commands;
        this.agreements = agreements;
        this.papers = papers;
        this.contacts = contacts;
        this.facts = facts;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Conclude an agreement",
            description =
                    "Makes the tenant, publishes its terms. The same reference again, with the same content, makes no"
                            + " second one and is answered 200. Rules XSV-001, PRA-001, PRA-005.")
    @APIResponse(
            responseCode = "201",
            description = "The agreement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Views.Whole.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was concluded before, with the same content",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Views.Whole.class)))
    public Response conclude(Requests.Conclude request) {
        var command = request.command(caller.provider(), facts::knows);
        var tenant = Agreement.tenant(command.provider(), command.reference());
        var firstInstant = AgreementDecider.startOf(command.concludedOn());
        var now = clock.instant();
        var context = caller.context(tenant, firstInstant.isBefore(now) ? firstInstant : now);
        var result = Answers.accepted(commands.handle(Agreement.stream(tenant), context, command));
        var id = result.stream().id();
        var body = whole(seen(id));
        return result.events().isEmpty()
                ? Answers.done(result, body)
                : Answers.created(result, URI.create("/api/v1/agreements/" + id), body);
    }

    @GET
    @AfterTheEnd
    @RolesAllowed({AGREEMENT_MANAGER, SERVICE_MANAGER, ACCOUNT_MANAGER, AUDITOR, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "List agreements by name", description = "Those of the vendor, or the customer's own.")
    public Page<Views.Summary> list(@Valid @BeanParam PageQuery page) {
        return agreements.list(page).map(Views.Summary::of);
    }

    @GET
    @AfterTheEnd
    @Path("/{id}")
    @RolesAllowed({AGREEMENT_MANAGER, SERVICE_MANAGER, ACCOUNT_MANAGER, AUDITOR, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "Show an agreement")
    @APIResponse(
            responseCode = "200",
            description = "The agreement; ETag is its version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Views.Whole.class)))
    public Response show(@PathParam("id") UUID id) {
        var agreement = seen(id);
        return Answers.read(whole(agreement), agreement.version);
    }

    @POST
    @Path("/{id}/terms")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Agree on other terms",
            description = "A new version of the terms from a day on. Running clocks keep the version with which they"
                    + " started. Rules XSV-004, PRA-002, PRA-005.")
    public Response changeTerms(@PathParam("id") UUID id, Requests.Change request) {
        return done(id, null, context -> request.command(context.occurredAt(), facts::knows));
    }

    @GET
    @Path("/{id}/first-class")
    @RolesAllowed({AGREEMENT_MANAGER, SERVICE_MANAGER, ACCOUNT_MANAGER, AUDITOR, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(
            summary = "Show First Class",
            description = "Its periods, and whether it was active at a moment (now, if none is given).")
    public Views.FirstClass firstClass(@PathParam("id") UUID id, @QueryParam("at") @Nullable Instant at) {
        var moment = at == null ? clock.instant() : at;
        return Views.FirstClass.of(agreements.firstClass(seen(id).tenantId), moment, AgreementDecider.dayOf(moment));
    }

    @POST
    @Path("/{id}/first-class/subscription")
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(
            summary = "Subscribe First Class",
            description = "It starts on the first day of the following month. Rule XSV-023.")
    public Response subscribeFirstClass(@PathParam("id") UUID id, Requests.@Nullable Moment request) {
        return done(id, given(request), context -> new SubscribeFirstClass(context.occurredAt()));
    }

    @POST
    @Path("/{id}/first-class/cancellation")
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(
            summary = "Cancel First Class",
            description = "It ends on the last day of the following month. Rule XSV-024.")
    public Response cancelFirstClass(@PathParam("id") UUID id, Requests.@Nullable Moment request) {
        return done(id, given(request), context -> new CancelFirstClass(context.occurredAt()));
    }

    @GET
    @Path("/{id}/licence")
    @RolesAllowed({AGREEMENT_MANAGER, SERVICE_MANAGER, ACCOUNT_MANAGER, AUDITOR, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "Show the licence", description = "Its numbers today and how they came about. Rule XSV-011.")
    public Views.LicenceHistory licence(@PathParam("id") UUID id) {
        var tenant = seen(id).tenantId;
        return Views.LicenceHistory.of(
                agreements.licence(tenant), papers.cancellations(tenant), AgreementDecider.dayOf(clock.instant()));
    }

    @PUT
    @Path("/{id}/licence")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(summary = "Change the licence", description = "Rule XSV-011.")
    public Response changeLicence(@PathParam("id") UUID id, Requests.LicenceChange request) {
        return done(id, null, context -> request.command());
    }

    @POST
    @Path("/{id}/licence/change-requests")
    @RolesAllowed(ADMINISTRATOR)
    @Operation(summary = "Ask for another licence", description = "Rule XSV-011.")
    public Response requestLicenceChange(@PathParam("id") UUID id, Requests.LicenceWish request) {
        return done(
                id, null, context -> new RequestLicenceChange(request.licence().licence(), context.occurredAt()));
    }

    @GET
    @Path("/{id}/invoices")
    @RolesAllowed({AGREEMENT_MANAGER, ACCOUNT_MANAGER, AUDITOR, AGREEMENT_CONTACT})
    @Operation(summary = "List what was invoiced")
    public List<Views.Invoice> invoices(@PathParam("id") UUID id) {
        return agreements.invoices(seen(id).tenantId).stream()
                .map(Views.Invoice::of)
                .toList();
    }

    @POST
    @Path("/{id}/invoices")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Record an invoice",
            description = "The basis of exit prices. A month in which First Class was active and not invoiced raises an"
                    + " alert. Rules XSV-016, XSV-017, XSV-022.")
    public Response recordInvoice(@PathParam("id") UUID id, Requests.Invoice request) {
        return done(id, null, context -> request.command());
    }

    @GET
    @AfterTheEnd
    @Path("/{id}/exit-option")
    @RolesAllowed({AGREEMENT_MANAGER, SERVICE_MANAGER, ACCOUNT_MANAGER, AUDITOR, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "List the exit options that were chosen", description = "The newest first.")
    public List<Views.Exit> exitOptions(@PathParam("id") UUID id) {
        return agreements.exitChoices(seen(id).tenantId).stream()
                .map(Views.Exit::of)
                .toList();
    }

    @PUT
    @AfterTheEnd
    @Path("/{id}/exit-option")
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(
            summary = "Choose an exit option",
            description = "For the time after the last day of a terminated agreement. Rules XSV-015 to XSV-018.")
    public Response chooseExitOption(@PathParam("id") UUID id, Requests.ExitChoice request) {
        return done(id, null, context -> request.command(context.occurredAt()));
    }

    @POST
    @Path("/{id}/extension")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(summary = "Extend the agreement", description = "Rule XSV-001.")
    public Response extend(@PathParam("id") UUID id, Requests.Extension request) {
        return done(id, null, context -> request.command());
    }

    @POST
    @Path("/{id}/termination")
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(
            summary = "Terminate the agreement",
            description =
                    "The customer, because the SLA changes and no solution was found, or because a sub-processor that it"
                            + " objected to processes data; the vendor enters an ordinary notice. Rules XSV-005, XSV-008,"
                            + " PRA-041.")
    public Response terminate(@PathParam("id") UUID id, Requests.Termination request) {
        if (request.ground() == TerminationGround.NOTICE && !caller.hasRole(AGREEMENT_MANAGER)) {
            throw ProblemException.forbidden("an ordinary notice is entered by the vendor");
        }
        var tenant = seen(id).tenantId;
        var context = caller.context(tenant);
        return Answers.done(commands.handle(
                Agreement.stream(tenant),
                context,
                state -> facts.terminate(tenant, request, state, context.occurredAt())));
    }

    @POST
    @Path("/{id}/licence/cancellation")
    @RolesAllowed({AGREEMENT_CONTACT, AGREEMENT_MANAGER})
    @Operation(
            summary = "Cancel the licence",
            description =
                    "Per the next invoice period or a stated date, after the minimum term and some working days before"
                            + " the period; the agreement ends with it. A refusal is recorded. Rules XSV-012, XSV-013.")
    public Response cancelLicence(@PathParam("id") UUID id, Requests.@Nullable LicenceStop request) {
        var statedDate = request == null ? null : request.statedDate();
        var tenant = seen(id).tenantId;
        return CommandFacts.withinCalendar(() -> done(
                id,
                given(request == null ? null : request.at()),
                context -> facts.cancelLicence(tenant, statedDate, context.occurredAt())));
    }

    private @Nullable Instant given(Requests.@Nullable Moment request) {
        return given(request == null ? null : request.at());
    }

    private @Nullable Instant given(@Nullable Instant at) {
        if (at != null && !caller.hasRole(AGREEMENT_MANAGER)) {
            throw ProblemException.invalidField("/at", "is for the vendor to give");
        }
        return at;
    }

    private Response done(UUID agreement, @Nullable Instant at, Function<CommandContext, AgreementCommand> command) {
        var tenant = seen(agreement).tenantId;
        var context = at == null ? caller.context(tenant) : caller.context(tenant, at);
        CommandResult<AgreementEvent> result =
                commands.handle(Agreement.stream(tenant), context, command.apply(context));
        return Answers.done(result);
    }

    private Views.Whole whole(AgreementView agreement) {
        return Views.Whole.of(agreement, contacts.of(agreement.tenantId), agreements.signedBy(agreement));
    }

    private AgreementView seen(UUID agreement) {
        return agreements.find(agreement).orElseThrow(ProblemException::notFound);
    }
}
