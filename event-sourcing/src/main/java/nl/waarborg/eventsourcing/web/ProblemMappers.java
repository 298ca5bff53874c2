package nl.waarborg.eventsourcing.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.waarborg.eventsourcing.OriginClash;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure of a request with its problem document. Public: Quarkus generates its callers into another class loader. */
public class ProblemMappers {

    private static final int ABOVE_QUARKUS = 1;

    private final Refusals refusals;

    ProblemMappers(Refusals refusals) {
        this.refusals = refusals;
    }

    @ServerExceptionMapper(value = Throwable.class)
    public Response anything(Throwable e, ContainerRequestContext request) {
        return answer(Problems.of(e), request);
    }

    @ServerExceptionMapper(value = WebApplicationException.class, priority = ABOVE_QUARKUS)
    public Response webApplication(WebApplicationException e, ContainerRequestContext request) {
        return answer(Problems.of(e), request);
    }

    @ServerExceptionMapper(value = ConstraintViolationException.class, priority = ABOVE_QUARKUS)
    public Response violations(ConstraintViolationException e, ContainerRequestContext request) {
        return answer(Problems.of(e), request);
    }

    @ServerExceptionMapper(value = FirstAnswers.AnsweredBefore.class)
    public Response answeredBefore(FirstAnswers.AnsweredBefore e) {
        return e.response();
    }

    @ServerExceptionMapper(value = OriginClash.class)
    public Response originClash(OriginClash e, ContainerRequestContext request) {
        return answer(
                request.getHeaderString(Caller.IDEMPOTENCY_KEY) == null
                        ? Problems.of(e)
                        : Problem.of(ProblemKind.KEY_REUSED, (String) null),
                request);
    }

    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, UnauthorizedException.class},
            priority = ABOVE_QUARKUS)
    public Response unauthenticated(ContainerRequestContext request) {
        return answer(Problem.of(ProblemKind.UNAUTHENTICATED, (String) null), request);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = ABOVE_QUARKUS)
    public Response forbidden(ContainerRequestContext request) {
        return answer(Problem.of(ProblemKind.FORBIDDEN, (String) null), request);
    }

    private Response answer(Problem problem, ContainerRequestContext request) {
        refusals.note(problem, request);
        var answer = Response.status(problem.status()).entity(problem).type(Problem.MEDIA_TYPE);
        if (problem.status() == ProblemKind.UNAUTHENTICATED.status()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }
}
