package nl.waarborg.eventsourcing.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.DeadLetters.Letter;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events that could not be taken in, for the operator who sets that right. */
@Path("/api/v1/dead-letters")
@Tag(name = "Dead letters")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(Roles.OPERATOR)
class DeadLettersResource {

    private final InboundEvents events;
    private final Caller caller;

    DeadLettersResource(InboundEvents events, Caller caller) {
        this.events = events;
        this.caller = caller;
    }

    /**
     * @param consumer the part of the service that could not take the event
     * @param waits whether nothing is wrong with it but that an earlier event of its stream is parked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadLetter(
            UUID id,
            String consumer,
            UUID tenant,
            String topic,
            int partition,
            long offset,
            @Nullable String type,
            @Nullable String source,
            @Nullable String eventId,
            String key,
            String reason,
            boolean waits,
            int attempts,
            Instant parkedAt) {

        static DeadLetter of(Letter letter) {
            return new DeadLetter(
                    letter.id(),
                    letter.consumer(),
                    letter.tenant(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.type(),
                    letter.source(),
                    letter.eventId(),
                    letter.key(),
                    letter.reason(),
                    letter.waits(),
                    letter.attempts(),
                    letter.parkedAt());
        }
    }

    /** @param settled letters of the same key that are done, this one among them */
    record Retried(int settled) {}

    @GET
    @RunOnVirtualThread
    @Operation(summary = "List dead letters, oldest first")
    public Page<DeadLetter> list(@Valid @BeanParam PageQuery page) {
        var after = page.after(1, key -> Long.valueOf(key.getFirst())).orElse(0L);
        var letters = events.list(after, caller.provider(), page.fetch());
        return Page.of(letters, page, letter -> List.of(Long.toString(letter.ordinal())))
                .map(DeadLetter::of);
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "Show a dead letter", description = "What the event said is not shown: it may be personal.")
    public DeadLetter read(@PathParam("id") UUID id) {
        return DeadLetter.of(letter(id));
    }

    @POST
    @Path("/{id}/retry")
    @RunOnVirtualThread
    @Operation(
            summary = "Try a dead letter again",
            description =
                    "With those of the same key before it, and then those behind it, up to the first that fails again.")
    public Retried retry(@PathParam("id") UUID id) {
        caller.context(StreamId.PLATFORM);
        return new Retried(events.retry(letter(id)));
    }

    @DELETE
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "Give a dead letter up", description = "What waited behind it goes on.")
    public void discard(@PathParam("id") UUID id) {
        caller.context(StreamId.PLATFORM);
        events.discard(letter(id));
    }

    private Letter letter(UUID id) {
        return events.find(id, caller.provider()).orElseThrow(ProblemException::notFound);
    }
}
