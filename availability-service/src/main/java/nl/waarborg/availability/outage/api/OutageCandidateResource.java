package nl.waarborg.availability.outage.api;

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
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.outage.domain.Candidate;
import nl.waarborg.availability.outage.domain.CandidateCommand;
import nl.waarborg.availability.outage.domain.CandidateCommand.ConfirmOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateCommand.DismissOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateEvent;
import nl.waarborg.availability.outage.projection.OutagesView;
import nl.waarborg.availability.outage.projection.OutagesView.CandidateRow;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Calamities, disruptions, disasters and restores that other services told of: an operator says whether there is an outage. */
@Path("/api/v1/outage-candidates")
@RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER})
@Tag(name = "outages")
class OutageCandidateResource {

    private final CommandHandler<CandidateCommand, Candidate, CandidateEvent> candidates;
    private final OutagesView view;
    private final Caller caller;

    OutageCandidateResource(
            CommandHandler<CandidateCommand, Candidate, CandidateEvent> candidates, OutagesView view, Caller caller) {
        this.candidates = candidates;
        this.view = view;
        this.caller = caller;
    }

    record ConfirmRequest(UUID outageId) {}

    record DismissRequest(@NotBlank @Size(max = 2000) String reason) {}

    @GET
    @Operation(summary = "The latest 500 possible outages", description = "state: WAITING, CONFIRMED or DISMISSED.")
    public List<CandidateRow> list(@QueryParam("state") @Nullable String state) {
        return view.candidates(state);
    }

    @POST
    @Path("/{candidate}/confirmation")
    @Operation(summary = "Says which outage it is; start that first")
    public Response confirm(@PathParam("candidate") UUID candidate, @NotNull @Valid ConfirmRequest request) {
        seen(candidate);
        if (view.outage(request.outageId(), null).isEmpty()) {
            throw ProblemException.invalidField("/outageId", "is no outage of the vendor");
        }
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(candidates.handle(
                new StreamId(OutageEventTypes.CANDIDATE_EVENTS.category(), candidate),
                context,
                new ConfirmOutageCandidate(
                        candidate, request.outageId(), caller.person().orElse(null), context.occurredAt())));
    }

    @POST
    @Path("/{candidate}/dismissal")
    @Operation(summary = "Says that it is no outage")
    public Response dismiss(@PathParam("candidate") UUID candidate, @NotNull @Valid DismissRequest request) {
        seen(candidate);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(candidates.handle(
                new StreamId(OutageEventTypes.CANDIDATE_EVENTS.category(), candidate),
                context,
                new DismissOutageCandidate(
                        candidate, request.reason(), caller.person().orElse(null), context.occurredAt())));
    }

    private void seen(UUID candidate) {
        if (view.candidates(null).stream().noneMatch(row -> row.candidateId().equals(candidate))) {
            throw ProblemException.notFound();
        }
    }
}
