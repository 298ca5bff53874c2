package nl.waarborg.eventsourcing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import nl.waarborg.eventsourcing.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457, {@code application/problem+json}).
 *
 * @param detail what went wrong this time, in one English sentence without personal data
 * @param rule id of the contract rule that refused, such as {@code INC-031}
 * @param code stable name of the refusal within its rule
 * @param errors one per field
 * @param incident where the cause stands in the service's log; only with an error on our side
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String rule,
        @Nullable String code,
        @Nullable List<FieldError> errors,
        @Nullable String incident) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong with one field; the pointer (RFC 6901) says where, in the body. */
    public record FieldError(String pointer, String message) {}

    public static Problem of(ProblemKind kind, @Nullable String detail) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, null, null, null);
    }

    public static Problem of(ProblemKind kind, List<FieldError> errors) {
        return new Problem(kind.type(), kind.title(), kind.status(), null, null, null, List.copyOf(errors), null);
    }

    public static Problem of(Rejection rejection) {
        var kind = ProblemKind.REFUSED_BY_RULE;
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                rejection.message(),
                rejection.rule(),
                rejection.code(),
                null,
                null);
    }

    /** A failure on our side: the caller gets a number that the log knows, and no internals. */
    public static Problem internal(String incident) {
        var kind = ProblemKind.INTERNAL;
        return new Problem(kind.type(), kind.title(), kind.status(), null, null, null, null, incident);
    }
}
