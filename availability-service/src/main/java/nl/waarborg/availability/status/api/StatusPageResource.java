package nl.waarborg.availability.status.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.status.page.PageRenderer;
import nl.waarborg.availability.status.page.PublicAnswers;
import nl.waarborg.availability.status.page.Rendered;
import nl.waarborg.availability.status.page.Site;
import nl.waarborg.availability.status.page.StatusSites;
import nl.waarborg.availability.status.page.Visitors;
import nl.waarborg.eventsourcing.web.Unlimited;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The pages for everyone: without a login, from memory, on the thread that took the request (AVL-025, AVL-026). */
@Path("/status")
@PermitAll
@NonBlocking
@Unlimited
@Tag(
        name = "status page",
        description = "Public: the current state of a platform, its outages and its maintenance (AVL-025, AVL-026)")
class StatusPageResource {

    private final StatusSites sites;
    private final PageRenderer renderer;
    private final PublicAnswers answers;

    StatusPageResource(StatusSites sites, PageRenderer renderer, PublicAnswers answers) {
        this.sites = sites;
        this.renderer = renderer;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "Leads to the first vendor's page")
    public Response first() {
        return answers.elsewhere("/status/" + sites.providers().iterator().next());
    }

    @GET
    @Path("/{vendor}")
    @Produces("text/html")
    @Operation(summary = "The current state, with outages, planned maintenance and ninety days per component")
    public Response home(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = Visitors.language(lang, headers);
        return page(vendor, language, sites.home(vendor, language), headers);
    }

    @GET
    @Path("/{vendor}/history/{month}")
    @Produces("text/html")
    @Operation(summary = "One month, such as 2026-03: its notices and what it came to")
    public Response history(
            @PathParam("vendor") String vendor,
            @PathParam("month") String month,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = Visitors.language(lang, headers);
        return page(
                vendor,
                language,
                month(month).flatMap(known -> sites.site(vendor).flatMap(site -> site.history(known, language))),
                headers);
    }

    @GET
    @Path("/{vendor}/notices/{notice}")
    @Produces("text/html")
    @Operation(summary = "One outage or maintenance window with all that was said about it")
    public Response notice(
            @PathParam("vendor") String vendor,
            @PathParam("notice") String notice,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = Visitors.language(lang, headers);
        return page(
                vendor,
                language,
                Visitors.uuid(notice).flatMap(id -> sites.site(vendor).flatMap(site -> site.notice(id, language))),
                headers);
    }

    @GET
    @Path("/{vendor}/feed.atom")
    @Produces("application/atom+xml")
    @Operation(summary = "The notices of ninety days as an Atom feed, in Dutch unless lang=en")
    public Response atom(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = Visitors.named(lang).orElse(Language.NL);
        return page(vendor, language, sites.site(vendor).map(site -> site.atom(language)), headers);
    }

    @GET
    @Path("/{vendor}/status.json")
    @Produces("application/json")
    @Operation(summary = "The current state and the notices of ninety days")
    public Response json(@PathParam("vendor") String vendor, @Context HttpHeaders headers) {
        return page(vendor, Language.EN, sites.site(vendor).map(Site::json), headers);
    }

    @GET
    @Path("/assets/{name}")
    @Operation(hidden = true)
    public Response asset(@PathParam("name") String name, @Context HttpHeaders headers) {
        return renderer.assets()
                .named(name)
                .map(asset -> answers.forEver(asset, headers))
                .orElseGet(() -> answers.page(sites.notFound("", Visitors.language(null, headers)), headers));
    }

    @GET
    @Path("/{vendor}/{anything: .+}")
    @Operation(hidden = true)
    public Response nothing(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        return answers.page(sites.notFound(vendor, Visitors.language(lang, headers)), headers);
    }

    private Response page(String vendor, Language language, Optional<Rendered> page, HttpHeaders headers) {
        return answers.page(page.orElseGet(() -> sites.notFound(vendor, language)), headers);
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
