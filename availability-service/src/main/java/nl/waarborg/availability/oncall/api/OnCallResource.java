package nl.waarborg.availability.oncall.api;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.availability.oncall.domain.OnCallCommand;
import nl.waarborg.availability.oncall.domain.OnCallCommand.AssignOnCall;
import nl.waarborg.availability.oncall.domain.OnCallCommand.WithdrawOnCall;
import nl.waarborg.availability.oncall.domain.OnCallEvent;
import nl.waarborg.availability.oncall.domain.OnCallRoster;
import nl.waarborg.availability.oncall.projection.OnCallView;
import nl.waarborg.availability.oncall.projection.OnCallView.AssignmentRow;
import nl.waarborg.availability.oncall.projection.OnCallView.GapRow;
import nl.waarborg.availability.oncall.storage.OnCallEventTypes;
import nl.waarborg.availability.platform.Vendors;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/on-call")
@RolesAllowed({Roles.OPERATOR, Roles.ICT_MANAGER})
@Tag(name = "on call", description = "Always somebody available: a roster without a gap (AVL-028)")
class OnCallResource {

    private final CommandHandler<OnCallCommand, OnCallRoster, OnCallEvent> rosters;
    private final OnCallView view;
    private final OnCallSettings settings;
    private final Caller caller;
    private final InstantSource clock;

    OnCallResource(
            CommandHandler<OnCallCommand, OnCallRoster, OnCallEvent> rosters,
            OnCallView view,
            OnCallSettings settings,
            Caller caller,
            InstantSource clock) {
        this.rosters = rosters;
        this.view = view;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    record AssignRequest(
            @Nullable UUID assignmentId, @NotNull UUID employeeId, @NotNull Instant from, @NotNull Instant to) {}

    /**
     * @param now who is available at this moment; empty is a gap
     * @param ahead every assignment as far ahead as gaps are looked for
     * @param gaps detected, and not closed since
     */
    record RosterAnswer(List<AssignmentRow> now, List<AssignmentRow> ahead, List<GapRow> gaps) {}

    @GET
    @Operation(summary = "Who is available now and in the coming weeks, and when nobody is")
    public RosterAnswer roster() {
        var now = clock.instant();
        return new RosterAnswer(
                view.assignments(now, now.plusNanos(1000)),
                view.assignments(now, now.plus(settings.lookAhead())),
                view.gaps(now).stream().filter(gap -> gap.closedAt() == null).toList());
    }

    @POST
    @Path("/assignments")
    @Operation(summary = "Assigns an employee; assignments may overlap")
    public Response assign(@NotNull @Valid AssignRequest request) {
        var assignment = request.assignmentId() == null ? UuidCreator.getTimeOrderedEpoch() : request.assignmentId();
        var context = caller.context(StreamId.PLATFORM);
        var result = rosters.handle(
                OnCallEventTypes.stream(caller.provider()),
                context,
                new AssignOnCall(
                        caller.provider(),
                        assignment,
                        request.employeeId(),
                        Vendors.whole(request.from()),
                        Vendors.endingAfter(request.from(), request.to(), "/to"),
                        context.occurredAt()));
        return Answers.created(result, URI.create("/api/v1/on-call"), Map.of("assignmentId", assignment));
    }

    @DELETE
    @Path("/assignments/{assignment}")
    @Operation(summary = "Withdraws an assignment; what nobody covers then is a gap at once")
    public Response withdraw(@PathParam("assignment") UUID assignment) {
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(rosters.handle(
                OnCallEventTypes.stream(caller.provider()),
                context,
                new WithdrawOnCall(caller.provider(), assignment, context.occurredAt())));
    }
}
