package nl.waarborg.availability.outage.api;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.availability.outage.api.Outages.Report;
import nl.waarborg.availability.outage.domain.Classification;
import nl.waarborg.availability.outage.domain.Exclusion;
import nl.waarborg.availability.outage.domain.ExclusionReason;
import nl.waarborg.availability.outage.domain.OutageCommand;
import nl.waarborg.availability.outage.domain.OutageCommand.ApproveOutageChange;
import nl.waarborg.availability.outage.domain.OutageCommand.DeclineOutageChange;
import nl.waarborg.availability.outage.domain.OutageCommand.UpdateOutage;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeProposed;
import nl.waarborg.availability.outage.domain.OutageTimes;
import nl.waarborg.availability.outage.domain.ProposedChange;
import nl.waarborg.availability.outage.projection.OutagesView;
import nl.waarborg.availability.outage.projection.OutagesView.ExclusionRow;
import nl.waarborg.availability.outage.projection.OutagesView.NewsRow;
import nl.waarborg.availability.outage.projection.OutagesView.OutageRow;
import nl.waarborg.availability.outage.projection.OutagesView.ProposalRow;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.ResponsibleParty;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.tenants.VendorTerms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Outages by hand: the on-call operator tells them, judges them and keeps the ledger; everyone of the vendor and its customers reads. */
@Path("/api/v1/outages")
@RolesAllowed({
    Roles.OPERATOR, Roles.SERVICE_MANAGER, Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.AGREEMENT_MANAGER,
    Roles.ICT_MANAGER, Roles.BOARD, Roles.AUDITOR, Roles.ACCOUNT_MANAGER, Roles.ADMINISTRATOR,
    Roles.FUNCTIONAL_ADMINISTRATOR, Roles.INCIDENT_SUBMITTER, Roles.INCIDENT_VIEWER, Roles.AGREEMENT_CONTACT
})
@Tag(
        name = "outages",
        description =
                "Disruptions of the platform and what does not count of them (AVL-004 to AVL-008, AVL-025, AVL-046)")
class OutageResource {

    private final Outages outages;
    private final OutagesView view;
    private final VendorTerms vendors;
    private final Caller caller;

    OutageResource(Outages outages, OutagesView view, VendorTerms vendors, Caller caller) {
        this.outages = outages;
        this.view = view;
        this.vendors = vendors;
        this.caller = caller;
    }

    /** @param startedAt absent: now */
    record StartRequest(
            @Nullable Set<Component> components,
            @Nullable @Size(max = 100) List<@NotBlank String> systems,
            @Nullable UUID ofTenant,
            @Nullable @Size(max = 1000) Set<UUID> affectedTenants,
            @Nullable Instant startedAt,
            @NotBlank @Size(max = 2000) String errorMessage,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable @Size(max = 1000) Set<UUID> incidents) {}

    record UpdateRequest(
            @NotBlank @Size(max = 2000) String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable @Size(max = 1000) Set<UUID> incidents) {}

    /** @param reason needed where the end makes a closed month better */
    record EndRequest(
            @Nullable Instant endedAt,
            @Nullable @Size(max = 2000) String message,
            @Nullable @Size(max = 2000) String reason) {}

    record ClassifyRequest(
            ResponsibleParty responsibleParty,
            boolean calamity,
            @NotBlank @Size(max = 2000) String cause,
            @Nullable @Size(max = 2000) String reason) {}

    record ExcludeRequest(
            Instant from,
            Instant to,
            ExclusionReason reason,
            @Nullable UUID tenant,
            @NotBlank @Size(max = 2000) String justification) {}

    record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {}

    record CorrectRequest(Instant startedAt, @Nullable Instant endedAt, @NotBlank @Size(max = 2000) String reason) {}

    @GET
    @Operation(summary = "Outages, the latest first", description = "A customer sees those that touch it.")
    public Page<OutageRow> list(
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("component") @Nullable Component component,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @Valid @BeanParam PageQuery page) {
        return view.outages(customer(), open, component == null ? null : component.name(), from, to, page);
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(
            summary = "Tells that an outage began (AVL-025)",
            description =
                    "It is on the status page at once. Named systems tell the components; systems of other kinds than"
                            + " production count nowhere (AVL-033). ofTenant: it is that customer's environment alone.")
    public Response start(@NotNull @Valid StartRequest request) {
        var stream = StreamId.fresh(OutageEventTypes.OUTAGE_EVENTS.category());
        var result = outages.start(
                stream,
                caller.context(StreamId.PLATFORM),
                caller.provider(),
                null,
                new Report(
                        request.components(),
                        request.systems(),
                        request.ofTenant(),
                        request.affectedTenants(),
                        request.startedAt(),
                        request.errorMessage(),
                        request.expectedRecoveryAt(),
                        request.nextUpdateAt(),
                        request.incidents()));
        var outage = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/outages/" + outage), Map.of("outageId", outage));
    }

    @GET
    @Path("/{outage}")
    @Operation(summary = "One outage as it stands")
    public Response read(@PathParam("outage") UUID outage) {
        var row = seen(outage);
        return Answers.read(row, row.version());
    }

    @GET
    @Path("/{outage}/history")
    @Operation(summary = "Everything that was said of an outage, with every revision of its expected recovery")
    public List<NewsRow> history(@PathParam("outage") UUID outage) {
        seen(outage);
        return view.news(outage, caller.vendor());
    }

    @GET
    @Path("/{outage}/exclusions")
    @Operation(summary = "The exclusion ledger of an outage, with reason, person and clause")
    public List<ExclusionRow> exclusions(@PathParam("outage") UUID outage) {
        seen(outage);
        return view.ledger(outage);
    }

    @POST
    @Path("/{outage}/updates")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(
            summary =
                    "Gives news, with the expected recovery as it is seen now and when the next news is promised (AVL-025)")
    public Response update(@PathParam("outage") UUID outage, @NotNull @Valid UpdateRequest request) {
        return act(
                outage,
                context -> new UpdateOutage(
                        outage,
                        request.message(),
                        request.expectedRecoveryAt(),
                        request.nextUpdateAt(),
                        Objects.requireNonNullElse(request.incidents(), Set.of()),
                        context.actor().id(),
                        context.occurredAt()));
    }

    @POST
    @Path("/{outage}/end")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(
            summary = "Tells that an outage is over, now or since a moment ago (AVL-025)",
            description =
                    "204 when it is done. An end that makes a closed month better corrects it: a reason is needed, and 201 names"
                            + " the proposal that a second person decides (AVL-009).")
    public Response end(@PathParam("outage") UUID outage, @NotNull @Valid EndRequest request) {
        seen(outage);
        var proposal = UuidCreator.getTimeOrderedEpoch();
        return done(
                outage,
                proposal,
                outages.end(
                        caller.context(StreamId.PLATFORM),
                        outage,
                        proposal,
                        request.endedAt(),
                        request.message(),
                        request.reason()));
    }

    @PUT
    @Path("/{outage}/classification")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(
            summary = "Says who answers for it, what it was, and whether it was a calamity (AVL-046, OP-22)",
            description =
                    "204 when it is done; 202 is never answered. Once a month was closed with the outage, a reason is needed and"
                            + " 201 names the proposal that a second person decides.")
    public Response classify(@PathParam("outage") UUID outage, @NotNull @Valid ClassifyRequest request) {
        return change(
                outage,
                ProposedChange.classify(
                        new Classification(request.responsibleParty(), request.calamity(), request.cause())),
                request.reason());
    }

    @POST
    @Path("/{outage}/exclusions")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(
            summary = "Writes time of the outage into the exclusion ledger (AVL-004 to AVL-008)",
            description =
                    "Within the outage, past, and over no other line. A customer's responsibility names the customer and counts in"
                            + " its figures alone (OP-25).")
    public Response exclude(@PathParam("outage") UUID outage, @NotNull @Valid ExcludeRequest request) {
        var from = OutageTimes.second(request.from());
        var to = OutageTimes.second(request.to());
        if (!from.isBefore(to)) {
            throw ProblemException.invalidField("/to", "must be after from");
        }
        if (request.tenant() != null && !caller.sees(request.tenant())) {
            throw ProblemException.invalidField("/tenant", "names no customer of the vendor");
        }
        var clause = vendors.of(caller.provider())
                .flatMap(request.reason()::clauseIn)
                .orElse("");
        return change(
                outage,
                ProposedChange.exclude(new Exclusion(
                        UuidCreator.getTimeOrderedEpoch(),
                        from,
                        to,
                        request.reason(),
                        request.tenant(),
                        clause,
                        request.justification())),
                request.justification());
    }

    @POST
    @Path("/{outage}/exclusions/{exclusion}/withdrawal")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(summary = "Takes a line of the ledger back; it stays readable (AVL-004)")
    public Response include(
            @PathParam("outage") UUID outage,
            @PathParam("exclusion") UUID exclusion,
            @NotNull @Valid ReasonRequest request) {
        return change(outage, ProposedChange.withdrawExclusion(exclusion), request.reason());
    }

    @POST
    @Path("/{outage}/corrections")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(summary = "Corrects when it began and ended; without an end it lasts (again)")
    public Response correct(@PathParam("outage") UUID outage, @NotNull @Valid CorrectRequest request) {
        return change(
                outage,
                ProposedChange.correct(new OutageTimes(
                        OutageTimes.second(request.startedAt()),
                        request.endedAt() == null ? null : OutageTimes.second(request.endedAt()))),
                request.reason());
    }

    @POST
    @Path("/{outage}/withdrawal")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(summary = "Says that it was no outage, such as a fault of the monitor")
    public Response withdraw(@PathParam("outage") UUID outage, @NotNull @Valid ReasonRequest request) {
        return change(outage, ProposedChange.withdraw(), request.reason());
    }

    @GET
    @Path("/{outage}/proposals")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER, Roles.AUDITOR})
    @Operation(summary = "Changes that touch a closed month, with who proposed and who decided them")
    public List<ProposalRow> proposals(@PathParam("outage") UUID outage) {
        seen(outage);
        return view.proposals(outage);
    }

    @POST
    @Path("/{outage}/proposals/{proposal}/approval")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(summary = "Approves a change; by another person than the one who proposed it")
    public Response approve(@PathParam("outage") UUID outage, @PathParam("proposal") UUID proposal) {
        return act(
                outage,
                context -> new ApproveOutageChange(
                        outage, proposal, caller.person().orElse(null), context.occurredAt()));
    }

    @POST
    @Path("/{outage}/proposals/{proposal}/refusal")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(summary = "Declines a change")
    public Response decline(
            @PathParam("outage") UUID outage,
            @PathParam("proposal") UUID proposal,
            @NotNull @Valid ReasonRequest request) {
        return act(
                outage,
                context -> new DeclineOutageChange(
                        outage, proposal, request.reason(), caller.person().orElse(null), context.occurredAt()));
    }

    private Response act(UUID outage, Function<CommandContext, OutageCommand> command) {
        seen(outage);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(outages.handle(context, command.apply(context)));
    }

    private Response change(UUID outage, ProposedChange change, @Nullable String reason) {
        seen(outage);
        var proposal = UuidCreator.getTimeOrderedEpoch();
        return done(
                outage,
                proposal,
                outages.change(caller.context(StreamId.PLATFORM), caller.provider(), outage, proposal, change, reason));
    }

    private static Response done(UUID outage, UUID proposal, CommandResult<OutageEvent> result) {
        return proposed(result)
                ? Answers.created(
                        result,
                        URI.create("/api/v1/outages/" + outage + "/proposals/" + proposal),
                        Map.of("proposalId", proposal))
                : Answers.done(result);
    }

    private static boolean proposed(CommandResult<OutageEvent> result) {
        return result.events().stream().anyMatch(recorded -> recorded.event() instanceof OutageChangeProposed);
    }

    private OutageRow seen(UUID outage) {
        return view.outage(outage, customer()).orElseThrow(ProblemException::notFound);
    }

    private @Nullable UUID customer() {
        return caller.customerTenant().orElse(null);
    }
}
