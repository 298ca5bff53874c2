package nl.waarborg.eventsourcing.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hash of method, address and body of a request: tells a repeated request from another one under the same key. */
@RequestScoped
public class RequestDigest {

    private final HttpServerRequest request;
    private byte[] body = {};

    public RequestDigest(HttpServerRequest request) {
        this.request = request;
    }

    public void body(byte[] bytes) {
        body = bytes.clone();
    }

    public String hex() {
        var sha256 = sha256();
        sha256.update((request.method().name() + ' ' + request.uri() + '\n').getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha256.digest(body));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
