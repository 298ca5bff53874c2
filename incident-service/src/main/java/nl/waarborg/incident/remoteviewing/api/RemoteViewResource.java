package nl.waarborg.incident.remoteviewing.api;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.projection.KnownIncidents;
import nl.waarborg.incident.remoteviewing.RemoteViewSettings;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand.ConsentRemoteControl;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand.EndRemoteView;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand.EnterRemoteViewCode;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewCommand.IssueRemoteViewCode;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewSession;
import nl.waarborg.incident.remoteviewing.projection.RemoteViewsView;
import nl.waarborg.incident.remoteviewing.projection.RemoteViewsView.SessionRow;
import nl.waarborg.incident.remoteviewing.storage.RemoteViewEventTypes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/remote-views")
@Tag(name = "remote viewing", description = "A personal code, a session, and control only with permission (INC-048)")
class RemoteViewResource {

    private final CommandHandler<RemoteViewCommand, RemoteViewSession, RemoteViewEvent> sessions;
    private final RemoteViewsView view;
    private final KnownIncidents incidents;
    private final RemoteViewSettings settings;
    private final Caller caller;

    RemoteViewResource(
            CommandHandler<RemoteViewCommand, RemoteViewSession, RemoteViewEvent> sessions,
            RemoteViewsView view,
            KnownIncidents incidents,
            RemoteViewSettings settings,
            Caller caller) {
        this.sessions = sessions;
        this.view = view;
        this.incidents = incidents;
        this.settings = settings;
        this.caller = caller;
    }

    record CodeRequest(@NotNull UUID tenant, @NotNull UUID incidentId) {}

    /** @param code told to the user; it is shown this once, and absent if the first answer was lost: another is issued under another key */
    record CodeAnswer(UUID sessionId, @Nullable String code, Instant expiresAt) {}

    record EntryRequest(@NotBlank @Size(max = 20) String code) {}

    @POST
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT})
    @Operation(summary = "Issues a personal code for the user of an incident; only its hash is kept")
    @APIResponse(
            responseCode = "201",
            description = "The code, shown this once",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CodeAnswer.class)))
    public Response issue(@NotNull @Valid CodeRequest request) {
        var tenant = caller.seen(request.tenant());
        var context = caller.context(tenant);
        var session = UuidCreator.getTimeOrderedEpoch();
        var code = PersonalCode.random();
        var expiresAt = context.occurredAt().plus(settings.codeValidity());
        var result = sessions.handle(
                RemoteViewEventTypes.stream(session),
                context,
                new IssueRemoteViewCode(
                        session,
                        request.incidentId(),
                        caller.namedPerson(),
                        PersonalCode.hash(session, code),
                        expiresAt,
                        settings.attempts(),
                        incidents.isOpen(tenant, request.incidentId()),
                        context.occurredAt()));
        var issued = result.stream().id();
        return Answers.created(
                result,
                URI.create("/api/v1/remote-views/" + issued),
                new CodeAnswer(issued, result.duplicate() ? null : code, expiresAt));
    }

    @POST
    @Path("/{session}/entry")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.INCIDENT_SUBMITTER})
    @Operation(summary = "The user enters the code; a wrong or expired one is refused and recorded")
    public Response enter(@PathParam("session") UUID session, @NotNull @Valid EntryRequest request) {
        var row = row(session);
        var context = caller.context(row.tenant());
        return Answers.done(sessions.handle(
                RemoteViewEventTypes.stream(session),
                context,
                new EnterRemoteViewCode(
                        session,
                        PersonalCode.hash(session, request.code()),
                        caller.namedPerson(),
                        context.occurredAt())));
    }

    @POST
    @Path("/{session}/consent")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.INCIDENT_SUBMITTER})
    @Operation(summary = "The user permits support to take over the mouse")
    public Response consent(@PathParam("session") UUID session) {
        var row = row(session);
        var context = caller.context(row.tenant());
        return Answers.done(sessions.handle(
                RemoteViewEventTypes.stream(session),
                context,
                new ConsentRemoteControl(session, caller.namedPerson(), context.occurredAt())));
    }

    @POST
    @Path("/{session}/end")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.INCIDENT_SUBMITTER, Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT})
    @Operation(summary = "Ends the session")
    public Response end(@PathParam("session") UUID session) {
        var row = row(session);
        var context = caller.context(row.tenant());
        return Answers.done(sessions.handle(
                RemoteViewEventTypes.stream(session), context, new EndRemoteView(session, context.occurredAt())));
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
    @Operation(summary = "The latest 500 sessions: of one incident or of all")
    public List<SessionRow> list(@QueryParam("incident") @Nullable UUID incident) {
        return view.sessions(incident);
    }

    private SessionRow row(UUID session) {
        return view.session(session).orElseThrow(ProblemException::notFound);
    }
}
