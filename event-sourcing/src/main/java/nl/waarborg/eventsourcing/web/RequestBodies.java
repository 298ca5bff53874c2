package nl.waarborg.eventsourcing.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import nl.waarborg.eventsourcing.settings.Settings;

/** Every body is read here: bounded, hashed for the {@code Idempotency-Key}, and JSON strictly. */
@Provider
class RequestBodies implements ReaderInterceptor {

    private final StrictJson json;
    private final RequestDigest digest;
    // Made before the configuration is read.
    private final Instance<Settings.Web> settings;

    RequestBodies(StrictJson json, RequestDigest digest, Instance<Settings.Web> settings) {
        this.json = json;
        this.digest = digest;
        this.settings = settings;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext read) throws IOException {
        var limit = settings.get().maxBody();
        var body = read.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new ProblemException(ProblemKind.TOO_LARGE, "at most " + limit + " bytes are taken");
        }
        digest.body(body);
        if (isJson(read.getMediaType())) {
            if (read.getType().isRecord()) {
                return json.read(body, read.getGenericType());
            }
            if (read.getType() == JsonNode.class) {
                return json.readTree(body);
            }
        }
        read.setInputStream(new ByteArrayInputStream(body));
        return read.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }
}
