package nl.waarborg.processoragreement.securityincident.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.BOARD;
import static nl.waarborg.eventsourcing.web.Roles.CONSULTANT;
import static nl.waarborg.eventsourcing.web.Roles.FIRST_CLASS_AGENT;
import static nl.waarborg.eventsourcing.web.Roles.ICT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.OPERATOR;
import static nl.waarborg.eventsourcing.web.Roles.PAYROLL_PROCESSOR;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.SUPPORT_AGENT;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.processoragreement.securityincident.BreachRegister;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.AnnounceAuthorityReport;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordAuthorityReport;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordBreachAssessment;
import nl.waarborg.processoragreement.securityincident.domain.NoticeContent;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.BreachRow;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.ClockRow;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.CorrectionRow;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.EntryRow;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.ExportRow;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.HistoryRow;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.MailRow;
import nl.waarborg.processoragreement.securityincident.projection.RegisterView.Place;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of security incidents; a customer sees of it what affects itself. */
@Path("/api/v1/security-incidents")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(SECURITY_OFFICER)
@Tag(
        name = "Security incidents",
        description = "One register; per affected customer its own clocks, notices, assessment and report")
public class SecurityIncidentResource {

    private final BreachRegister register;
    private final RegisterView view;
    private final Tenants tenants;
    private final Caller caller;
    private final InstantSource clock;

    SecurityIncidentResource(
            BreachRegister register, RegisterView view, Tenants tenants, Caller caller, InstantSource clock) {
        this.register = register;
        this.view = view;
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    record Registered(UUID securityIncidentId) {}

    /** @param affected the caller's own breach, or those of all affected customers */
    record Whole(EntryRow entry, List<CorrectionRow> corrections, List<BreachRow> affected, List<MailRow> mails) {}

    public enum State {
        OPEN,
        CLOSED
    }

    @POST
    @RolesAllowed({
        SUPPORT_AGENT,
        FIRST_CLASS_AGENT,
        OPERATOR,
        PAYROLL_PROCESSOR,
        SERVICE_MANAGER,
        AGREEMENT_MANAGER,
        SECURITY_OFFICER,
        ICT_MANAGER,
        BOARD,
        AUDITOR,
        ACCOUNT_MANAGER,
        CONSULTANT
    })
    @Operation(
            summary = "Register a security incident",
            description =
                    "By any employee of the vendor. Each affected customer's clocks begin at the discovery, by its own terms. Rules PRA-047, PRA-049, PRA-054, PRA-055.")
    @APIResponse(
            responseCode = "201",
            description = "It is in the register",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Registered.class)))
    public Response register(@NotNull @Valid Requests.Register request) {
        Requests.refuseForeign(request.affectedTenants(), caller.provider(), tenants);
        var context = caller.context(StreamId.PLATFORM);
        var result = register.register(context, request.report(UuidCreator.getTimeOrderedEpoch(), caller.provider()));
        var incident = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/security-incidents/" + incident), new Registered(incident));
    }

    @GET
    @RolesAllowed({
        SECURITY_OFFICER,
        BOARD,
        AUDITOR,
        ICT_MANAGER,
        AGREEMENT_MANAGER,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(
            summary = "List security incidents",
            description =
                    "The latest first; uninformed: those of which a controller has not heard, who waits longest first. A customer sees those that affect it. Rules PRA-054, PRA-056.")
    public Page<EntryRow> list(
            @QueryParam("state") @Nullable State state,
            @QueryParam("uninformed") @DefaultValue("false") boolean uninformed,
            @Valid @BeanParam PageQuery page) {
        var found = view.entries(
                caller.vendor(),
                state == null ? null : state.name(),
                uninformed,
                page.after(2, key -> new Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast()))),
                page.fetch(),
                clock.instant());
        return Page.of(
                found,
                page,
                last -> List.of(
                        last.discoveredAt().toString(), last.incidentId().toString()));
    }

    @GET
    @Path("/register")
    @RolesAllowed({SECURITY_OFFICER, AUDITOR})
    @Operation(
            summary = "Export the register",
            description = "Every entry with every affected customer and its clocks, for an audit. Rule PRA-054.")
    public List<ExportRow> export() {
        return view.export();
    }

    @GET
    @Path("/register.csv")
    @Produces("text/csv")
    @RolesAllowed({SECURITY_OFFICER, AUDITOR})
    @Operation(summary = "Export the register as CSV", description = "The same, a line each. Rule PRA-054.")
    @APIResponse(
            responseCode = "200",
            description = "The register, RFC 4180, with a line of names",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING, examples = "incidentId,type,origin")))
    public Response exportCsv() {
        return Response.ok(RegisterExport.csv(view.export()), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"security-incidents.csv\"")
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        SECURITY_OFFICER,
        BOARD,
        AUDITOR,
        ICT_MANAGER,
        AGREEMENT_MANAGER,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(summary = "Show a security incident", description = "With the affected customers that the caller sees.")
    @APIResponse(
            responseCode = "200",
            description = "The incident; ETag is its version",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Whole.class)))
    public Response show(@PathParam("id") UUID incident) {
        var entry = seen(incident);
        return Answers.read(
                new Whole(
                        entry,
                        view.corrections(incident, caller.vendor()),
                        view.breaches(incident),
                        view.mails(incident)),
                entry.version());
    }

    @GET
    @Path("/{id}/clocks")
    @RolesAllowed({
        SECURITY_OFFICER,
        BOARD,
        AUDITOR,
        ICT_MANAGER,
        AGREEMENT_MANAGER,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(
            summary = "Show its clocks",
            description =
                    "Per affected customer, with term, clause and rule; outerLimit is how Regulation 1182/71 would count. None where the terms say nothing. Rules PRA-048, PRA-049, PRA-050, PRA-057.")
    public List<ClockRow> clocks(@PathParam("id") UUID incident) {
        seen(incident);
        return view.clocks(incident, clock.instant());
    }

    @GET
    @Path("/{id}/tenants/{tenantId}/history")
    @RolesAllowed({
        SECURITY_OFFICER,
        BOARD,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(summary = "Show what happened to one customer's breach", description = "In order. Rule PRA-053.")
    public List<HistoryRow> history(@PathParam("id") UUID incident, @PathParam("tenantId") UUID tenant) {
        seen(incident);
        return view.history(incident, caller.seen(tenant));
    }

    @POST
    @Path("/{id}/affected-tenants")
    @Operation(
            summary = "Add an affected customer",
            description = "Its clocks begin at the discovery, as those of the others. Rule PRA-046.")
    public Response affect(@PathParam("id") UUID incident, @NotNull @Valid Requests.Affect request) {
        seen(incident);
        var tenant = caller.seen(request.tenantId());
        return Answers.done(
                register.affect(caller.context(StreamId.PLATFORM), incident, tenant, request.description()));
    }

    @POST
    @Path("/{id}/discovery-corrections")
    @Operation(
            summary = "Correct the discovery",
            description =
                    "The discovery that was entered stays; every open clock is computed anew, with old and new deadline. Rules PRA-048, PRA-057.")
    public Response correct(@PathParam("id") UUID incident, @NotNull @Valid Requests.Correct request) {
        seen(incident);
        return Answers.done(register.correctDiscovery(
                caller.context(StreamId.PLATFORM), incident, request.discoveredAt(), request.reason()));
    }

    @POST
    @Path("/{id}/closure")
    @Operation(
            summary = "Close a security incident",
            description = "Refused while an affected customer has not been informed. Rules PRA-046, PRA-054.")
    public Response close(@PathParam("id") UUID incident, @NotNull @Valid Requests.Close request) {
        seen(incident);
        return Answers.done(register.close(caller.context(StreamId.PLATFORM), incident, request.conclusion()));
    }

    @POST
    @Path("/{id}/tenants/{tenantId}/notice")
    @Operation(
            summary = "Inform a controller",
            description =
                    "The first notice, by mail to the contacts that the terms name; what is not known yet never blocks it. After its deadline it needs a reason. Rules PRA-046, PRA-048, PRA-052, PRA-053, PRA-056, PRA-057.")
    public Response inform(
            @PathParam("id") UUID incident,
            @PathParam("tenantId") UUID tenant,
            @NotNull @Valid Requests.Inform request) {
        var context = context(incident, tenant, request.informedAt());
        return Answers.done(register.inform(
                context, incident, context.occurredAt(), request.content().content(), request.lateReason()));
    }

    @POST
    @Path("/{id}/tenants/{tenantId}/supplements")
    @Operation(
            summary = "Supplement a notice",
            description =
                    "By mail to the same contacts; what became known leaves the list of what is missing. Rule PRA-053.")
    public Response supplement(
            @PathParam("id") UUID incident,
            @PathParam("tenantId") UUID tenant,
            @NotNull @Valid Requests.Supplement request) {
        return Answers.done(register.supplement(
                context(incident, tenant, null),
                incident,
                request.cause(),
                request.text(),
                request.content() == null
                        ? NoticeContent.NOTHING
                        : request.content().content()));
    }

    @POST
    @Path("/{id}/tenants/{tenantId}/assessment")
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT, AUTHORISED_CONTACT})
    @Operation(
            summary = "Assess a security incident",
            description = "The controller judges whether it is a breach and must be reported. Rule PRA-050.")
    public Response assess(
            @PathParam("id") UUID incident,
            @PathParam("tenantId") UUID tenant,
            @NotNull @Valid Requests.Assess request) {
        var context = context(incident, tenant, null);
        return done(
                context,
                incident,
                new RecordBreachAssessment(
                        request.isBreach(),
                        request.reportNeeded(),
                        request.reasons(),
                        context.actor().id(),
                        context.occurredAt()));
    }

    @POST
    @Path("/{id}/tenants/{tenantId}/report-announcement")
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT, AUTHORISED_CONTACT})
    @Operation(
            summary = "Announce a report to the supervisor",
            description = "The vendor hears of it first, so that both can decide on actions together. Rule PRA-051.")
    public Response announce(
            @PathParam("id") UUID incident,
            @PathParam("tenantId") UUID tenant,
            @NotNull @Valid Requests.Announce request) {
        var context = context(incident, tenant, null);
        return done(context, incident, new AnnounceAuthorityReport(request.plannedAt(), context.occurredAt()));
    }

    @POST
    @Path("/{id}/tenants/{tenantId}/authority-report")
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_CONTACT, PRIVACY_CONTACT, AUTHORISED_CONTACT, SECURITY_OFFICER})
    @Operation(
            summary = "Record the controller's report to the supervisor",
            description = "The vendor never reports itself. Rules PRA-046, PRA-051.")
    public Response report(
            @PathParam("id") UUID incident,
            @PathParam("tenantId") UUID tenant,
            @NotNull @Valid Requests.RecordReport request) {
        return done(
                context(incident, tenant, request.reportedAt()),
                incident,
                new RecordAuthorityReport(request.reportedAt(), request.provisional()));
    }

    private Response done(CommandContext context, UUID incident, BreachCommand command) {
        return Answers.done(register.command(context, incident, command));
    }

    /** Of a customer that the incident affects; another looks like none. */
    private CommandContext context(UUID incident, UUID tenant, @Nullable Instant at) {
        seen(incident);
        if (view.breaches(incident).stream()
                .noneMatch(breach -> breach.tenantId().equals(caller.seen(tenant)))) {
            throw ProblemException.notFound();
        }
        return at == null ? caller.context(tenant) : caller.context(tenant, at);
    }

    private EntryRow seen(UUID incident) {
        return view.entry(incident, caller.vendor(), clock.instant()).orElseThrow(ProblemException::notFound);
    }
}
