package nl.waarborg.availability.status.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What the public gets, whichever way it leaves. */
public record PublicAnswer(int status, Map<String, String> headers, Buffer body) {

    /** Through a resource. */
    public Response response() {
        var response = Response.status(status);
        headers.forEach(response::header);
        if (body.length() > 0) {
            response.entity(body.getBytes());
        }
        return response.build();
    }

    /** Straight into the connection. */
    public void end(HttpServerResponse response) {
        response.setStatusCode(status);
        headers.forEach(response::putHeader);
        response.end(body);
    }
}
