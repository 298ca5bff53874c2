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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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

    record AccessRequest(@NotBlank @Size(max = 1000) String purpose) {}

    @POST
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT})
    @Operation(summary = "Requests a copy of an environment for the investigation of an incident (INC-049)")
    public Response request(@NotNull @Valid CopyRequest request) {
        var tenant = caller.seen(request.tenant());
        var agent = person();
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
        return Answers.created(result, URI.create("/api/v1/investigation-copies/" + id), Map.of("copyId", id));
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
                new RecordInvestigationCopyAccess(copy, person(), request.purpose(), context.occurredAt())));
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

    private UUID person() {
        return caller.person().orElseThrow(() -> ProblemException.forbidden("the token names no person"));
    }
}
