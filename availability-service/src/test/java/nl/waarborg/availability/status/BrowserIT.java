package nl.waarborg.availability.status;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnounced;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceEnded;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceStarted;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageEnded;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageUpdated;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.junit.jupiter.api.Test;

/** The pages in a real browser: no script is needed, and axe finds no fault (WCAG 2.2 A and AA), in every language, colour and width. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class BrowserIT {

    private static final Path CHROMIUM = Path.of(System.getProperty("waarborg.chromium", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TestHTTPResource("/")
    URI root;

    @Inject
    Told told;

    @Test
    @Rule({"AVL-025", "AVL-026"})
    void everyone_can_read_it() {
        var present = Files.isExecutable(CHROMIUM);
        assertTrue(present || System.getenv("CI") == null, "CI has no " + CHROMIUM);
        assumeTrue(present, "no browser at " + CHROMIUM + ": install Debian's chromium to run this test");
        var outage = story();
        var faults = new ArrayList<String>();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync")))) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var width : List.of(390, 1280)) {
                    look(browser, scheme, width, outage, faults);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private void look(Browser browser, ColorScheme scheme, int width, UUID outage, List<String> faults) {
        var month = Instant.now().toString().substring(0, 7);
        var missed = YearMonth.from(Instant.now().minus(197, ChronoUnit.DAYS).atZone(AgreedCalendars.ZONE));
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 900)
                .setBypassCSP(true))) {
            var page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                    faults.add(page.url() + ": " + message.text());
                }
            });
            for (var language : List.of("nl", "en")) {
                for (var path : List.of(
                        "afas",
                        "phocus",
                        "afas/history/" + month,
                        "afas/history/" + missed,
                        "afas/notices/" + outage,
                        "afas/subscription",
                        "afas/nothing")) {
                    look(
                            page,
                            path,
                            language,
                            "%s-%d-%s-%s".formatted(path.replaceAll("/.*/|/", "-"), width, scheme, language),
                            faults);
                }
            }
        }
    }

    private void look(Page page, String path, String language, String name, List<String> faults) {
        page.navigate(root.resolve("/status/" + path + "?lang=" + language).toString());
        var wider = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        if (Boolean.TRUE.equals(wider)) {
            faults.add(name + ": wider than the window");
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name.toLowerCase(java.util.Locale.ROOT) + ".png")));
        // In one go, as a page without frames allows; else axe gathers what frames say on a page of its own.
        new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(STANDARD)
                .analyze()
                .getViolations()
                .forEach(violation -> faults.add(name + ": " + violation.getId() + " " + violation.getHelp() + " "
                        + violation.getNodes().getFirst().getHtml()));
    }

    /** A platform with a year behind it, an outage that goes on and maintenance to come. */
    private UUID story() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var year = now.minus(365, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        for (var component : List.of(Component.PROFIT, Component.INSITE, Component.OUTSITE, Component.CONNECTORS)) {
            told.measured("afas", component, year, now);
        }
        told.measured("afas", Component.POCKET, now.minus(47, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS), now);
        past(now, 331, 48, "Fout 504: de server antwoordt niet op tijd.", Component.PROFIT, Component.INSITE);
        past(now, 268, 25, "Inloggen lukt niet.", Component.INSITE, Component.OUTSITE);
        past(
                now,
                197,
                1415,
                "Geen verbinding met de database.",
                Component.PROFIT,
                Component.INSITE,
                Component.OUTSITE,
                Component.CONNECTORS);
        past(now, 121, 12, "Bestanden zijn niet te openen.", Component.INSITE);
        past(now, 71, 71, "Inloggen lukt niet.", Component.INSITE, Component.OUTSITE);
        past(now, 44, 44, "Inloggen lukt niet.", Component.INSITE, Component.OUTSITE);
        past(now, 20, 190, "De app toont oude gegevens en kan niets opslaan.", Component.POCKET);
        past(now, 6, 6, "Inloggen lukt niet.", Component.INSITE, Component.OUTSITE);
        for (var daysAgo = 9; daysAgo < 360; daysAgo += 28) {
            done(now.minus(daysAgo, ChronoUnit.DAYS)
                    .truncatedTo(ChronoUnit.DAYS)
                    .plus(21, ChronoUnit.HOURS));
        }
        var start = now.plus(6, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).plus(20, ChronoUnit.HOURS);
        announced(
                start,
                "De databaseservers krijgen een nieuwe versie. Profit en InSite zijn dan niet te bereiken.",
                Component.PROFIT,
                Component.INSITE);
        announced(
                start.plus(21, ChronoUnit.DAYS),
                "Het netwerk van het tweede datacentrum wordt vervangen.",
                Component.OUTSITE,
                Component.CONNECTORS);
        var outage = UUID.randomUUID();
        told.outage(
                Told.started(
                        outage,
                        "afas",
                        now.minus(70, ChronoUnit.MINUTES),
                        "Fout 503: de dienst is tijdelijk niet beschikbaar.",
                        now.plus(20, ChronoUnit.MINUTES),
                        Component.CONNECTORS),
                now);
        told.outage(
                new OutageUpdated(
                        outage,
                        "De oorzaak is gevonden: een opslagknooppunt is uitgevallen. Het wordt vervangen.",
                        now.plus(90, ChronoUnit.MINUTES),
                        now.plus(30, ChronoUnit.MINUTES),
                        Set.of(),
                        null,
                        now.minus(25, ChronoUnit.MINUTES)),
                now);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> io.restassured.RestAssured.get("/status/afas/notices/" + outage)
                        .asString()
                        .contains("opslagknooppunt"));
        // The months close by themselves, one after the other.
        var last = YearMonth.now(AgreedCalendars.ZONE).minusMonths(2);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> io.restassured.RestAssured.get("/status/afas/history/" + last + "?lang=en")
                        .asString()
                        .contains("lower limit of 99.5%"));
        return outage;
    }

    private void past(Instant now, int daysAgo, int minutes, String error, Component... components) {
        var outage = UUID.randomUUID();
        var at = now.minus(daysAgo, ChronoUnit.DAYS);
        told.outage(
                Told.started(outage, "afas", at, error, at.plus(minutes / 2 + 1, ChronoUnit.MINUTES), components), at);
        told.outage(
                new OutageUpdated(
                        outage,
                        "De oorzaak is gevonden. Het herstel duurt langer dan verwacht.",
                        at.plus(minutes, ChronoUnit.MINUTES),
                        null,
                        Set.of(),
                        null,
                        at.plus(minutes / 3, ChronoUnit.MINUTES)),
                at);
        told.outage(
                new OutageEnded(
                        outage,
                        at.plus(minutes, ChronoUnit.MINUTES),
                        "De server is herstart en alles werkt weer.",
                        null,
                        at),
                at);
    }

    private UUID announced(Instant start, String message, Component... components) {
        var maintenance = UUID.randomUUID();
        var announced = start.minus(8, ChronoUnit.DAYS);
        told.maintenance(
                new MaintenanceAnnounced(
                        maintenance,
                        "afas",
                        MaintenanceKind.PLANNED,
                        Set.of(components),
                        Set.of(),
                        start,
                        start.plus(4, ChronoUnit.HOURS),
                        announced,
                        message,
                        false,
                        null,
                        List.of()),
                announced);
        return maintenance;
    }

    private void done(Instant start) {
        var message = "Nieuwe versies van de besturingssystemen.";
        var maintenance = announced(start, message, Component.PROFIT);
        var end = start.plus(3, ChronoUnit.HOURS);
        told.maintenance(
                new MaintenanceStarted(
                        maintenance,
                        "afas",
                        MaintenanceKind.PLANNED,
                        Set.of(Component.PROFIT),
                        Set.of(),
                        start,
                        start.plus(4, ChronoUnit.HOURS),
                        message,
                        new Interval(start, start.plus(4, ChronoUnit.HOURS)),
                        start),
                start);
        told.maintenance(new MaintenanceEnded(maintenance, start, end, new Interval(start, end)), end);
    }
}
