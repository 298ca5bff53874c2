package nl.waarborg.incident.problem.api;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.problem.domain.KnowledgeSignal;
import nl.waarborg.incident.problem.domain.KnowledgeSignalCommand;
import nl.waarborg.incident.problem.domain.KnowledgeSignalCommand.AgreeReductionPlan;
import nl.waarborg.incident.problem.domain.KnowledgeSignalEvent;
import nl.waarborg.incident.problem.domain.Problem;
import nl.waarborg.incident.problem.domain.ProblemCommand;
import nl.waarborg.incident.problem.domain.ProblemCommand.CloseProblem;
import nl.waarborg.incident.problem.domain.ProblemCommand.LinkIncidentToProblem;
import nl.waarborg.incident.problem.domain.ProblemCommand.OpenProblem;
import nl.waarborg.incident.problem.domain.ProblemEvent;
import nl.waarborg.incident.problem.projection.ProblemsView;
import nl.waarborg.incident.problem.projection.ProblemsView.AnalysisRow;
import nl.waarborg.incident.problem.projection.ProblemsView.ProblemRow;
import nl.waarborg.incident.problem.projection.ProblemsView.SignalRow;
import nl.waarborg.incident.problem.storage.ProblemEventTypes;
import nl.waarborg.incident.projection.KnownIncidents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Produces({MediaType.APPLICATION_JSON, nl.waarborg.eventsourcing.web.Problem.MEDIA_TYPE})
@Path("/api/v1")
@RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.OPERATOR, Roles.SERVICE_MANAGER})
@Tag(
        name = "problems",
        description = "What causes incidents, and who asks above-average many questions (INC-046, INC-047)")
class ProblemResource {

    private final CommandHandler<ProblemCommand, Problem, ProblemEvent> problems;
    private final CommandHandler<KnowledgeSignalCommand, KnowledgeSignal, KnowledgeSignalEvent> signals;
    private final ProblemsView view;
    private final KnownIncidents incidents;
    private final Caller caller;

    ProblemResource(
            CommandHandler<ProblemCommand, Problem, ProblemEvent> problems,
            CommandHandler<KnowledgeSignalCommand, KnowledgeSignal, KnowledgeSignalEvent> signals,
            ProblemsView view,
            KnownIncidents incidents,
            Caller caller) {
        this.problems = problems;
        this.signals = signals;
        this.view = view;
        this.incidents = incidents;
        this.caller = caller;
    }

    record OpenRequest(@NotBlank @Size(max = 200) String title) {}

    record ProblemAnswer(UUID problemId) {}

    record LinkRequest(@NotNull UUID tenant, @NotNull UUID incidentId) {}

    record CloseRequest(@NotBlank @Size(max = 2000) String measure) {}

    record PlanRequest(@NotBlank @Size(max = 2000) String measures) {}

    @GET
    @Path("/problems")
    @Operation(summary = "The latest 500 problems with their incidents")
    public List<ProblemRow> list() {
        return view.problems();
    }

    @POST
    @Path("/problems")
    @Operation(summary = "Opens a problem")
    @APIResponse(
            responseCode = "201",
            description = "The problem is open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProblemAnswer.class)))
    public Response open(@NotNull @Valid OpenRequest request) {
        var context = caller.context(StreamId.PLATFORM);
        var problem = UuidCreator.getTimeOrderedEpoch();
        var result = problems.handle(
                ProblemEventTypes.problem(problem),
                context,
                new OpenProblem(
                        problem,
                        caller.provider(),
                        request.title(),
                        caller.person().orElse(null),
                        context.occurredAt()));
        var opened = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/problems/" + opened), new ProblemAnswer(opened));
    }

    @POST
    @Path("/problems/{problem}/incidents")
    @Operation(summary = "Links an incident of any of the vendor's customers with the problem")
    public Response link(@PathParam("problem") UUID problem, @NotNull @Valid LinkRequest request) {
        existing(problem);
        var tenant = caller.seen(request.tenant());
        if (incidents.of(tenant, request.incidentId()).isEmpty()) {
            throw ProblemException.invalidField("/incidentId", "no incident of this tenant");
        }
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(problems.handle(
                ProblemEventTypes.problem(problem),
                context,
                new LinkIncidentToProblem(problem, request.incidentId(), tenant, context.occurredAt())));
    }

    @POST
    @Path("/problems/{problem}/closure")
    @Operation(summary = "Closes a problem with what prevents its incidents from now on")
    public Response close(@PathParam("problem") UUID problem, @NotNull @Valid CloseRequest request) {
        existing(problem);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(problems.handle(
                ProblemEventTypes.problem(problem),
                context,
                new CloseProblem(problem, request.measure(), context.occurredAt())));
    }

    @GET
    @Path("/incident-analyses")
    @Operation(summary = "The daily analyses of the last three months, the latest first (INC-046)")
    public List<AnalysisRow> analyses() {
        return view.analyses();
    }

    @GET
    @Path("/knowledge-signals")
    @Operation(summary = "Customers that ask above-average many knowledge questions for their size (INC-047)")
    public List<SignalRow> signals() {
        return view.signals();
    }

    @POST
    @Path("/knowledge-signals/{tenant}/reduction-plan")
    @Operation(summary = "Records what was agreed with the customer, such as a training (INC-047)")
    public Response agree(@PathParam("tenant") UUID tenant, @NotNull @Valid PlanRequest request) {
        var context = caller.context(caller.seen(tenant));
        return Answers.done(signals.handle(
                ProblemEventTypes.signal(tenant),
                context,
                new AgreeReductionPlan(request.measures(), caller.person().orElse(null), context.occurredAt())));
    }

    private void existing(UUID problem) {
        if (view.problem(problem).isEmpty()) {
            throw ProblemException.notFound();
        }
    }
}
