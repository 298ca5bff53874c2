package nl.waarborg.availability.status.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.waarborg.availability.status.page.PublicAnswers;
import nl.waarborg.availability.status.page.StatusSites;
import nl.waarborg.availability.status.page.Visitors;
import nl.waarborg.eventsourcing.web.Unlimited;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Below the status page nothing is answered by a problem document: its visitors read pages. */
@Path("/status/{vendor}/{anything: .+}")
@PermitAll
@NonBlocking
@Unlimited
class UnknownPageResource {

    private final StatusSites sites;
    private final PublicAnswers answers;

    UnknownPageResource(StatusSites sites, PublicAnswers answers) {
        this.sites = sites;
        this.answers = answers;
    }

    @GET
    @Operation(hidden = true)
    public Response nothing(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = Visitors.language(lang, headers::getHeaderString);
        return answers.page(sites.notFound(vendor, language), headers::getHeaderString)
                .response();
    }
}
