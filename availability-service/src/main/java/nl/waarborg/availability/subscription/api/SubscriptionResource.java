package nl.waarborg.availability.subscription.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import nl.waarborg.availability.status.StatusSettings;
import nl.waarborg.availability.status.SubscriptionSettings;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.status.page.PageRenderer;
import nl.waarborg.availability.status.page.PublicAnswers;
import nl.waarborg.availability.status.page.Rendered;
import nl.waarborg.availability.status.page.Site;
import nl.waarborg.availability.status.page.StatusSites;
import nl.waarborg.availability.status.page.Visitors;
import nl.waarborg.availability.status.words.Words;
import nl.waarborg.availability.subscription.domain.Subscription;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand.ConfirmSubscription;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand.EndSubscription;
import nl.waarborg.availability.subscription.domain.SubscriptionCommand.RequestSubscription;
import nl.waarborg.availability.subscription.domain.SubscriptionEvent;
import nl.waarborg.availability.subscription.projection.Subscribers;
import nl.waarborg.availability.subscription.storage.SubscriptionEventTypes;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Asking for mail, confirming it and ending it, by plain forms. There is no session that a foreign page could ride on; what a request may
 * do it proves by a token. A link that is only opened changes nothing: mail scanners open them all.
 */
@Path("/status/{vendor}/subscription")
@PermitAll
@Produces("text/html")
@Tag(name = "status subscription", description = "Public: mail at every change, once it was confirmed (AVL-025)")
class SubscriptionResource {

    private static final Actor VISITOR = new Actor(null, "visitor", Actor.Side.SYSTEM);
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\",;:\\p{Cntrl}]{1,64}@[^\\s@<>\",;:\\p{Cntrl}]+\\.[^\\s@<>\",;:.\\p{Cntrl}]+");

    private final CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent> subscriptions;
    private final Subscribers subscribers;
    private final StatusSites sites;
    private final PageRenderer renderer;
    private final PublicAnswers answers;
    private final SubscriptionSettings settings;
    private final String publicHost;
    private final InstantSource clock;
    private final Cache<String, Bucket> clients;

    SubscriptionResource(
            CommandHandler<SubscriptionCommand, Subscription, SubscriptionEvent> subscriptions,
            Subscribers subscribers,
            StatusSites sites,
            PageRenderer renderer,
            PublicAnswers answers,
            SubscriptionSettings settings,
            StatusSettings status,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
        this.sites = sites;
        this.renderer = renderer;
        this.answers = answers;
        this.settings = settings;
        this.publicHost = status.publicUrl().getAuthority();
        this.clock = clock;
        this.clients = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(settings.clientPeriod())
                .build();
    }

    /** A component that may be chosen. */
    public record Choice(String value, String name, boolean chosen) {}

    @GET
    @Operation(summary = "The form to ask for mail")
    public Response form(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        var language = Visitors.language(lang, headers::getHeaderString);
        return sites.site(vendor)
                .map(site -> answers.page(
                        form(200, site, language, "", Set.copyOf(site.status().components()), null, null),
                        headers::getHeaderString))
                .orElseGet(() -> answers.page(sites.notFound(vendor, language), headers::getHeaderString))
                .response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Asks for mail; the answer is the same whoever's address it is")
    public Response request(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @FormParam("address") @Nullable String address,
            @FormParam("component") @Nullable List<String> components,
            @HeaderParam("Origin") @Nullable String origin,
            @Context HttpHeaders headers,
            @Context HttpServerRequest client) {
        var language = Visitors.language(lang, headers::getHeaderString);
        var site = sites.site(vendor).orElse(null);
        if (site == null) {
            return answers.personal(sites.notFound(vendor, language)).response();
        }
        if (isForeign(origin, headers)) {
            return say(403, vendor, language, "subscribe.foreign");
        }
        if (!mayAsk(client)) {
            return say(429, vendor, language, "subscribe.tooMany");
        }
        var typed = address == null ? "" : address.strip();
        var chosen = chosen(site, components);
        var addressFault = isAddress(typed) ? null : "subscribe.addressFault";
        var componentFault = chosen.isEmpty() ? "subscribe.componentFault" : null;
        if (addressFault != null || componentFault != null) {
            return answers.personal(form(422, site, language, typed, chosen, addressFault, componentFault))
                    .response();
        }
        var stream = SubscriptionEventTypes.stream(vendor, subscribers.addressHash(typed));
        var now = clock.instant();
        subscriptions.handle(
                stream,
                CommandContext.of(StreamId.PLATFORM, VISITOR, now),
                new RequestSubscription(stream.id(), vendor, typed, language, chosen, settings.pausePerAddress(), now));
        return say(200, vendor, language, "subscribe.asked");
    }

    @GET
    @Path("/confirmation")
    @Operation(summary = "Where the mailed link leads: a button to confirm")
    public Response confirmation(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("id") @Nullable String id,
            @QueryParam("token") @Nullable String token,
            @Context HttpHeaders headers) {
        return button(vendor, Visitors.language(lang, headers::getHeaderString), "confirmation", "confirm", id, token);
    }

    @POST
    @Path("/confirmation")
    @Operation(summary = "Confirms; from now on mail is sent")
    public Response confirm(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("id") @Nullable String id,
            @QueryParam("token") @Nullable String token,
            @Context HttpHeaders headers) {
        var language = Visitors.language(lang, headers::getHeaderString);
        var subscription = Visitors.uuid(id).orElse(null);
        if (subscription == null || token == null) {
            return say(400, vendor, language, "confirm.expired");
        }
        var now = clock.instant();
        var result = subscriptions.handle(
                SubscriptionEventTypes.stream(subscription),
                CommandContext.of(StreamId.PLATFORM, VISITOR, now),
                new ConfirmSubscription(subscription, Subscribers.tokenHash(token), now));
        return result.rejection() == null
                ? say(200, vendor, language, "confirm.done")
                : say(410, vendor, language, "confirm.expired");
    }

    @GET
    @Path("/end")
    @Operation(summary = "Where the link at the foot of a mail leads: a button to end the subscription")
    public Response ending(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("id") @Nullable String id,
            @QueryParam("token") @Nullable String token,
            @Context HttpHeaders headers) {
        return button(vendor, Visitors.language(lang, headers::getHeaderString), "end", "end", id, token);
    }

    @POST
    @Path("/end")
    @Operation(summary = "Ends the subscription; also by one click of a mail program (RFC 8058)")
    public Response end(
            @PathParam("vendor") String vendor,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("id") @Nullable String id,
            @QueryParam("token") @Nullable String token,
            @Context HttpHeaders headers) {
        var language = Visitors.language(lang, headers::getHeaderString);
        var subscription = Visitors.uuid(id).orElse(null);
        if (subscription == null || token == null || !subscribers.isEndToken(subscription, token)) {
            return say(400, vendor, language, "end.wrong");
        }
        var now = clock.instant();
        subscriptions.handle(
                SubscriptionEventTypes.stream(subscription),
                CommandContext.of(StreamId.PLATFORM, VISITOR, now),
                new EndSubscription(subscription, now));
        return say(200, vendor, language, "end.done");
    }

    private Response button(
            String vendor, Language language, String path, String words, @Nullable String id, @Nullable String token) {
        var subscription = Visitors.uuid(id).orElse(null);
        if (subscription == null || token == null || !token.matches("[\\w-]{1,100}")) {
            return say(400, vendor, language, words.equals("end") ? "end.wrong" : "confirm.expired");
        }
        var say = Words.in(language);
        var query = "id=" + subscription + "&token=" + token;
        return answers.personal(renderer.page(
                        200,
                        renderer.template(
                                        "button",
                                        vendor,
                                        "/subscription/" + path,
                                        query,
                                        say,
                                        null,
                                        say.say(words + ".title"))
                                .data("heading", say.say(words + ".title"))
                                .data("text", say.say(words + ".text", renderer.platform(vendor)))
                                .data(
                                        "action",
                                        "/status/" + vendor + "/subscription/" + path + "?" + query + "&lang="
                                                + language.code())
                                .data("label", say.say(words + ".button"))))
                .response();
    }

    private Rendered form(
            int status,
            Site site,
            Language language,
            String address,
            Set<Component> chosen,
            @Nullable String addressFault,
            @Nullable String componentFault) {
        var words = Words.in(language);
        var vendor = site.status().provider();
        return renderer.page(
                status,
                renderer.template("subscribe", vendor, "/subscription", "", words, null, words.say("subscribe.title"))
                        .data("heading", words.say("subscribe.title"))
                        .data("intro", words.say("subscribe.intro", renderer.platform(vendor)))
                        .data("address", address)
                        .data("addressFault", addressFault == null ? null : words.say(addressFault))
                        .data("componentFault", componentFault == null ? null : words.say(componentFault))
                        .data("action", "/status/" + vendor + "/subscription?lang=" + language.code())
                        .data(
                                "choices",
                                site.status().components().stream()
                                        .map(component -> new Choice(
                                                component.name(),
                                                words.component(component),
                                                chosen.contains(component)))
                                        .toList()));
    }

    private Response say(int status, String vendor, Language language, String words) {
        return answers.personal(renderer.message(
                        status,
                        vendor,
                        "/subscription",
                        language,
                        Words.in(language).say(words + ".title"),
                        words + ".text"))
                .response();
    }

    private boolean mayAsk(HttpServerRequest client) {
        var bucket =
                Objects.requireNonNull(clients.get(client.remoteAddress().hostAddress(), address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(settings.perClient())
                                .refillGreedy(settings.perClient(), settings.clientPeriod()))
                        .build()));
        return bucket.tryConsume(1);
    }

    /** A form on another site could make its visitors ask for mail to others. */
    private boolean isForeign(@Nullable String origin, HttpHeaders headers) {
        if (origin == null) {
            return false;
        }
        try {
            var from = URI.create(origin).getAuthority();
            return from == null
                    || (!from.equals(publicHost) && !from.equals(headers.getHeaderString(HttpHeaders.HOST)));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static Set<Component> chosen(Site site, @Nullable List<String> names) {
        var chosen = EnumSet.noneOf(Component.class);
        if (names != null) {
            site.status().components().stream()
                    .filter(component -> names.contains(component.name()))
                    .forEach(chosen::add);
        }
        return chosen;
    }

    private static boolean isAddress(String typed) {
        return typed.length() <= LONGEST_ADDRESS && ADDRESS.matcher(typed).matches();
    }
}
