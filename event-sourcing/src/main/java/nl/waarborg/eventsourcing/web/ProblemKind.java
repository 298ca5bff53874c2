package nl.waarborg.eventsourcing.web;

import java.net.URI;

/** Every kind of problem that the suite answers (RFC 9457). The type is stable: clients may rely on it. */
public enum ProblemKind {
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    MALFORMED_BODY("malformed-body", 400, "The body cannot be read"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid bearer token is needed"),
    FORBIDDEN("forbidden", 403, "The token does not allow this"),
    SECOND_FACTOR_NEEDED("second-factor-needed", 403, "The login had one factor only"),
    NOT_GRANTED("not-granted", 403, "The event lies outside what this source may post"),
    NOT_FOUND("not-found", 404, "There is nothing here that the token may see"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not offered here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "This representation is not offered"),
    VERSION_CLASH("version-clash", 409, "Others changed this at the same time; try again"),
    REFUSED_BY_RULE("refused-by-rule", 409, "A rule of the agreement refuses this"),
    ID_REUSED("id-reused", 409, "This source posted the same id before with other content"),
    ERASED("tenant-erased", 409, "The tenant's personal data were erased; no new ones are taken"),
    PRECONDITION_FAILED("precondition-failed", 412, "It was changed since it was read"),
    TOO_LARGE("too-large", 413, "The body is larger than is taken"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's media type is not taken here"),
    INVALID_FIELDS("invalid-fields", 422, "Some fields are not valid"),
    KEY_REUSED("idempotency-key-reused", 422, "This Idempotency-Key was used before with another request"),
    UNKNOWN_EVENT_TYPE("unknown-event-type", 422, "This service takes no events of this type"),
    UNKNOWN_TENANT("unknown-tenant", 422, "The tenant is not known"),
    TIME_IN_FUTURE("time-in-future", 422, "The time lies further ahead than is tolerated"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "This client asks too much at once"),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    UNAVAILABLE("unavailable", 503, "This cannot be answered right now; try again");

    private final URI type;
    private final int status;
    private final String title;

    ProblemKind(String slug, int status, String title) {
        this.type = URI.create("urn:waarborg:problem:" + slug);
        this.status = status;
        this.title = title;
    }

    public URI type() {
        return type;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
