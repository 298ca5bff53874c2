package nl.waarborg.availability.maintenance.api;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.api.Maintenances.Matter;
import nl.waarborg.availability.maintenance.domain.EmergencyReason;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.maintenance.projection.MaintenanceView;
import nl.waarborg.availability.maintenance.projection.MaintenanceView.Listed;
import nl.waarborg.availability.maintenance.projection.MaintenanceView.MaintenanceRow;
import nl.waarborg.availability.maintenance.projection.MaintenanceView.RefusalRow;
import nl.waarborg.availability.platform.AgreedTerms;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/maintenance")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "maintenance", description = "Announced in time and within its window (AVL-013 to AVL-015)")
class MaintenanceResource {

    private final Maintenances maintenances;
    private final MaintenanceView view;
    private final AgreedTerms agreed;
    private final Caller caller;

    MaintenanceResource(Maintenances maintenances, MaintenanceView view, AgreedTerms agreed, Caller caller) {
        this.maintenances = maintenances;
        this.view = view;
        this.agreed = agreed;
        this.caller = caller;
    }

    /**
     * @param affectedTenants absent: all of the vendor's customers
     * @param message published on the status page: no names
     * @param override why it is announced against its rules; what is overridden counts as downtime
     */
    record AnnounceRequest(
            @Nullable UUID maintenanceId,
            @NotNull MaintenanceKind kind,
            @NotEmpty Set<Component> components,
            @Nullable Set<UUID> affectedTenants,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @NotBlank @Size(max = 2000) String message,
            @Nullable @Size(min = 1, max = 2000) String override) {}

    record EmergencyRequest(
            @Nullable UUID maintenanceId,
            @NotNull EmergencyReason reason,
            @NotEmpty Set<Component> components,
            @Nullable Set<UUID> affectedTenants,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @NotBlank @Size(max = 2000) String message) {}

    record ScheduleRequest(
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Boolean override) {}

    record CancelRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** @param at when it happened; absent: now */
    record MomentRequest(@Nullable Instant at) {}

    @POST
    @Operation(
            summary = "Announces maintenance",
            description =
                    "Refused with AVL-013 when its notice is too short and with AVL-014 (a patch: AVL-016) when it lies"
                            + " outside its window, unless override says why. The refusal is recorded.")
    public Response announce(@NotNull @Valid AnnounceRequest request) {
        var matter = matter(
                request.maintenanceId(),
                request.components(),
                request.affectedTenants(),
                request.startsAt(),
                request.endsAt(),
                request.message());
        return created(
                matter,
                Answers.accepted(maintenances.announce(context(null), matter, request.kind(), request.override()))
                        .version());
    }

    @POST
    @Path("/emergencies")
    @Operation(summary = "Declares emergency maintenance, without notice (AVL-015)")
    public Response declare(@NotNull @Valid EmergencyRequest request) {
        var matter = matter(
                request.maintenanceId(),
                request.components(),
                request.affectedTenants(),
                request.startsAt(),
                request.endsAt(),
                request.message());
        return created(
                matter,
                Answers.accepted(maintenances.declare(context(null), matter, request.reason()))
                        .version());
    }

    @GET
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ICT_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR,
        Roles.INCIDENT_SUBMITTER,
        Roles.INCIDENT_VIEWER
    })
    @Operation(summary = "Maintenance of the vendor, the latest first; a customer sees what touches it")
    public Page<MaintenanceRow> list(
            @QueryParam("state") MaintenanceView.@Nullable State state,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Valid @BeanParam PageQuery page) {
        var tenant = caller.customerTenant().orElse(null);
        var found = view.list(state, moment(from, "from"), moment(to, "to"), tenant, page.after(2), page.fetch());
        return Page.of(
                        found,
                        page,
                        last -> List.of(
                                last.maintenance().startsAt().toString(),
                                last.stream().toString()))
                .map(Listed::maintenance)
                .map(row -> shown(row, tenant));
    }

    @GET
    @Path("/{maintenance}")
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ICT_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR,
        Roles.INCIDENT_SUBMITTER,
        Roles.INCIDENT_VIEWER
    })
    @Operation(summary = "One maintenance: its plan, what really happened, and what availability leaves out of it")
    public Response find(@PathParam("maintenance") UUID maintenance) {
        var tenant = caller.customerTenant().orElse(null);
        var row = view.find(maintenance, tenant).orElseThrow(ProblemException::notFound);
        return Answers.read(shown(row, tenant), row.version());
    }

    @GET
    @Path("/refusals")
    @RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER, Roles.ICT_MANAGER, Roles.AUDITOR})
    @Operation(summary = "The latest 500 announcements that were refused")
    public List<RefusalRow> refusals() {
        return view.refusals();
    }

    @PUT
    @Path("/{maintenance}/schedule")
    @Operation(
            summary = "Moves maintenance",
            description = "Judged as a new announcement. An emergency that goes on can be given a later end before it"
                    + " overruns.")
    public Response reschedule(@PathParam("maintenance") UUID maintenance, @NotNull @Valid ScheduleRequest request) {
        existing(maintenance);
        return Answers.done(maintenances.reschedule(
                context(null),
                caller.provider(),
                maintenance,
                request.startsAt(),
                request.endsAt(),
                request.reason(),
                Boolean.TRUE.equals(request.override())));
    }

    @POST
    @Path("/{maintenance}/cancellation")
    @Operation(summary = "Cancels maintenance that has not started")
    public Response cancel(@PathParam("maintenance") UUID maintenance, @NotNull @Valid CancelRequest request) {
        existing(maintenance);
        return Answers.done(maintenances.cancel(context(null), caller.provider(), maintenance, request.reason()));
    }

    @POST
    @Path("/{maintenance}/start")
    @Operation(summary = "Starts maintenance; what begins before its plan counts as downtime")
    public Response start(@PathParam("maintenance") UUID maintenance, @NotNull @Valid MomentRequest request) {
        existing(maintenance);
        return Answers.done(maintenances.start(context(request.at()), caller.provider(), maintenance));
    }

    @POST
    @Path("/{maintenance}/end")
    @Operation(summary = "Ends maintenance; what goes on after its plan counts as downtime")
    public Response end(@PathParam("maintenance") UUID maintenance, @NotNull @Valid MomentRequest request) {
        existing(maintenance);
        return Answers.done(maintenances.end(context(request.at()), caller.provider(), maintenance));
    }

    private Matter matter(
            @Nullable UUID maintenance,
            Set<Component> components,
            @Nullable Set<UUID> affectedTenants,
            Instant startsAt,
            Instant endsAt,
            String message) {
        return new Matter(
                caller.provider(),
                maintenance == null ? UuidCreator.getTimeOrderedEpoch() : maintenance,
                components,
                affectedTenants,
                startsAt,
                endsAt,
                message);
    }

    private static Response created(Matter matter, int version) {
        return Response.created(URI.create("/api/v1/maintenance/" + matter.maintenanceId()))
                .entity(Map.of("maintenanceId", matter.maintenanceId()))
                .tag(Integer.toString(version))
                .build();
    }

    private CommandContext context(@Nullable Instant at) {
        return at == null ? caller.context(StreamId.PLATFORM) : caller.context(StreamId.PLATFORM, at);
    }

    private MaintenanceRow shown(MaintenanceRow row, @Nullable UUID customer) {
        var leftOut = agreed.at(caller.provider(), customer, row.startsAt())
                .filter(row.kind().reason()::agreedIn);
        return row.shownTo(customer, leftOut.isPresent());
    }

    private void existing(UUID maintenance) {
        if (view.find(maintenance, null).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    private static @Nullable Instant moment(@Nullable String text, String parameter) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalidField("/" + parameter, "must be a time such as 2026-03-14T21:00:00Z");
        }
    }
}
