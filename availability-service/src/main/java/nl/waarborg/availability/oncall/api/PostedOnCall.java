package nl.waarborg.availability.oncall.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.oncall.domain.OnCallCommand;
import nl.waarborg.availability.oncall.domain.OnCallCommand.AssignOnCall;
import nl.waarborg.availability.oncall.domain.OnCallCommand.WithdrawOnCall;
import nl.waarborg.availability.oncall.domain.OnCallEvent;
import nl.waarborg.availability.oncall.domain.OnCallRoster;
import nl.waarborg.availability.oncall.storage.OnCallEventTypes;
import nl.waarborg.availability.platform.Vendors;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.inbound.OfPlatform;
import nl.waarborg.eventsourcing.inbound.PostedType;

/** What a planning system posts about who is on call. */
@ApplicationScoped
public class PostedOnCall {

    private static final String PREFIX = "nl.waarborg.availability.";

    private final CommandHandler<OnCallCommand, OnCallRoster, OnCallEvent> rosters;

    public PostedOnCall(CommandHandler<OnCallCommand, OnCallRoster, OnCallEvent> rosters) {
        this.rosters = rosters;
    }

    public record AssignOnCallV1(
            @NotBlank String provider, UUID assignmentId, UUID employeeId, Instant from, Instant to)
            implements OfPlatform {}

    public record WithdrawOnCallV1(@NotBlank String provider, UUID assignmentId) implements OfPlatform {}

    public List<PostedType<?>> types() {
        return List.of(
                PostedType.of(
                        PREFIX + "assign-on-call.v1",
                        AssignOnCallV1.class,
                        (platform, d) -> OnCallEventTypes.stream(d.provider()),
                        (stream, context, d) -> rosters.handle(
                                stream,
                                context,
                                new AssignOnCall(
                                        d.provider(),
                                        d.assignmentId(),
                                        d.employeeId(),
                                        Vendors.whole(d.from()),
                                        Vendors.endingAfter(d.from(), d.to(), "/to"),
                                        context.occurredAt()))),
                PostedType.of(
                        PREFIX + "withdraw-on-call.v1",
                        WithdrawOnCallV1.class,
                        (platform, d) -> OnCallEventTypes.stream(d.provider()),
                        (stream, context, d) -> rosters.handle(
                                stream,
                                context,
                                new WithdrawOnCall(d.provider(), d.assignmentId(), context.occurredAt()))));
    }
}
