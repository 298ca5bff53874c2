package nl.waarborg.availability.status;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnounced;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceRescheduled;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageEnded;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageTimesCorrected;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageUpdated;
import nl.waarborg.availability.outage.domain.OutageTimes;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.test.TestInfrastructure;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Database;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The public pages over HTTP, from events in a real store; the vendor's name tells tests apart. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "availability_test"))
class StatusPageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("http://\\S+");

    @Inject
    Told told;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    @Rule("AVL-025")
    void an_outage_is_known_at_once_with_its_error_message_updates_and_every_expected_recovery() {
        var outage = UUID.randomUUID();
        var first = now.plus(1, ChronoUnit.HOURS);
        var revised = now.plus(3, ChronoUnit.HOURS);
        told.outage(
                Told.started(
                        outage,
                        "afas",
                        now.minusSeconds(600),
                        "De inlogserver <antwoordt> niet.",
                        first,
                        Component.PROFIT),
                now);
        told.outage(
                new OutageUpdated(
                        outage,
                        "Een schijf wordt vervangen.",
                        revised,
                        now.plus(30, ChronoUnit.MINUTES),
                        Set.of(),
                        null,
                        now.minusSeconds(300)),
                now);

        eventually("/status/afas/notices/" + outage + "?lang=nl", "Een schijf wordt vervangen.");
        var page = html("/status/afas?lang=nl");
        assertContains(page, "<h1 id=\"state\">Er is een storing in Profit");
        assertContains(page, "De inlogserver &lt;antwoordt&gt; niet.");
        assertContains(page, "Eerder verwacht:");
        assertContains(page, "<time datetime=\"" + revised + "\">");
        assertContains(page, "Volgende bericht uiterlijk");

        told.outage(new OutageEnded(outage, now, "Opgelost.", null, now), now);
        eventually("/status/afas/notices/" + outage + "?lang=en", "Resolved");
    }

    @Test
    @Rule("AVL-026")
    void the_current_state_needs_no_login_no_cookie_and_no_script() {
        var answer = given().redirects().follow(true).get("/");
        answer.then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("default-src 'none'"), not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff");
        assertTrue(answer.cookies().isEmpty());
        var page = answer.asString();
        assertFalse(page.contains("<script"), "a script");
        assertFalse(page.contains("style=\""), "an inline style");
        assertFalse(page.contains("src=\"http"), "something from elsewhere");
        assertContains(page, "AFAS Online");
    }

    @Test
    void the_language_follows_the_browser_unless_the_address_names_one() {
        assertEquals(
                "nl",
                language(given().header("Accept-Language", "fr, nl-BE;q=0.7, en;q=0.5")
                        .get("/status/phocus")));
        assertEquals(
                "en",
                language(given().header("Accept-Language", "en-GB,nl;q=0.5").get("/status/phocus")));
        assertEquals("nl", language(given().header("Accept-Language", "en").get("/status/phocus?lang=nl")));
        assertEquals("nl", language(given().header("Accept-Language", "q=;;;").get("/status/phocus")));
    }

    @Test
    void a_page_that_the_browser_has_is_not_sent_again_and_each_coding_has_a_tag_of_its_own() {
        eventually("/status/phocus?lang=en", "PHOCUS Cloud");
        await().atMost(PATIENCE).untilAsserted(() -> {
            var zipped = given().header("Accept-Encoding", "gzip").get("/status/phocus?lang=en");
            var plain = unzipped().get("/status/phocus?lang=en");
            zipped.then().header("Content-Encoding", "gzip").header("Vary", containsString("Accept-Language"));
            assertNotEquals(zipped.header("ETag"), plain.header("ETag"));
            unzipped()
                    .header("If-None-Match", "\"x\", " + plain.header("ETag"))
                    .get("/status/phocus?lang=en")
                    .then()
                    .statusCode(304)
                    .header("Cache-Control", containsString("stale-while-revalidate"));
        });
    }

    @Test
    void what_is_not_of_production_or_of_one_customer_only_stays_inside() {
        var test = UUID.randomUUID();
        var own = UUID.randomUUID();
        var some = UUID.randomUUID();
        var at = now.minus(100, ChronoUnit.DAYS);
        told.outage(
                Told.started(
                        test, "phocus", at, "test", null, EnvironmentKind.TEST, null, Set.of(), Component.PAYROLL_SAAS),
                at);
        told.outage(
                Told.started(
                        own,
                        "phocus",
                        at,
                        "own",
                        null,
                        EnvironmentKind.PRODUCTION,
                        UUID.randomUUID(),
                        Set.of(),
                        Component.PAYROLL_SAAS),
                at);
        told.outage(
                Told.started(
                        some,
                        "phocus",
                        at,
                        "some",
                        null,
                        EnvironmentKind.PRODUCTION,
                        null,
                        Set.of(UUID.randomUUID()),
                        Component.PAYROLL_SAAS),
                at);
        told.outage(new OutageEnded(some, at.plusSeconds(60), null, null, at), at);

        eventually("/status/phocus/notices/" + some + "?lang=en", "Not every customer notices this.");
        given().get("/status/phocus/notices/" + test).then().statusCode(404);
        given().get("/status/phocus/notices/" + own).then().statusCode(404);
    }

    @Test
    @Rule("AVL-026")
    void unknown_paths_are_a_page_too_and_nobody_is_counted() throws Exception {
        for (var path : List.of(
                "/status/nobody",
                "/status/afas/x",
                "/status/afas/notices/x",
                "/status/afas/history/2026-13",
                "/status/afas/history/1999-01",
                "/status/afas/history/2999-01",
                "/status/afas/x/y/z",
                "/status/assets/x")) {
            given().get(path).then().statusCode(404).contentType("text/html").body(containsString("<h1>"));
        }
        var limit = ConfigProvider.getConfig()
                .getOptionalValue("waarborg.web.rate-limit", Integer.class)
                .orElse(2000);
        var page = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/status/afas?lang=nl"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            for (var i = 0; i < limit + 100; i++) {
                assertEquals(200, client.send(page, BodyHandlers.discarding()).statusCode());
            }
        }
    }

    @Test
    @Rule({"AVL-001", "AVL-012", "AVL-026"})
    void closed_months_show_their_availability_by_component_and_that_it_was_corrected() throws IOException {
        var month = YearMonth.now(AgreedCalendars.ZONE).minusMonths(14);
        var start = month.atDay(1).atStartOfDay(AgreedCalendars.ZONE).toInstant();
        var end =
                month.plusMonths(1).atDay(1).atStartOfDay(AgreedCalendars.ZONE).toInstant();
        told.measured("afas", Component.OUTSITE, start, end);
        var outage = UUID.randomUUID();
        var began = start.plus(5, ChronoUnit.DAYS);
        told.outage(Told.started(outage, "afas", began, "Geen antwoord.", null, Component.OUTSITE), began);
        told.outage(new OutageEnded(outage, began.plus(3, ChronoUnit.HOURS), null, null, began), began);
        var page = "/status/afas/history/" + month + "?lang=";
        eventually(page + "nl", percent(start, end, 3).replace('.', ',') + "\u00a0%");
        eventually(page + "en", percent(start, end, 3) + "%, above the lower limit of 99.5%");
        // Whoever closed the month before, as the months of another test do, made of these facts a correction.
        assertEquals(
                given().get("/status/afas/status.json").path("months.find { it.month == '" + month + "' }.corrected"),
                html(page + "en").contains("Set right after the closing"));
        assertContains(
                html("/status/afas/history/" + YearMonth.now(AgreedCalendars.ZONE) + "?lang=nl"),
                "nog niet afgesloten");
        eventually("/status/afas/history/" + month.plusMonths(1) + "?lang=nl", "Niet gemeten");

        told.outage(
                new OutageTimesCorrected(
                        outage,
                        new OutageTimes(began, began.plus(5, ChronoUnit.HOURS)),
                        "The probe was late",
                        null,
                        null,
                        began),
                began);
        eventually(page + "en", percent(start, end, 5) + "%, below the lower limit of 99.5%");
        eventually(page + "en", "Set right after the closing");
        given().get("/status/afas/status.json")
                .then()
                .body("months.find { it.month == '" + month + "' }.corrected", equalTo(true))
                .body(
                        "months.find { it.month == '" + month
                                + "' }.components.find { it.component == 'OUTSITE' }.availability",
                        equalTo(percent(start, end, 5)))
                .body("months.find { it.month == '" + month.plusMonths(1) + "' }.availability", nullValue());
        assertEquals(List.of(), faults(given().get("/status/afas/status.json").asString()));
    }

    /** By hand: what is left of the month without so many hours, rounded down. */
    private static String percent(Instant start, Instant end, int hours) {
        var total = ChronoUnit.SECONDS.between(start, end);
        return BigDecimal.valueOf((total - hours * 3600L) * 100)
                .divide(BigDecimal.valueOf(total), 2, RoundingMode.FLOOR)
                .toPlainString();
    }

    @Test
    @Rule({"AVL-013", "AVL-026"})
    void planned_maintenance_is_shown_with_its_window_in_local_time_and_when_it_moves() {
        var maintenance = UUID.randomUUID();
        // 21:00 in Amsterdam, in winter.
        var start = Instant.parse("2037-01-10T20:00:00Z");
        told.maintenance(
                new MaintenanceAnnounced(
                        maintenance,
                        "afas",
                        MaintenanceKind.PLANNED,
                        Set.of(Component.INSITE),
                        Set.of(),
                        start,
                        start.plus(2, ChronoUnit.HOURS),
                        now,
                        "Nieuwe database.",
                        false,
                        null,
                        List.of()),
                now);
        eventually("/status/afas/notices/" + maintenance + "?lang=nl", "zaterdag 10 januari 2037 om 21:00 tot 23:00");
        told.maintenance(
                new MaintenanceRescheduled(
                        maintenance,
                        start,
                        start.plus(2, ChronoUnit.HOURS),
                        start.plus(1, ChronoUnit.DAYS),
                        start.plus(26, ChronoUnit.HOURS),
                        false,
                        "Jan is ziek",
                        List.of(),
                        now),
                now);
        eventually("/status/afas/notices/" + maintenance + "?lang=nl", "zondag 11 januari 2037 om 21:00 tot 23:00");
        var page = html("/status/afas/notices/" + maintenance + "?lang=nl");
        assertContains(page, "Verzet");
        assertFalse(page.contains("Jan is ziek"), "a reason that a person gave");
    }

    @Test
    @Rule("AVL-025")
    void the_feeds_tell_the_same() throws Exception {
        var outage = UUID.randomUUID();
        told.outage(
                Told.started(outage, "afas", now.minusSeconds(60), "Fout & meer \u0007", null, Component.OUTSITE), now);
        eventually("/status/afas/notices/" + outage, "Fout");
        try (var feed = given().get("/status/afas/feed.atom").asInputStream()) {
            var read = new SyndFeedInput().build(new XmlReader(feed));
            assertEquals("atom_1.0", read.getFeedType());
            var entry = read.getEntries().stream()
                    .filter(e -> e.getUri().equals("urn:uuid:" + outage))
                    .findFirst()
                    .orElseThrow();
            assertContains(entry.getContents().getFirst().getValue(), "Fout & meer");
            assertContains(entry.getTitle(), "OutSite");
        }
        given().get("/status/afas/status.json")
                .then()
                .contentType("application/json")
                .body("notices.find { it.noticeId == '" + outage + "' }.state", equalTo("ACTIVE"))
                .body("components.find { it.component == 'OUTSITE' }.state", equalTo("OUTAGE"));
        assertEquals(List.of(), faults(given().get("/status/afas/status.json").asString()));
        told.outage(new OutageEnded(outage, now, null, null, now), now);
    }

    /** What the published schema of the document has against it. */
    private static List<?> faults(String document) throws IOException {
        var json = new ObjectMapper();
        try (var schema = StatusPageIT.class.getResourceAsStream("/documents/availability/status.v1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(json.readTree(schema))
                    .validate(json.readTree(document));
        }
    }

    @Test
    @Rule("AVL-026")
    void the_last_known_state_is_shown_with_its_age_while_the_database_is_away() throws SQLException {
        eventually("/status/afas?lang=nl", "AFAS Online");
        var database = ConfigProvider.getConfig()
                .getValue("WAARBORG_DB_URL", String.class)
                .replaceFirst(".*/", "")
                .replaceFirst("\\?.*", "");
        try (var superuser = TestInfrastructure.superuser(new Database("postgres", "", "", "", "", ""));
                var sql = superuser.createStatement()) {
            sql.execute("alter database " + database + " with allow_connections false");
            try {
                sql.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertContains(html("/status/afas?lang=nl"), "Laatst bekende stand van"));
                assertContains(html("/status/afas?lang=en"), "this is 1 min old");
            } finally {
                sql.execute("alter database " + database + " with allow_connections true");
            }
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertFalse(html("/status/afas?lang=nl").contains("Laatst bekende")));
    }

    @Test
    @Rule("AVL-025")
    void who_confirmed_is_told_from_the_first_word_to_the_last_until_it_ends() throws Exception {
        eventually("/status/afas?lang=nl", "AFAS Online");
        var address = "lezer-" + UUID.randomUUID() + "@example.com";
        var asked = ask(address, "CONNECTORS");
        assertEquals(200, asked.statusCode());
        assertEquals(asked.asString(), ask(address, "CONNECTORS").asString(), "the same answer for a known address");

        var confirmation = mail(address, "Bevestig uw aanmelding");
        var link = link(confirmation);
        assertEquals(200, given().get(link).statusCode());
        // Opening the link, as a scanner does, confirms nothing.
        var silent = UUID.randomUUID();
        told.outage(Told.started(silent, "afas", now, "stil", null, Component.CONNECTORS), now);
        assertEquals(
                410,
                given().post(link.replaceFirst("token=[^&]+", "token=guessed")).statusCode());
        assertEquals(200, given().post(link).statusCode());
        assertEquals(200, given().post(link).statusCode());

        var outage = UUID.randomUUID();
        told.outage(Told.started(outage, "afas", now, "Geen verbinding.", null, Component.CONNECTORS), now);
        var first = mail(address, "Geen verbinding.");
        assertContains(first.getHeader("Message-ID")[0], "@status.waarborg>");
        assertEquals("List-Unsubscribe=One-Click", first.getHeader("List-Unsubscribe-Post")[0]);
        told.outage(new OutageEnded(outage, now.plusSeconds(60), "Weer verbonden.", null, now), now);
        mail(address, "Weer verbonden.");

        var way = first.getHeader("List-Unsubscribe")[0].replaceAll("[<>\\s]", "");
        var out = "/status/" + way.split("/status/", 2)[1];
        assertEquals(200, given().get(out).statusCode());
        assertEquals(
                400,
                given().post(out.replaceFirst("token=[^&]+", "token=guessed")).statusCode());
        assertEquals(
                200,
                given().contentType("application/x-www-form-urlencoded")
                        .body("List-Unsubscribe=One-Click")
                        .post(out)
                        .statusCode());

        var other = "ander-" + UUID.randomUUID() + "@example.com";
        ask(other, "CONNECTORS");
        given().post(link(mail(other, "Bevestig uw aanmelding"))).then().statusCode(200);
        var later = UUID.randomUUID();
        told.outage(Told.started(later, "afas", now, "Later weer.", null, Component.CONNECTORS), now);
        mail(other, "Later weer.");
        assertTrue(mails(address).stream().noneMatch(mail -> text(mail).contains("Later weer.")), "told after the end");
        assertTrue(mails(address).stream().noneMatch(mail -> text(mail).contains("stil")), "told unconfirmed");
    }

    @Test
    void a_form_that_is_not_right_is_shown_again_with_what_is_wrong() {
        eventually("/status/afas?lang=nl", "AFAS Online");
        ask("no address", "PROFIT").then().statusCode(422).body(containsString("aria-invalid"));
        ask("a@b.nl\r\nBcc: c@d.nl", "PROFIT").then().statusCode(422);
        ask("a@example.com", "PAYROLL_SAAS").then().statusCode(422).body(containsString("Kies ten minste"));
        given().header("Origin", "https://elsewhere.example")
                .formParam("address", "a@example.com")
                .formParam("component", "PROFIT")
                .post("/status/afas/subscription?lang=nl")
                .then()
                .statusCode(403);
    }

    /** The client asks for gzip of itself unless it has no decoders. */
    private static RequestSpecification unzipped() {
        return given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "identity");
    }

    private static Response ask(String address, String component) {
        return given().formParam("address", address)
                .formParam("component", component)
                .post("/status/afas/subscription?lang=nl");
    }

    private static String language(Response answer) {
        return answer.asString().split("<html lang=\"", 2)[1].substring(0, 2);
    }

    private static String html(String path) {
        return given().get(path).asString();
    }

    private static void eventually(String path, String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertContains(html(path), text));
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), () -> "no «" + part + "» in\n" + text);
    }

    private static MimeMessage mail(String address, String part) {
        return await().atMost(PATIENCE)
                .until(
                        () -> mails(address).stream()
                                .filter(mail -> (subject(mail) + text(mail)).contains(part))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private static List<MimeMessage> mails(String address) {
        var directory = Path.of(ConfigProvider.getConfig().getValue(ServiceSurroundings.MAILS, String.class));
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(address + ".eml"))
                    .sorted(Comparator.naturalOrder())
                    .map(StatusPageIT::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage read(Path file) {
        try (InputStream content = new ByteArrayInputStream(Files.readAllBytes(file))) {
            return new MimeMessage((jakarta.mail.@Nullable Session) null, content);
        } catch (IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return String.valueOf(mail.getContent());
        } catch (IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String link(MimeMessage mail) {
        var matcher = LINK.matcher(text(mail));
        assertTrue(matcher.find());
        return "/status/" + matcher.group().split("/status/", 2)[1];
    }
}
