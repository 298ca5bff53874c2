package nl.waarborg.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.local.Identity;
import nl.waarborg.local.LocalPartException;
import nl.waarborg.local.OidcIssuer;
import nl.waarborg.local.RunningSuite;

/** Asks processor-agreement-service in the name of whoever may; what it refuses ends the demo with the problem. */
final class AgreementDesk {

    private final SuiteClient client;
    private final RunningSuite suite;

    AgreementDesk(SuiteClient client, RunningSuite suite) {
        this.client = client;
        this.suite = suite;
    }

    URI address(String path) {
        return suite.agreements().resolve(path);
    }

    JsonNode get(String path, Identity who) {
        return client.get(address(path), token(who)).orFail(path);
    }

    /** A request that is sent again because its answer was lost is recognised by its key. */
    JsonNode post(String path, Identity who, Object body) {
        var key = UUID.nameUUIDFromBytes((path + body).getBytes(UTF_8)).toString();
        return client.postOnce(address(path), token(who), key, body).orFail(path);
    }

    void put(String path, Identity who, Object body) {
        client.put(address(path), token(who), body).orFail(path);
    }

    /** Posts what another system of the vendor reports as it happens; answers which stream it became, also if it was known. */
    UUID report(PostedEvent event, String provider, String source) {
        var who = Identity.eventProducer(provider, null, List.of(source), List.of(event.type()), false);
        List<Map<String, Object>> batch = List.of(event.asCloudEvent(source, false));
        var answer = client.post(address("/api/v1/events"), token(who), EventPoster.BATCH, batch)
                .orFail(event.id())
                .path(0);
        if (!answer.path("stream").isTextual()) {
            throw new LocalPartException("%s was refused: %s".formatted(event.id(), answer));
        }
        return UUID.fromString(answer.path("stream").textValue());
    }

    private String token(Identity who) {
        return OidcIssuer.token(suite.issuer(), who);
    }
}
