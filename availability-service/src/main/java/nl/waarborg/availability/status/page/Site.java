package nl.waarborg.availability.status.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.status.domain.PlatformStatus;
import nl.waarborg.availability.status.feed.AtomFeed;
import nl.waarborg.availability.status.feed.StatusJson;
import nl.waarborg.terms.AgreedCalendars;
import org.jspecify.annotations.Nullable;

/**
 * One vendor's pages for one state: what everyone asks for is rendered at once, the rest when it is first asked for, in bounded memory.
 * Immutable but for that memory; a new state is a new site.
 */
public final class Site {

    private final PageRenderer renderer;
    private final PlatformStatus status;
    private final @Nullable Duration age;
    private final int historyMonths;
    private final Map<Language, Rendered> home = new EnumMap<>(Language.class);
    private final Map<Language, Rendered> atom = new EnumMap<>(Language.class);
    private final Rendered json;
    private final Cache<Page, Rendered> others;

    private record Page(Object what, Language language) {}

    Site(
            PageRenderer renderer,
            AtomFeed feeds,
            StatusJson json,
            PlatformStatus status,
            @Nullable Duration age,
            int historyMonths,
            long mostBytes) {
        this.renderer = renderer;
        this.status = status;
        this.age = age;
        this.historyMonths = historyMonths;
        for (var language : Language.values()) {
            home.put(language, renderer.home(status, language, age));
            atom.put(
                    language,
                    Rendered.of(
                            200,
                            "application/atom+xml;charset=UTF-8",
                            feeds.write(status, renderer.platform(status.provider()), language)));
        }
        this.json = Rendered.of(200, "application/json", json.write(status, renderer.platform(status.provider()), age));
        this.others = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Page page, Rendered rendered) -> rendered.size())
                .build();
    }

    public PlatformStatus status() {
        return status;
    }

    /** Whole minutes for which the database has said nothing; null while it answers. */
    @Nullable
    Duration age() {
        return age;
    }

    public Rendered home(Language language) {
        return Objects.requireNonNull(home.get(language));
    }

    public Rendered atom(Language language) {
        return Objects.requireNonNull(atom.get(language));
    }

    public Rendered json() {
        return json;
    }

    /** Empty outside of the months that are kept. */
    public Optional<Rendered> history(YearMonth month, Language language) {
        var current = YearMonth.from(status.readAt().atZone(AgreedCalendars.ZONE));
        return month.isAfter(current) || month.isBefore(current.minusMonths(historyMonths - 1L))
                ? Optional.empty()
                : Optional.of(kept(new Page(month, language), () -> renderer.history(status, month, language, age)));
    }

    public Optional<Rendered> notice(UUID id, Language language) {
        return status.notice(id)
                .map(notice -> kept(new Page(id, language), () -> renderer.notice(status, notice, language, age)));
    }

    private Rendered kept(Page page, Supplier<Rendered> render) {
        return Objects.requireNonNull(others.get(page, absent -> render.get()));
    }
}
