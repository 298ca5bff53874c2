package nl.waarborg.eventsourcing.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Gives every request with an {@code Idempotency-Key} the answer of the first one. */
@Provider
class RepeatedRequests implements ContainerResponseFilter {

    private final FirstAnswers answers;

    RepeatedRequests(FirstAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var repeated = response.getHeaders().remove(Answers.REPEATED) != null;
        if (request.getHeaderString(Caller.IDEMPOTENCY_KEY) != null) {
            answers.end(response, repeated);
        }
    }
}
