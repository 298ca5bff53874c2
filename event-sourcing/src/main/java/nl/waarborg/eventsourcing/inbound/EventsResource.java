package nl.waarborg.eventsourcing.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.waarborg.eventsourcing.inbound.PostedEvents.Answer;
import nl.waarborg.eventsourcing.inbound.PostedEvents.Outcome;
import nl.waarborg.eventsourcing.settings.Settings;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.ProblemKind;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.eventsourcing.web.Tenants;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events that other systems post, as CloudEvents 1.0 over HTTP. */
@Path("/api/v1/events")
@Tag(name = "Events")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(Roles.EVENT_PRODUCER)
class EventsResource {

    private static final String BATCH = "application/cloudevents-batch+json";

    private static final String EXAMPLE =
            """
            {"specversion": "1.0", "id": "4711", "source": "urn:example:tickets", "type": "nl.waarborg.incident.respond.v1",\
             "time": "2026-03-05T16:30:00+01:00", "tenantid": "01957f3a-6c1e-7b52-9d0e-3f6a8c21d4b7",\
             "datacontenttype": "application/json", "data": {"number": "T-1"}}""";

    private final PostedEvents events;
    private final Caller caller;
    private final Tenants tenants;
    private final ObjectMapper mapper;
    private final Settings.Events settings;

    EventsResource(PostedEvents events, Caller caller, Tenants tenants, ObjectMapper mapper, Settings.Events settings) {
        this.events = events;
        this.caller = caller;
        this.tenants = tenants;
        this.mapper = mapper;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(
            summary = "Post one CloudEvent (structured or binary) or a batch",
            description =
                    "Each event becomes a command. A single event is answered 201, 200 if it came before, or with its problem. A batch"
                            + " (application/cloudevents-batch+json) is answered 200 with an outcome per event, in order; a bad event does not refuse"
                            + " the others. Events of one stream are handled in the order of the batch.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = JsonFormat.CONTENT_TYPE,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "one", value = EXAMPLE)),
                @Content(
                        mediaType = BATCH,
                        schema = @Schema(type = SchemaType.ARRAY),
                        examples = @ExampleObject(name = "batch", value = "[" + EXAMPLE + "]"))
            })
    @APIResponse(
            responseCode = "201",
            description = "The event was accepted",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The event came before (one outcome); or an outcome per event of a batch, in its order",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(oneOf = {Answer.class, Answer[].class})))
    public Response post(HttpHeaders headers, byte[] body) {
        var type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(BATCH)) {
            return Response.ok(batch(body)).build();
        }
        return single(
                events.handle(List.of(event(headers, type, body)), poster()).getFirst());
    }

    private Poster poster() {
        return Poster.of(caller, tenants);
    }

    private static Response single(Answer answer) {
        var problem = answer.problem();
        if (problem != null) {
            throw new ProblemException(problem);
        }
        return Response.status(answer.outcome() == Outcome.ACCEPTED ? 201 : 200)
                .entity(answer)
                .build();
    }

    private List<Answer> batch(byte[] body) {
        var elements = elements(body);
        var answers = new Answer[elements.size()];
        var good = new ArrayList<PostedEvent>();
        var places = new ArrayList<Integer>();
        for (var i = 0; i < elements.size(); i++) {
            var element = elements.get(i);
            try {
                good.add(new PostedEvent(structured(mapper.writeValueAsBytes(element))));
                places.add(i);
            } catch (ProblemException e) {
                answers[i] = Answer.refused(text(element, "id"), text(element, "source"), e.problem());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        var handled = events.handle(good, poster());
        for (var i = 0; i < handled.size(); i++) {
            answers[places.get(i)] = handled.get(i);
        }
        return Arrays.asList(answers);
    }

    private JsonNode elements(byte[] body) {
        JsonNode elements;
        try {
            elements = mapper.readTree(body);
        } catch (IOException e) {
            var at = e instanceof com.fasterxml.jackson.core.JacksonException json && json.getLocation() != null
                    ? " at line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr()
                    : "";
            throw new ProblemException(ProblemKind.MALFORMED_BODY, "the body is not JSON" + at);
        }
        if (elements == null || !elements.isArray()) {
            throw new ProblemException(ProblemKind.MALFORMED_BODY, "a batch is a JSON array of events");
        }
        if (elements.size() > settings.maxBatch()) {
            throw new ProblemException(ProblemKind.TOO_LARGE, "at most " + settings.maxBatch() + " events are taken");
        }
        return elements;
    }

    private static PostedEvent event(HttpHeaders headers, @Nullable String type, byte[] body) {
        if (type != null && type.startsWith(JsonFormat.CONTENT_TYPE)) {
            return new PostedEvent(structured(body));
        }
        if (headers.getHeaderString("ce-specversion") == null) {
            throw new ProblemException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "an event comes as " + JsonFormat.CONTENT_TYPE + ", as " + BATCH + ", or with ce- headers");
        }
        return new PostedEvent(read(() -> HttpMessageFactory.createReaderFromMultimap(headers(headers), body)
                .toEvent()));
    }

    private static Map<String, List<String>> headers(HttpHeaders headers) {
        return headers.getRequestHeaders();
    }

    private static CloudEvent structured(byte[] json) {
        return read(() -> java.util.Objects.requireNonNull(
                        EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE))
                .deserialize(json));
    }

    private interface Reading {
        /** Null for the JSON null. */
        @Nullable
        CloudEvent read();
    }

    private static CloudEvent read(Reading reading) {
        try {
            var event = reading.read();
            if (event == null) {
                throw noCloudEvent();
            }
            return event;
        } catch (CloudEventRWException
                | EventDeserializationException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw noCloudEvent();
        }
    }

    private static ProblemException noCloudEvent() {
        return new ProblemException(
                ProblemKind.MALFORMED_BODY,
                "it is no CloudEvent 1.0: specversion, id, source and type are required, and its attributes have forms");
    }

    private static @Nullable String text(JsonNode element, String name) {
        return element.path(name).isTextual() ? element.path(name).textValue() : null;
    }
}
