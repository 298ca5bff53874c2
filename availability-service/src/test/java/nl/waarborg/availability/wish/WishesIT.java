package nl.waarborg.availability.wish;

import static nl.waarborg.availability.Posting.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.availability.Posting;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.Rebuild;
import nl.waarborg.eventsourcing.TenantKeys;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wish list of a vendor's customers, over HTTP; AFAS §2.4.1. */
@QuarkusTest
@TestProfile(WishesIT.TwoVotesAreEnough.class)
class WishesIT {

    /** At one vendor; the other asks for none. */
    public static class TwoVotesAreEnough implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("waarborg.wishes.enough-votes.afas", "2");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ServiceSurroundings.class, Map.of("database", "availability_wishes")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final Identity DEVELOPER = Identity.of(Role.OPERATOR, "afas", null);

    @Inject
    @DataSource("writer")
    javax.sql.DataSource writer;

    @Inject
    EventStore store;

    @Inject
    TenantKeys keys;

    @BeforeEach
    void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "incident.events", "backup.events");
    }

    @Test
    @Rule("XSV-052")
    void customers_share_a_wish_and_it_is_planned_once_it_is_feasible_and_wanted() {
        var submitter = administrator("afas");
        var other = administrator("afas");
        var third = administrator("afas");
        var wish = submitted(submitter);
        as(other)
                .get(wish)
                .then()
                .statusCode(200)
                .body("title", equalTo("Sort leave"))
                .body("text", equalTo("The latest first"))
                .body("state", equalTo("SUBMITTED"))
                .body("own", equalTo(false))
                .body("votes", equalTo(0));
        var release = released("afas", 30);

        refused(plan(DEVELOPER, wish, release), "not-assessed");
        assessed(DEVELOPER, wish, true, false);
        voted(other, wish);
        voted(third, wish);
        refused(plan(DEVELOPER, wish, release), "unfeasible");
        as(submitter)
                .get(wish)
                .then()
                .body("state", equalTo("DECLINED"))
                .body("feasible", equalTo(false))
                .body("explanation", equalTo("As seen"))
                .body("votes", equalTo(2));
        assessed(DEVELOPER, wish, false, true);
        refused(plan(DEVELOPER, wish, release), "unsuitable");
        assessed(DEVELOPER, wish, true, true);
        as(third).delete(wish + "/vote").then().statusCode(204);
        refused(plan(DEVELOPER, wish, release), "too-few-votes");
        as(submitter).get(wish).then().body("state", equalTo("ACCEPTED")).body("votes", equalTo(1));

        voted(third, wish);
        refused(plan(DEVELOPER, wish, released("afas", 0)), "no-following-version");
        plan(DEVELOPER, wish, UUID.randomUUID().toString()).statusCode(422);
        plan(DEVELOPER, wish, release).statusCode(204);
        as(other)
                .get(wish)
                .then()
                .body("state", equalTo("PLANNED"))
                .body("plannedFor.releaseId", equalTo(release))
                .body("plannedFor.name", equalTo("Profit"))
                .body("plannedFor.rolloutFrom", equalTo(today().plusDays(30).toString()));
        refused(assess(DEVELOPER, wish, true, false), "wish-planned");
    }

    @Test
    @Rule("XSV-052")
    void a_person_votes_once_and_for_others_only() {
        var submitter = administrator("afas");
        var wish = submitted(submitter);
        refused(vote(submitter, wish), "own-wish");
        // A colleague of the submitter is another person.
        var colleague = submitter.as(UUID.randomUUID());
        voted(colleague, wish);
        voted(colleague, wish);
        as(colleague)
                .get(wish)
                .then()
                .body("votes", equalTo(1))
                .body("voted", equalTo(true))
                .body("own", equalTo(true));
        as(submitter).get(wish).then().body("votes", equalTo(1)).body("voted", equalTo(false));
        as(colleague).delete(wish + "/vote").then().statusCode(204);
        as(colleague).delete(wish + "/vote").then().statusCode(204);
        as(colleague).get(wish).then().body("votes", equalTo(0)).body("voted", equalTo(false));
    }

    @Test
    @Rule("XSV-052")
    void where_the_vendor_asks_for_no_votes_each_feasible_wish_may_be_planned() {
        var developer = Identity.of(Role.OPERATOR, "phocus", null);
        var wish = submitted(administrator("phocus"));
        var release = released("phocus", 30);
        assessed(developer, wish, true, true);
        plan(developer, wish, release).statusCode(204);
        as(developer).get(wish).then().body("state", equalTo("PLANNED"));
    }

    @Test
    @Rule("XSV-052")
    void other_vendors_and_their_customers_see_nothing_of_it_and_nobody_reads_whose_it_is() {
        var submitter = administrator("afas");
        var voter = administrator("afas");
        var wish = submitted(submitter);
        voted(voter, wish);
        var stranger = administrator("phocus");
        var strangers = Identity.of(Role.OPERATOR, "phocus", null);
        for (var who : List.of(stranger, strangers)) {
            as(who).get(wish).then().statusCode(404);
            assertFalse(listed(who).contains(wish));
        }
        vote(stranger, wish).statusCode(404);
        as(stranger).delete(wish + "/vote").then().statusCode(404);
        assess(strangers, wish, true, true).statusCode(404);
        plan(strangers, wish, released("phocus", 30)).statusCode(404);
        // A release of another vendor is none.
        assessed(DEVELOPER, wish, true, true);
        plan(DEVELOPER, wish, released("phocus", 30)).statusCode(422);

        for (var who : List.of(administrator("afas"), DEVELOPER)) {
            assertTrue(listed(who).contains(wish));
            var answer = as(who).get(wish).then().statusCode(200).extract().asString();
            for (var hidden : List.of(submitter, voter)) {
                assertFalse(answer.contains(hidden.person().toString()));
                assertFalse(answer.contains(String.valueOf(hidden.tenant())));
            }
        }
        // Customers wish and vote; the vendor assesses and plans.
        vote(DEVELOPER, wish).statusCode(403);
        assess(voter, wish, true, true).statusCode(403);
        plan(voter, wish, released("afas", 30)).statusCode(403);
        as(Identity.of(Role.EMPLOYEE, "afas", voter.tenant())).get(wish).then().statusCode(403);
    }

    @Test
    void a_wish_without_words_is_refused() {
        as(administrator("afas"))
                .body(Map.of("title", " ", "text", ""))
                .post("/api/v1/wishes")
                .then()
                .statusCode(422);
    }

    @Test
    void a_request_that_is_sent_again_submits_no_second_wish() {
        var submitter = administrator("afas");
        var key = UUID.randomUUID().toString();
        var first = submit(submitter, key);
        assertEquals(first, submit(submitter, key));
        assertEquals(1, listed(submitter).stream().filter(first::equals).count());
        assertFalse(submit(submitter, UUID.randomUUID().toString()).equals(first));
    }

    @Test
    void the_same_stands_there_when_it_is_counted_again_from_what_was_recorded() {
        var submitter = administrator("afas");
        var voter = administrator("afas");
        var wish = submitted(submitter);
        voted(voter, wish);
        voted(submitter.as(UUID.randomUUID()), wish);
        as(voter).delete(wish + "/vote").then().statusCode(204);
        assessed(DEVELOPER, wish, true, true);
        var before = as(voter).get(wish).asString();
        for (var projection : List.of("wishes", "wish-votes")) {
            new Rebuild(writer, store).of(projection, (position, last) -> {});
        }
        assertEquals(before, as(voter).get(wish).asString());
        voted(voter, wish);
        as(voter).get(wish).then().body("votes", equalTo(2));
    }

    @Test
    @Rule("XSV-052")
    void once_the_submitters_data_are_destroyed_the_wish_has_no_words_left_and_keeps_its_place() {
        var submitter = administrator("afas");
        var wish = submitted(submitter);
        var voter = administrator("afas");
        var release = released("afas", 30);
        voted(voter, wish);
        assessed(DEVELOPER, wish, true, true);
        as(voter).get(wish).then().body("title", not(nullValue()));

        keys.destroy(submitter.tenant());
        as(voter)
                .get(wish)
                .then()
                .statusCode(200)
                .body("title", nullValue())
                .body("text", nullValue())
                .body("explanation", nullValue())
                .body("votes", equalTo(1));
        assess(DEVELOPER, wish, true, false).body("type", equalTo("urn:waarborg:problem:tenant-erased"));
        voted(administrator("afas"), wish);
        plan(DEVELOPER, wish, release).statusCode(204);
        as(voter).get(wish).then().body("plannedFor.releaseId", equalTo(release));
    }

    private static Identity administrator(String provider) {
        return Identity.of(
                Role.ADMINISTRATOR,
                provider,
                Posting.agreed(provider, provider.equals("afas") ? Preset.AFAS_SLA : Preset.PHOCUS_CLOUD));
    }

    private static LocalDate today() {
        return LocalDate.now(AgreedCalendars.ZONE);
    }

    /** Its path. */
    private static String submitted(Identity who) {
        return submit(who, UUID.randomUUID().toString());
    }

    private static String submit(Identity who, String key) {
        return "/api/v1/wishes/"
                + as(who).header("Idempotency-Key", key)
                        .body(Map.of("title", "Sort leave", "text", "The latest first"))
                        .post("/api/v1/wishes")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("wishId");
    }

    /** The paths of the latest 500. */
    private static List<String> listed(Identity who) {
        return as(who)
                .queryParam("limit", 500)
                .get("/api/v1/wishes")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.wishId")
                .stream()
                .map(wish -> "/api/v1/wishes/" + wish)
                .toList();
    }

    private static String released(String provider, int days) {
        return as(Identity.of(Role.OPERATOR, provider, null))
                .body(Map.of(
                        "name",
                        "Profit",
                        "kind",
                        "INNOVATIVE",
                        "rolloutFrom",
                        today().plusDays(days).toString(),
                        "rolloutThrough",
                        today().plusDays(days + 50).toString()))
                .post("/api/v1/releases")
                .then()
                .statusCode(201)
                .extract()
                .path("releaseId");
    }

    private static ValidatableResponse vote(Identity who, String wish) {
        return as(who).put(wish + "/vote").then();
    }

    private static void voted(Identity who, String wish) {
        vote(who, wish).statusCode(204);
    }

    private static ValidatableResponse assess(Identity who, String wish, boolean suitable, boolean feasible) {
        return as(who).body(Map.of("suitable", suitable, "feasible", feasible, "explanation", "As seen"))
                .put(wish + "/assessment")
                .then();
    }

    private static void assessed(Identity who, String wish, boolean suitable, boolean feasible) {
        assess(who, wish, suitable, feasible).statusCode(204);
    }

    private static ValidatableResponse plan(Identity who, String wish, String release) {
        return as(who).body(Map.of("releaseId", release)).put(wish + "/plan").then();
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(409).body("rule", equalTo("XSV-052")).body("code", equalTo(code));
    }
}
