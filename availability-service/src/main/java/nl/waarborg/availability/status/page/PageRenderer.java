package nl.waarborg.availability.status.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Objects;
import nl.waarborg.availability.status.StatusSettings;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.status.domain.PlatformStatus;
import nl.waarborg.availability.status.domain.StatusNotice;
import nl.waarborg.availability.status.page.Views.Frame;
import nl.waarborg.availability.status.words.Words;
import org.jspecify.annotations.Nullable;

/** Makes pages: HTML that needs no script, no cookie and nothing from elsewhere. */
@ApplicationScoped
public class PageRenderer {

    public static final String HTML = "text/html;charset=UTF-8";
    private static final String ROOT = "/status/";
    private static final int MONTHS_ON_HOME = 12;

    private final Engine engine;
    private final StatusSettings settings;
    private final Assets assets = new Assets();

    public PageRenderer(Engine engine, StatusSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    public Assets assets() {
        return assets;
    }

    public String platform(String provider) {
        return settings.names().getOrDefault(provider, provider);
    }

    /** @param age of what the database last said; null while it is fresh */
    Rendered home(PlatformStatus status, Language language, @Nullable Duration age) {
        var words = Words.in(language);
        var views = views(status, words);
        // The sentence around the time, so that the time itself can be marked up.
        var asOf = words.say("asOf", "\u0000").split("\u0000", -1);
        return page(
                200,
                template("home", status.provider(), "", "", words, staleness(status, age, words), views.headline())
                        .data("look", views.look())
                        .data("headline", views.headline())
                        .data("asOf", views.asOf())
                        .data("asOfBefore", asOf[0])
                        .data("asOfAfter", asOf[1])
                        .data("sublines", views.sublines())
                        .data("outages", views.activeOutages())
                        .data("maintenance", views.activeMaintenance())
                        .data("parts", views.parts())
                        .data("legend", views.legend())
                        .data("planned", views.planned())
                        .data("recent", views.recent())
                        .data("names", views.names())
                        .data("footnotes", views.footnotes(status.months()))
                        .data("months", views.months(MONTHS_ON_HOME)));
    }

    Rendered history(PlatformStatus status, YearMonth month, Language language, @Nullable Duration age) {
        var words = Words.in(language);
        var views = views(status, words);
        var heading = words.say("history.title", platform(status.provider()), words.month(month));
        var most = settings.historyMonths();
        return page(
                200,
                template(
                                "history",
                                status.provider(),
                                "/history/" + month,
                                "",
                                words,
                                staleness(status, age, words),
                                heading)
                        .data("heading", heading)
                        .data("figures", views.figures(month))
                        .data("components", views.components(month))
                        .data(
                                "footnotes",
                                views.footnotes(status.figure(month).stream().toList()))
                        .data("notices", views.within(month))
                        .data("previous", views.monthBeside(month, -1, most).orElse(null))
                        .data("next", views.monthBeside(month, 1, most).orElse(null)));
    }

    Rendered notice(PlatformStatus status, StatusNotice notice, Language language, @Nullable Duration age) {
        var words = Words.in(language);
        var view = views(status, words).notice(notice);
        return page(
                200,
                template(
                                "single",
                                status.provider(),
                                "/notices/" + notice.noticeId(),
                                "",
                                words,
                                staleness(status, age, words),
                                view.title())
                        .data("heading", view.title())
                        .data("notice", view));
    }

    /** Before the database ever said anything. */
    Rendered unknown(String provider, Language language) {
        var words = Words.in(language);
        return message(503, provider, "", language, words.say("headline.unknown", platform(provider)), "unknown");
    }

    /** @param provider whose pages are near; empty for none */
    Rendered notFound(String provider, Language language) {
        return message(404, provider, "", language, Words.in(language).say("notFound.title"), "notFound.text");
    }

    /** A page that says one thing. */
    public Rendered message(
            int status, String provider, String path, Language language, String heading, String textKey) {
        var words = Words.in(language);
        return page(
                status,
                template("message", provider, path, "", words, null, heading)
                        .data("heading", heading)
                        .data("text", words.say(textKey)));
    }

    public Rendered page(int status, TemplateInstance page) {
        return Rendered.of(status, HTML, page.render());
    }

    /**
     * A template in the frame that all pages share.
     *
     * @param query what the address says beside the language, such as {@code a=b}
     * @param stale what is said about the age of the state; null while it is fresh
     */
    public TemplateInstance template(
            String name,
            String provider,
            String path,
            String query,
            Words words,
            @Nullable String stale,
            String heading) {
        var root = provider.isEmpty() ? "/status" : ROOT + provider;
        var language = words.language();
        var other = language == Language.NL ? Language.EN : Language.NL;
        var platform = provider.isEmpty() ? "Status" : platform(provider);
        return Objects.requireNonNull(engine.getTemplate("status/" + name), name)
                .data("w", words.all())
                .data(
                        "frame",
                        new Frame(
                                language.code(),
                                other.code(),
                                heading + " · " + words.say("title", platform),
                                platform,
                                root,
                                root + path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + other.code(),
                                "?lang=" + language.code(),
                                assets.stylePath(),
                                assets.iconPath(),
                                stale,
                                !provider.isEmpty()));
    }

    private PageViews views(PlatformStatus status, Words words) {
        return new PageViews(status, platform(status.provider()), words, ROOT + status.provider());
    }

    private static @Nullable String staleness(PlatformStatus status, @Nullable Duration age, Words words) {
        return age == null ? null : words.say("stale", words.moment(status.readAt()), words.duration(age));
    }
}
