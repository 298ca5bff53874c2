package nl.waarborg.availability.status.api;

import static io.quarkus.vertx.web.Route.HttpMethod.GET;
import static io.quarkus.vertx.web.Route.HttpMethod.HEAD;

import io.quarkus.vertx.web.Param;
import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The pages for everyone (AVL-025, AVL-026): from memory, on the thread that took the request, and before anything else of the service
 * sees it. No login, no limit of requests and no resource stand in their way.
 */
@Singleton
@Tag(
        name = "status page",
        description = "Public: the current state of a platform, its outages and its maintenance (AVL-025, AVL-026)")
class StatusPages {

    /** Before the filters that look who asks, which begin at a few hundred below zero. */
    private static final int FIRST = -10_000;

    private final StatusSites sites;
    private final PageRenderer renderer;
    private final PublicAnswers answers;

    StatusPages(StatusSites sites, PageRenderer renderer, PublicAnswers answers) {
        this.sites = sites;
        this.renderer = renderer;
        this.answers = answers;
    }

    @Route(
            path = "/",
            methods = {GET, HEAD},
            order = FIRST)
    @Operation(hidden = true)
    void front(RoutingContext visit) {
        answers.elsewhere("/status").end(visit.response());
    }

    @Route(
            path = "/status",
            methods = {GET, HEAD},
            order = FIRST)
    @Operation(summary = "Leads to the first vendor's page")
    @APIResponse(responseCode = "302", description = "Its address")
    void first(RoutingContext visit) {
        answers.elsewhere("/status/" + sites.providers().iterator().next()).end(visit.response());
    }

    @Route(
            path = "/status/:vendor",
            methods = {GET, HEAD},
            order = FIRST)
    @Operation(summary = "The current state, with outages, planned maintenance and ninety days per component")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = "text/html"))
    void home(RoutingContext visit, @Param String vendor, @Param Optional<String> lang) {
        var language = language(visit, lang);
        answer(visit, vendor, language, sites.home(vendor, language));
    }

    @Route(
            path = "/status/:vendor/history/:month",
            methods = {GET, HEAD},
            order = FIRST)
    @Operation(summary = "One month, such as 2026-03: its notices and what it came to")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = "text/html"))
    void history(RoutingContext visit, @Param String vendor, @Param String month, @Param Optional<String> lang) {
        var language = language(visit, lang);
        answer(visit, vendor, language, month(month).flatMap(known -> sites.site(vendor)
                .flatMap(site -> site.history(known, language))));
    }

    @Route(
            path = "/status/:vendor/notices/:notice",
            methods = {GET, HEAD},
            order = FIRST)
    @Operation(summary = "One outage or maintenance window with all that was said about it")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = "text/html"))
    void notice(RoutingContext visit, @Param String vendor, @Param String notice, @Param Optional<String> lang) {
        var language = language(visit, lang);
        answer(visit, vendor, language, Visitors.uuid(notice).flatMap(id -> sites.site(vendor)
                .flatMap(site -> site.notice(id, language))));
    }

    @Route(
            path = "/status/:vendor/feed.atom",
            methods = {GET, HEAD},
            order = FIRST)
    @Operation(summary = "The notices of ninety days as an Atom feed, in Dutch unless lang=en")
    @APIResponse(responseCode = "200", description = "The feed", content = @Content(mediaType = "application/atom+xml"))
    void atom(RoutingContext visit, @Param String vendor, @Param Optional<String> lang) {
        var language = lang.flatMap(Language::of).orElse(Language.NL);
        answer(visit, vendor, language, sites.site(vendor).map(site -> site.atom(language)));
    }

    @Route(
            path = "/status/:vendor/status.json",
            methods = {GET, HEAD},
            order = FIRST)
    @Operation(summary = "The current state and the notices of ninety days")
    @APIResponse(
            responseCode = "200",
            description = "The document, by its published schema",
            content = @Content(mediaType = "application/json"))
    void json(RoutingContext visit, @Param String vendor) {
        answer(visit, vendor, Language.EN, sites.site(vendor).map(Site::json));
    }

    @Route(
            path = "/status/assets/:name",
            methods = {GET, HEAD},
            order = FIRST)
    @Operation(hidden = true)
    void asset(RoutingContext visit, @Param String name) {
        renderer.assets()
                .named(name)
                .ifPresentOrElse(
                        asset -> answers.forEver(asset, visit.request()::getHeader)
                                .end(visit.response()),
                        () -> answer(visit, "", language(visit, Optional.empty()), Optional.empty()));
    }

    private void answer(RoutingContext visit, String vendor, Language language, Optional<Rendered> page) {
        answers.page(page.orElseGet(() -> sites.notFound(vendor, language)), visit.request()::getHeader)
                .end(visit.response());
    }

    private static Language language(RoutingContext visit, Optional<String> lang) {
        return Visitors.language(lang.orElse(null), visit.request()::getHeader);
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
