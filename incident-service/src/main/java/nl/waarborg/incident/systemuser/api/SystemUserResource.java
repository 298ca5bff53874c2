package nl.waarborg.incident.systemuser.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.api.AssignedAdministrator;
import nl.waarborg.incident.projection.KnownIncidents;
import nl.waarborg.incident.systemuser.SystemUserSettings;
import nl.waarborg.incident.systemuser.domain.AccessCause;
import nl.waarborg.incident.systemuser.domain.SystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.ApproveSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.DenySystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.RecordSystemUserUse;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.RequestSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.RevokeSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent;
import nl.waarborg.incident.systemuser.projection.SystemUsersView;
import nl.waarborg.incident.systemuser.projection.SystemUsersView.AccessRow;
import nl.waarborg.incident.systemuser.projection.SystemUsersView.LogRow;
import nl.waarborg.incident.systemuser.storage.SystemUserEventTypes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/system-user-accesses")
@Tag(name = "system users", description = "Vendor employees as temporary users in a customer's environment")
class SystemUserResource {

    private final CommandHandler<SystemUserAccessCommand, SystemUserAccess, SystemUserAccessEvent> accesses;
    private final SystemUsersView view;
    private final KnownIncidents incidents;
    private final AssignedAdministrator administrator;
    private final SystemUserSettings settings;
    private final Caller caller;

    SystemUserResource(
            CommandHandler<SystemUserAccessCommand, SystemUserAccess, SystemUserAccessEvent> accesses,
            SystemUsersView view,
            KnownIncidents incidents,
            AssignedAdministrator administrator,
            SystemUserSettings settings,
            Caller caller) {
        this.accesses = accesses;
        this.view = view;
        this.incidents = incidents;
        this.administrator = administrator;
        this.settings = settings;
        this.caller = caller;
    }

    /** @param duration ISO 8601, such as {@code PT8H} */
    record AccessRequest(
            @NotNull UUID tenant,
            @NotNull UUID incidentId,
            @NotBlank @Size(max = 1000) String reason,
            @NotNull Duration duration) {}

    record AccessAnswer(UUID accessId) {}

    record ApprovalRequest(@NotNull UUID environmentId) {}

    record RevocationRequest(@NotBlank @Size(max = 1000) String reason) {}

    @POST
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT})
    @Operation(summary = "Asks the customer for access, for an incident, with a reason and for a time (INC-053)")
    @APIResponse(
            responseCode = "201",
            description = "Access is asked for",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccessAnswer.class)))
    public Response request(@NotNull @Valid AccessRequest request) {
        var tenant = caller.seen(request.tenant());
        var employee = caller.namedPerson();
        var context = caller.context(tenant);
        var cause = new AccessCause(AccessCause.Type.INCIDENT, request.incidentId());
        var stream = SystemUserEventTypes.access(tenant, cause, employee);
        var result = accesses.handle(
                stream,
                context,
                new RequestSystemUserAccess(
                        stream.id(),
                        cause,
                        employee,
                        request.reason(),
                        request.duration(),
                        settings.maximumDuration(),
                        incidents.isOpen(tenant, request.incidentId()),
                        context.occurredAt()));
        return Answers.created(
                result, URI.create("/api/v1/system-user-accesses/" + stream.id()), new AccessAnswer(stream.id()));
    }

    @POST
    @Path("/{access}/approval")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "The Administrator indicates the environment and gives permission; the user is added at once")
    public Response approve(@PathParam("access") UUID access, @NotNull @Valid ApprovalRequest request) {
        var row = row(access);
        var context = caller.context(row.tenant());
        return Answers.done(accesses.handle(
                SystemUserEventTypes.access(access),
                context,
                new ApproveSystemUserAccess(
                        access,
                        request.environmentId(),
                        administrator.of(caller, row.tenant(), context.occurredAt()),
                        incidents.isOpen(row.tenant(), row.causeId()),
                        context.occurredAt())));
    }

    @POST
    @Path("/{access}/denial")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "The Administrator refuses the request")
    public Response deny(@PathParam("access") UUID access) {
        var row = row(access);
        var context = caller.context(row.tenant());
        return Answers.done(accesses.handle(
                SystemUserEventTypes.access(access),
                context,
                new DenySystemUserAccess(
                        access, administrator.of(caller, row.tenant(), context.occurredAt()), context.occurredAt())));
    }

    @POST
    @Path("/{access}/revocation")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "The Administrator ends access at once")
    public Response revoke(@PathParam("access") UUID access, @NotNull @Valid RevocationRequest request) {
        var row = row(access);
        var context = caller.context(row.tenant());
        return Answers.done(accesses.handle(
                SystemUserEventTypes.access(access),
                context,
                new RevokeSystemUserAccess(
                        access,
                        administrator.of(caller, row.tenant(), context.occurredAt()),
                        request.reason(),
                        context.occurredAt())));
    }

    @POST
    @Path("/{access}/uses")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.SERVICE_MANAGER, Roles.CONSULTANT})
    @Operation(summary = "Records that the employee used the access")
    public Response use(@PathParam("access") UUID access) {
        var row = row(access);
        if (!caller.person().filter(row.employeeId()::equals).isPresent()) {
            throw ProblemException.forbidden("the access is another employee's");
        }
        var context = caller.context(row.tenant());
        return Answers.done(accesses.handle(
                SystemUserEventTypes.access(access), context, new RecordSystemUserUse(access, context.occurredAt())));
    }

    @GET
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.SERVICE_MANAGER,
        Roles.CONSULTANT,
        Roles.SECURITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(summary = "The latest 500 accesses: for one incident or request, or of all")
    public List<AccessRow> list(@QueryParam("cause") @Nullable UUID cause) {
        return view.accesses(cause);
    }

    @GET
    @Path("/{access}/log")
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.SERVICE_MANAGER,
        Roles.CONSULTANT,
        Roles.SECURITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(summary = "Everything that happened to one access, with who did it")
    public List<LogRow> log(@PathParam("access") UUID access) {
        row(access);
        return view.log(access);
    }

    private AccessRow row(UUID access) {
        return view.access(access).orElseThrow(ProblemException::notFound);
    }
}
