package nl.waarborg.availability.status.page;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.waarborg.availability.status.StatusSettings;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.availability.status.domain.PlatformStatus;
import nl.waarborg.availability.status.feed.AtomFeed;
import nl.waarborg.availability.status.feed.StatusJson;
import nl.waarborg.availability.status.projection.StatusRows;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.tenants.VendorTerms;
import nl.waarborg.terms.AgreedCalendars;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every vendor's pages up to date in memory (AVL-026). One thread asks the database, another looks whether it answers: a database
 * that hangs makes the pages older, never slower.
 */
@Startup
@ApplicationScoped
public class StatusSites {

    private static final Logger LOG = Logger.getLogger(StatusSites.class);

    private final StatusRows rows;
    private final LastKnown lastKnown;
    private final PageRenderer renderer;
    private final AtomFeed feeds;
    private final StatusJson json;
    private final StatusSettings settings;
    private final InstantSource clock;
    private final Map<String, Set<Component>> promised = new ConcurrentHashMap<>();
    private final Map<String, Vendor> vendors = new ConcurrentHashMap<>();
    private final Map<Language, Rendered> notFound = new EnumMap<>(Language.class);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("status-", 0).daemon().factory());

    /** What is shown of one vendor. Written by both threads, one at a time. */
    private static final class Vendor {
        private final Map<Language, Rendered> unknown;
        private final Map<Language, Rendered> notFound;
        private volatile @Nullable Site site;
        private volatile @Nullable Long version;
        /** When the database last confirmed the site's state; null if it is from the file. */
        private volatile @Nullable Instant confirmedAt;

        private Vendor(Map<Language, Rendered> unknown, Map<Language, Rendered> notFound) {
            this.unknown = unknown;
            this.notFound = notFound;
        }
    }

    public StatusSites(
            StatusRows rows,
            LastKnown lastKnown,
            PageRenderer renderer,
            AtomFeed feeds,
            StatusJson json,
            StatusSettings settings,
            VendorTerms terms,
            InstantSource clock) {
        this.rows = rows;
        this.lastKnown = lastKnown;
        this.renderer = renderer;
        this.feeds = feeds;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
        for (var provider : terms.vendors()) {
            promised.put(provider, terms.of(provider).map(Component::promisedBy).orElse(Set.of()));
        }
    }

    @PostConstruct
    void start() {
        for (var language : Language.values()) {
            notFound.put(language, renderer.notFound("", language));
        }
        for (var provider : promised.keySet()) {
            var unknown = new EnumMap<Language, Rendered>(Language.class);
            var absent = new EnumMap<Language, Rendered>(Language.class);
            for (var language : Language.values()) {
                unknown.put(language, renderer.unknown(provider, language));
                absent.put(language, renderer.notFound(provider, language));
            }
            var vendor = new Vendor(unknown, absent);
            lastKnown.of(provider).ifPresent(status -> vendor.site = site(status, age(status.readAt())));
            vendors.put(provider, vendor);
        }
        var interval = settings.refreshInterval().toMillis();
        var unused = threads.scheduleWithFixedDelay(this::refresh, 0, interval, TimeUnit.MILLISECONDS);
        unused = threads.scheduleWithFixedDelay(this::watch, interval, interval, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Vendors with pages, in the order of their names. */
    public Set<String> providers() {
        return new TreeSet<>(vendors.keySet());
    }

    /** Empty for what is no vendor here. */
    public Optional<Rendered> home(String provider, Language language) {
        return of(provider)
                .map(vendor -> vendor.site == null
                        ? Objects.requireNonNull(vendor.unknown.get(language))
                        : vendor.site.home(language));
    }

    /** Empty for what is no vendor here, or is not known yet. */
    public Optional<Site> site(String provider) {
        return of(provider).map(vendor -> vendor.site);
    }

    public Rendered notFound(String provider, Language language) {
        return Objects.requireNonNull(
                of(provider).map(vendor -> vendor.notFound).orElse(notFound).get(language));
    }

    private Optional<Vendor> of(String provider) {
        return Optional.ofNullable(vendors.get(provider));
    }

    private void refresh() {
        try {
            var versions = rows.versions();
            for (var entry : vendors.entrySet()) {
                refresh(entry.getKey(), entry.getValue(), versions.getOrDefault(entry.getKey(), 0L));
            }
        } catch (RuntimeException e) {
            // It is tried again in a second; the pages say how old they are.
            LOG.debugf(e, "The status cannot be read");
        }
    }

    private void refresh(String provider, Vendor vendor, long version) {
        var now = clock.instant();
        var site = vendor.site;
        var known = vendor.confirmedAt != null && Objects.equals(vendor.version, version);
        if (site != null
                && known
                && site.age() == null
                && site.status().readAt().plus(settings.readInterval()).isAfter(now)) {
            vendor.confirmedAt = now;
            return;
        }
        var month = YearMonth.from(now.atZone(AgreedCalendars.ZONE)).minusMonths(settings.historyMonths());
        var since = month.atDay(1).atStartOfDay(AgreedCalendars.ZONE).toInstant();
        var status = rows.read(
                provider,
                promised.getOrDefault(provider, Set.of()),
                since,
                settings.mostNotices(),
                PageViews.DAYS_OF_BARS,
                now);
        var fresh = site(status, null);
        synchronized (vendor) {
            vendor.site = fresh;
            vendor.version = version;
            vendor.confirmedAt = now;
        }
        lastKnown.keep(status);
    }

    /** Says how old the pages are, once a minute, while the database does not answer. */
    private void watch() {
        try {
            vendors.values().forEach(this::watch);
        } catch (RuntimeException e) {
            LOG.error("The age of the status cannot be shown", e);
        }
    }

    private void watch(Vendor vendor) {
        var site = vendor.site;
        var confirmedAt = vendor.confirmedAt;
        if (site == null) {
            return;
        }
        var now = clock.instant();
        if (confirmedAt != null && confirmedAt.plus(settings.staleAfter()).isAfter(now)) {
            return;
        }
        // Nothing had changed when it was last confirmed.
        var status = confirmedAt == null || site.age() != null
                ? site.status()
                : site.status().confirmedAt(confirmedAt);
        var age = age(status.readAt());
        if (!age.equals(site.age())) {
            var older = site(status, age);
            synchronized (vendor) {
                if (vendor.site == site) {
                    vendor.site = older;
                }
            }
        }
    }

    private Duration age(Instant readAt) {
        return Duration.ofMinutes(
                Math.max(1, Duration.between(readAt, clock.instant()).toMinutes()));
    }

    private Site site(PlatformStatus status, @Nullable Duration age) {
        return new Site(renderer, feeds, json, status, age, settings.historyMonths(), settings.mostHistoryBytes());
    }
}
