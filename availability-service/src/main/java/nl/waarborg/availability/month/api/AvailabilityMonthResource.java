package nl.waarborg.availability.month.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.month.domain.AvailabilityFigures;
import nl.waarborg.availability.month.domain.AvailabilityMonth;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.DisputeAvailability;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.DraftImprovementPlan;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.PublishImprovementPlan;
import nl.waarborg.availability.month.domain.AvailabilityMonthCommand.SettleAvailabilityDispute;
import nl.waarborg.availability.month.domain.AvailabilityMonthEvent;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.month.domain.Settlement;
import nl.waarborg.availability.month.projection.LedgerLine;
import nl.waarborg.availability.month.projection.MonthlyAvailability;
import nl.waarborg.availability.month.projection.MonthlyAvailability.Occurrences;
import nl.waarborg.availability.month.projection.MonthsView;
import nl.waarborg.availability.month.projection.MonthsView.AlertRow;
import nl.waarborg.availability.month.projection.MonthsView.Correction;
import nl.waarborg.availability.month.projection.MonthsView.DisputeRow;
import nl.waarborg.availability.month.projection.MonthsView.MonthRow;
import nl.waarborg.availability.month.projection.MonthsView.PlanRow;
import nl.waarborg.availability.month.storage.AvailabilityMonthEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Months of availability: of the vendor's platform, or of one customer. */
@Path("/api/v1/availability")
@RolesAllowed({
    Roles.OPERATOR,
    Roles.SERVICE_MANAGER,
    Roles.SUPPORT_AGENT,
    Roles.FIRST_CLASS_AGENT,
    Roles.AGREEMENT_MANAGER,
    Roles.ICT_MANAGER,
    Roles.BOARD,
    Roles.AUDITOR,
    Roles.ACCOUNT_MANAGER,
    Roles.ADMINISTRATOR,
    Roles.FUNCTIONAL_ADMINISTRATOR,
    Roles.INCIDENT_SUBMITTER,
    Roles.INCIDENT_VIEWER,
    Roles.AGREEMENT_CONTACT
})
@Tag(
        name = "availability",
        description = "Figures per local month, both formulas, corrections, disputes and plans (AVL-001 to AVL-012)")
class AvailabilityMonthResource {

    private static final int MONTHS_OF_A_YEAR = 12;

    private final CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> handler;
    private final MonthsView view;
    private final MonthlyAvailability availability;
    private final MonthBounds bounds;
    private final Caller caller;
    private final InstantSource clock;

    AvailabilityMonthResource(
            CommandHandler<AvailabilityMonthCommand, AvailabilityMonth, AvailabilityMonthEvent> handler,
            MonthsView view,
            MonthlyAvailability availability,
            MonthBounds bounds,
            Caller caller,
            InstantSource clock) {
        this.handler = handler;
        this.view = view;
        this.availability = availability;
        this.bounds = bounds;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param provisional the month is not closed
     * @param figures as known now, corrections included; null before anything was agreed
     * @param closed the figures with which it was closed
     * @param ledger what was left out, and why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MonthReport(
            String month,
            boolean provisional,
            @Nullable AvailabilityFigures figures,
            @Nullable MonthRow closed,
            List<Correction> corrections,
            List<LedgerLine> ledger) {}

    @Schema(
            description =
                    "The section 'Availability, maintenance and disruptions' of the First Class report, over the past year;"
                            + " what lasted from one month into the next is counted once in the year")
    record YearReport(List<YearMonthFigures> months, int maintenanceCount, int outageCount) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record YearMonthFigures(
            String month,
            @Nullable BigDecimal availability,
            @Nullable BigDecimal floor,
            @Nullable Boolean floorMet,
            BigDecimal coverage,
            int maintenanceCount,
            int outageCount) {}

    record DraftRequest(@NotBlank @Size(max = 20_000) String measures) {}

    record DisputeRequest(@NotBlank @Size(max = 20_000) String claim) {}

    record SettleRequest(Settlement outcome, @NotBlank @Size(max = 20_000) String explanation) {}

    record ErrorBudget(@Nullable AvailabilityFigures month, List<AlertRow> alerts) {}

    @GET
    @Path("/months")
    @Operation(
            summary = "The closed months, the latest first (AVL-012)",
            description =
                    "Of the platform; with tenant of that customer, which is information: the floor is of the platform (OP-25).")
    public List<MonthRow> months(
            @QueryParam("from") @Parameter(example = "2024-01") @Nullable String from,
            @QueryParam("through") @Parameter(example = "2026-03") @Nullable String through,
            @QueryParam("tenant") @Nullable UUID tenant) {
        return view.months(
                seen(tenant),
                from == null ? YearMonth.of(2000, 1) : parse("/from", from),
                through == null ? bounds.of(clock.instant()) : parse("/through", through));
    }

    @GET
    @Path("/months/{month}")
    @Operation(
            summary = "One month with both formulas, the exclusion ledger and its corrections",
            description =
                    "Provisional until it is closed, three days after its end. Closed figures stay; what became known later stands"
                            + " beside them. availability is the contractual figure (OP-24), includingExcluded the other formula, byDefinition leaves"
                            + " calamities out as well (OP-22), strict is down when any component is (OP-23). Components that nobody measured are named,"
                            + " and nothing is claimed of them.")
    public Response month(@PathParam("month") String text, @QueryParam("tenant") @Nullable UUID tenant) {
        var month = parse("/month", text);
        var customer = seen(tenant);
        var owner = customer == null ? StreamId.PLATFORM : customer;
        var now = clock.instant();
        var closed = view.month(customer, month).orElse(null);
        var figures = closed != null
                ? closed.latest()
                : availability.of(caller.provider(), owner, month, now).orElse(null);
        if (closed == null && figures == null) {
            throw ProblemException.notFound();
        }
        return Answers.read(
                new MonthReport(
                        month.toString(),
                        closed == null,
                        figures,
                        closed,
                        view.corrections(customer, month),
                        availability.ledger(caller.provider(), owner, month, now)),
                closed == null ? 0 : closed.version());
    }

    @GET
    @Path("/year-report")
    @Operation(
            summary =
                    "Availability of the past twelve closed months, with the times of maintenance and disruption (AVL-047)",
            description =
                    "Of a customer, in whose figures alone its own disruptions are left out (OP-25); without tenant of the platform.")
    public YearReport year(@QueryParam("tenant") @Nullable UUID tenant) {
        var customer = seen(tenant);
        var owner = customer == null ? StreamId.PLATFORM : customer;
        var now = clock.instant();
        var running = bounds.of(now);
        var months = view.months(customer, running.minusMonths(MONTHS_OF_A_YEAR), running);
        // What lasts from one month into the next is one.
        var times = months.stream()
                .map(row -> availability.occurrences(caller.provider(), owner, YearMonth.parse(row.month()), now))
                .flatMap(Optional::stream)
                .reduce(new Occurrences(Set.of(), Set.of()), Occurrences::and);
        return new YearReport(
                months.stream()
                        .map(row -> new YearMonthFigures(
                                row.month(),
                                row.latest().availability(),
                                row.latest().floor(),
                                row.latest().floorMet(),
                                row.latest().coverage(),
                                row.latest().maintenanceCount(),
                                row.latest().outageCount()))
                        .toList(),
                times.maintenance().size(),
                times.outages().size());
    }

    @GET
    @Path("/error-budget")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER, Roles.ICT_MANAGER, Roles.AUDITOR})
    @Operation(
            summary = "What is left of this month's error budget, and the alerts on how fast it goes",
            description = "Seconds of downtime of the whole service; negative when the floor is missed.")
    public ErrorBudget errorBudget() {
        var now = clock.instant();
        return new ErrorBudget(
                availability
                        .of(caller.provider(), StreamId.PLATFORM, bounds.of(now), now)
                        .orElse(null),
                view.alerts());
    }

    @GET
    @Path("/improvement-plans")
    @Operation(
            summary = "Plans after a missed floor (AVL-010)",
            description =
                    "The vendor's people see also those that are due or drafted: open tasks until they are published (OP-38).")
    public List<PlanRow> plans() {
        return view.plans(null, !caller.vendor());
    }

    @PUT
    @Path("/months/{month}/improvement-plan")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(summary = "Drafts what will improve the availability (AVL-010)")
    public Response draft(@PathParam("month") String text, @NotNull @Valid DraftRequest request) {
        var month = parse("/month", text);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(handler.handle(
                AvailabilityMonthEventTypes.month(caller.provider(), StreamId.PLATFORM, month),
                context,
                new DraftImprovementPlan(
                        caller.provider(),
                        month,
                        request.measures(),
                        caller.person().orElse(null),
                        context.occurredAt())));
    }

    @POST
    @Path("/months/{month}/improvement-plan/publication")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(summary = "Publishes the drafted plan to the customers (AVL-010)")
    public Response publish(@PathParam("month") String text) {
        var month = parse("/month", text);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(handler.handle(
                AvailabilityMonthEventTypes.month(caller.provider(), StreamId.PLATFORM, month),
                context,
                new PublishImprovementPlan(
                        caller.provider(), month, caller.person().orElse(null), context.occurredAt())));
    }

    @GET
    @Path("/disputes")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER, Roles.AGREEMENT_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Operation(summary = "The latest 500 disputes, with the evidence of those that were settled (AVL-009)")
    public List<DisputeRow> disputes() {
        return view.disputes(null);
    }

    @POST
    @Path("/months/{month}/disputes")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Disputes a closed month; the vendor's measurements are decisive (AVL-009)")
    public Response dispute(@PathParam("month") String text, @NotNull @Valid DisputeRequest request) {
        var month = parse("/month", text);
        var tenant = caller.tenant();
        var context = caller.context(tenant);
        var dispute = UuidCreator.getTimeOrderedEpoch();
        var result = handler.handle(
                AvailabilityMonthEventTypes.month(caller.provider(), tenant, month),
                context,
                new DisputeAvailability(
                        caller.provider(),
                        month,
                        dispute,
                        request.claim(),
                        caller.person().orElse(null),
                        context.occurredAt()));
        return Answers.created(result, URI.create("/api/v1/availability/disputes"), Map.of("disputeId", dispute));
    }

    @POST
    @Path("/disputes/{dispute}/settlement")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
    @Operation(summary = "Settles a dispute; the measurements of the month are kept with it as evidence (AVL-009)")
    public Response settle(@PathParam("dispute") UUID dispute, @NotNull @Valid SettleRequest request) {
        var row = view.disputes(dispute).stream().findFirst().orElseThrow(ProblemException::notFound);
        var context = caller.context(row.tenant());
        var month = YearMonth.parse(row.month());
        return Answers.done(handler.handle(
                AvailabilityMonthEventTypes.month(caller.provider(), row.tenant(), month),
                context,
                new SettleAvailabilityDispute(
                        caller.provider(),
                        month,
                        dispute,
                        request.outcome(),
                        request.explanation(),
                        caller.person().orElse(null),
                        context.occurredAt())));
    }

    /** The vendor's people see the platform unless they name a customer; so does a customer, who may name itself. */
    private @Nullable UUID seen(@Nullable UUID tenant) {
        return tenant == null ? null : caller.seen(tenant);
    }

    private YearMonth parse(String pointer, String month) {
        try {
            var parsed = YearMonth.parse(month);
            if (parsed.isAfter(bounds.of(clock.instant()))) {
                throw ProblemException.invalidField(pointer, "the month has not begun");
            }
            return parsed;
        } catch (DateTimeException e) {
            throw ProblemException.invalidField(pointer, "a month is written as 2016-03");
        }
    }
}
