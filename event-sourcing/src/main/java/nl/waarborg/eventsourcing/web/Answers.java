package nl.waarborg.eventsourcing.web;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.waarborg.eventsourcing.CommandResult;

/** What became of a command, as an HTTP answer with the stream's version as {@code ETag}. A refusal by rule becomes its problem. */
public final class Answers {

    /** Between an answer and its filter: the command had been handled before. */
    static final String REPEATED = "Waarborg-Repeated";

    private Answers() {}

    /** 204. */
    public static Response done(CommandResult<?> result) {
        return answer(Response.noContent(), result);
    }

    /** 200 with the state after the command. */
    public static Response done(CommandResult<?> result, Object body) {
        return answer(Response.ok(body), result);
    }

    /** 201; the replay of an {@code Idempotency-Key} answers the same. */
    public static Response created(CommandResult<?> result, URI location, Object body) {
        return answer(Response.created(location).entity(body), result);
    }

    /** A read answer with the version that {@code If-Match} expects. */
    public static Response read(Object body, int version) {
        return Response.ok(body).tag(Integer.toString(version)).build();
    }

    /** @throws ProblemException 409 with rule and code if a rule refused the command */
    public static <E> CommandResult<E> accepted(CommandResult<E> result) {
        if (result.rejection() != null) {
            throw ProblemException.refused(result.rejection());
        }
        return result;
    }

    private static Response answer(Response.ResponseBuilder builder, CommandResult<?> result) {
        if (result.duplicate()) {
            builder.header(REPEATED, true);
        }
        return builder.tag(Integer.toString(accepted(result).version())).build();
    }
}
