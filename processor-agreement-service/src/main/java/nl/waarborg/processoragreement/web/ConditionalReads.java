package nl.waarborg.processoragreement.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import nl.waarborg.eventsourcing.Sha256;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What is shown from a stream and, often, from the day and from what happened elsewhere; sent only to who does not have it yet. */
@RequestScoped
public class ConditionalReads {

    private final Request request;
    private final ObjectMapper json;

    ConditionalReads(Request request, ObjectMapper json) {
        this.request = request;
        this.json = json;
    }

    /**
     * 304 if {@code If-None-Match} names what is shown now, 200 otherwise. The {@code ETag} is strong: the stream's version, which a command's
     * {@code If-Match} compares, and a digest of all that is shown.
     *
     * @param version of the stream
     */
    public <T> RestResponse<T> of(T shown, int version) {
        var tag = new EntityTag(version + "." + digest(shown));
        var unmet = request.evaluatePreconditions(tag);
        if (unmet == null) {
            return ResponseBuilder.ok(shown).tag(tag).build();
        }
        try (var answer = unmet.build()) {
            return ResponseBuilder.<T>create(answer.getStatus()).tag(tag).build();
        }
    }

    private String digest(Object shown) {
        try {
            return Sha256.hex(json.writeValueAsBytes(shown));
        } catch (JsonProcessingException e) {
            e.clearLocation(); // its text would quote what is shown
            throw new IllegalStateException("cannot be shown", e);
        }
    }
}
