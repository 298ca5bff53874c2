package nl.waarborg.availability.status.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import nl.waarborg.availability.status.page.PublicAnswers;
import nl.waarborg.eventsourcing.web.Unlimited;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whoever comes to the front door wants the status. */
@Path("/")
@PermitAll
@NonBlocking
@Unlimited
class RootResource {

    private final PublicAnswers answers;

    RootResource(PublicAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public Response front() {
        return answers.elsewhere("/status");
    }
}
