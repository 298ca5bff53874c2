package nl.waarborg.eventsourcing.web;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import java.util.function.Predicate;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.LiveEvents.Heartbeat;
import nl.waarborg.eventsourcing.web.LiveEvents.LiveEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happens, as it happens, for live views. */
@Path("/api/v1/stream")
@Tag(name = "Live")
class StreamResource {

    private final LiveEvents events;
    private final Caller caller;
    private final Tenants tenants;

    StreamResource(LiveEvents events, Caller caller, Tenants tenants) {
        this.events = events;
        this.caller = caller;
        this.tenants = tenants;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    // Everybody who may see all that happens with a tenant; not who sees a part of it only, and no systems.
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR,
        Roles.INCIDENT_VIEWER,
        Roles.AGREEMENT_CONTACT,
        Roles.PRIVACY_CONTACT,
        Roles.AUTHORISED_CONTACT,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.OPERATOR,
        Roles.PAYROLL_PROCESSOR,
        Roles.SERVICE_MANAGER,
        Roles.AGREEMENT_MANAGER,
        Roles.SECURITY_OFFICER,
        Roles.ICT_MANAGER,
        Roles.BOARD,
        Roles.AUDITOR,
        Roles.ACCOUNT_MANAGER,
        Roles.CONSULTANT
    })
    @Operation(
            summary = "Watch published events (server-sent events)",
            description =
                    "Those of the token's tenant, or of its provider's tenants. The event's name is its CloudEvents type, its data the"
                            + " event's data, its id a position: sent back as Last-Event-ID, the stream goes on from there, at any replica.")
    @APIResponse(
            responseCode = "200",
            description = "Events without end; comments while nothing happens",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "event",
                                            value =
                                                    "event: nl.waarborg.incident.raised.v1\nid: 0:41,1:12\ndata: {\"number\":\"T-1\"}")))
    public Multi<OutboundSseEvent> watch(@HeaderParam("Last-Event-ID") @Nullable String position, Sse sse) {
        return events.watch(position, visible()).map(live -> switch (live) {
            case LiveEvent event ->
                sse.newEventBuilder()
                        .id(event.position())
                        .name(event.type())
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(event.json())
                        .build();
            // Without it a proxy would close a silent connection.
            case Heartbeat _ -> sse.newEventBuilder().comment("still here").build();
        });
    }

    /** Decided from values, since the request is over when events come. */
    private Predicate<UUID> visible() {
        if (caller.ofOneTenant()) {
            var own = caller.tenant();
            return own::equals;
        }
        var provider = caller.provider();
        var vendor = caller.vendor();
        return tenant -> tenant.equals(StreamId.PLATFORM)
                ? vendor
                : tenants.provider(tenant).map(provider::equals).orElse(false);
    }
}
