package nl.waarborg.incident.investigationcopy.api;

import com.github.f4b6a3.uuid.UuidCreator;
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
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopy;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RecordInvestigationCopyAccess;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RequestInvestigationCopy;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent;
import nl.waarborg.incident.investigationcopy.projection.InvestigationCopiesView;
import nl.waarborg.incident.investigationcopy.projection.InvestigationCopiesView.AccessRow;
import nl.waarborg.incident.investigationcopy.projection.InvestigationCopiesView.CopyRow;
import nl.waarborg.incident.investigationcopy.storage.InvestigationCopyEventTypes;
import nl.waarborg.incident.projection.KnownIncidents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/investigation-copies")
@Tag(name = "investigation copies", description = "Copies of an environment for one incident, and who looked at them")
class InvestigationCopyResource {

    private final CommandHandler<InvestigationCopyCommand, InvestigationCopy, InvestigationCopyEvent> copies;
    private final InvestigationCopiesView view;
    private final KnownIncidents incidents;
    private final Caller caller;

    InvestigationCopyResource(
            CommandHandler<InvestigationCopyCommand, InvestigationCopy, InvestigationCopyEvent> copies,
            InvestigationCopiesView view,
            KnownIncidents incidents,
            Caller caller) {
        this.copies = copies;
        this.view = view;
        this.incidents = incidents;
        this.caller = caller;
    }

    record CopyRequest(@NotNull UUID tenant, @NotNull UUID incidentId, @NotNull UUID environmentId) {}

    record CopyAnswer(UUID copyId) {}

    record AccessRequest(@NotBlank @Size(max = 1000) String purpose) {}

    @POST
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT})
    @Operation(summary = "Requests a copy of an environment for the investigation of an incident (INC-049)")
    @APIResponse(
            responseCode = "201",
            description = "The copy is requested",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CopyAnswer.class)))
    public Response request(@NotNull @Valid CopyRequest request) {
        var tenant = caller.seen(request.tenant());
        var agent = caller.namedPerson();
        var context = caller.context(tenant);
        var copy = UuidCreator.getTimeOrderedEpoch();
        var result = copies.handle(
                InvestigationCopyEventTypes.stream(copy),
                context,
                new RequestInvestigationCopy(
                        copy,
                        request.incidentId(),
                        request.environmentId(),
                        agent,
                        incidents.isOpen(tenant, request.incidentId()),
                        context.occurredAt()));
        var id = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/investigation-copies/" + id), new CopyAnswer(id));
    }

    @POST
    @Path("/{copy}/accesses")
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT})
    @Operation(summary = "Records that an employee of the vendor looks at the copy (INC-052)")
    public Response access(@PathParam("copy") UUID copy, @NotNull @Valid AccessRequest request) {
        var row = view.copy(copy).orElseThrow(ProblemException::notFound);
        var context = caller.context(row.tenant());
        return Answers.done(copies.handle(
                InvestigationCopyEventTypes.stream(copy),
                context,
                new RecordInvestigationCopyAccess(
                        copy, caller.namedPerson(), request.purpose(), context.occurredAt())));
    }

    @GET
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.SECURITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(summary = "The latest 500 copies: of one incident or of all")
    public List<CopyRow> list(@QueryParam("incident") @Nullable UUID incident) {
        return view.ofIncident(incident);
    }

    @GET
    @Path("/{copy}")
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.SECURITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(summary = "One copy")
    @APIResponse(
            responseCode = "200",
            description = "The copy; ETag is its version",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CopyRow.class)))
    public Response read(@PathParam("copy") UUID copy) {
        var row = view.copy(copy).orElseThrow(ProblemException::notFound);
        return Answers.read(row, row.version());
    }

    @GET
    @Path("/accesses")
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.SECURITY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(summary = "The access log of an incident: which employee looked at which copy, and when (INC-052)")
    public List<AccessRow> accesses(@QueryParam("incident") @NotNull UUID incident) {
        return view.accesses(incident);
    }
}
