package nl.waarborg.availability.wish.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.availability.release.domain.Release;
import nl.waarborg.availability.release.domain.ReleaseKind;
import nl.waarborg.availability.release.domain.Rollout;
import nl.waarborg.availability.wish.domain.WishCommand.AssessWish;
import nl.waarborg.availability.wish.domain.WishCommand.PlanWish;
import nl.waarborg.availability.wish.domain.WishCommand.SubmitWish;
import nl.waarborg.availability.wish.domain.WishEvent.WishAssessed;
import nl.waarborg.availability.wish.domain.WishEvent.WishPlanned;
import nl.waarborg.availability.wish.domain.WishEvent.WishSubmitted;
import nl.waarborg.availability.wish.domain.WishVoteCommand.VoteForWish;
import nl.waarborg.availability.wish.domain.WishVoteCommand.WithdrawWishVote;
import nl.waarborg.availability.wish.domain.WishVoteEvent.WishVoteWithdrawn;
import nl.waarborg.availability.wish.domain.WishVoteEvent.WishVoted;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Rule("XSV-052")
class WishDecidersTest {

    private static final UUID WISH = new UUID(0, 1);
    private static final UUID SUBMITTER = new UUID(0, 2);
    private static final UUID VOTER = new UUID(0, 3);
    private static final UUID RELEASE = new UUID(0, 4);
    /** One in the night of 2 June in Amsterdam; still 1 June in UTC. */
    private static final Instant NOW = Instant.parse("2026-06-01T23:00:00Z");

    private static final WishSubmitted SUBMITTED =
            new WishSubmitted(WISH, "afas", "Sort leave", "The latest first", SUBMITTER, NOW);
    private static final WishAssessed GOOD = assessed(true, true);
    private static final WishPlanned PLANNED = new WishPlanned(WISH, RELEASE, 3, NOW);

    private final DeciderSpecification<WishCommand, Wish, WishEvent> wish =
            new DeciderSpecification<>(new WishDecider());
    private final DeciderSpecification<WishVoteCommand, WishVote, WishVoteEvent> vote =
            new DeciderSpecification<>(new WishVoteDecider());

    @Test
    void a_wish_is_submitted_once() {
        var submit = new SubmitWish(WISH, "afas", "Sort leave", "The latest first", SUBMITTER, NOW);
        wish.given().when(submit).then(SUBMITTED);
        wish.given(SUBMITTED).when(submit).thenNothing();
    }

    @Test
    void it_is_assessed_again_when_views_change_until_it_is_planned() {
        wish.given().when(assess(true, true)).thenRejected("XSV-052");
        wish.given(SUBMITTED).when(assess(true, false)).then(assessed(true, false));
        wish.given(SUBMITTED, assessed(true, false)).when(assess(true, false)).thenNothing();
        wish.given(SUBMITTED, assessed(true, false)).when(assess(true, true)).then(GOOD);
        wish.given(SUBMITTED, GOOD, PLANNED).when(assess(true, true)).thenNothing();
        wish.given(SUBMITTED, GOOD, PLANNED).when(assess(false, true)).thenRejected("XSV-052");
    }

    @Test
    void what_fits_is_feasible_and_has_enough_votes_is_planned() {
        wish.given(SUBMITTED).when(plan(9, 3)).thenRejected("XSV-052");
        wish.given(SUBMITTED, assessed(false, true)).when(plan(9, 3)).thenRejected("XSV-052");
        wish.given(SUBMITTED, assessed(true, false)).when(plan(9, 3)).thenRejected("XSV-052");
        wish.given(SUBMITTED, GOOD, assessed(true, false)).when(plan(9, 3)).thenRejected("XSV-052");
        wish.given(SUBMITTED, GOOD).when(plan(2, 3)).thenRejected("XSV-052");
        wish.given(SUBMITTED, GOOD).when(plan(3, 3)).then(PLANNED);
        wish.given(SUBMITTED, GOOD).when(plan(0, null)).then(new WishPlanned(WISH, RELEASE, 0, NOW));
        // What was decided stays, whoever takes a vote back.
        wish.given(SUBMITTED, GOOD, PLANNED).when(plan(0, 3)).thenNothing();
    }

    @Test
    void it_may_move_to_another_version_and_only_to_one_that_is_still_to_come() {
        var other = new UUID(0, 5);
        wish.given(SUBMITTED, GOOD, PLANNED)
                .when(new PlanWish(WISH, release(other, "2026-11-02"), 4, 3, NOW))
                .then(new WishPlanned(WISH, other, 4, NOW));
        wish.given(SUBMITTED, GOOD)
                .when(new PlanWish(WISH, release(other, "2026-06-02"), 4, 3, NOW))
                .thenRejected("XSV-052");
        wish.given(SUBMITTED, GOOD)
                .when(new PlanWish(WISH, release(other, "2026-06-03"), 4, 3, NOW))
                .then(new WishPlanned(WISH, other, 4, NOW));
    }

    @Test
    void a_person_has_one_vote_for_anothers_wish_and_may_take_it_back() {
        var voted = new WishVoted(WISH, "afas", VOTER, NOW);
        var withdrawn = new WishVoteWithdrawn(WISH, VOTER, NOW);
        vote.given().when(voteOf(VOTER)).then(voted);
        vote.given(voted).when(voteOf(VOTER)).thenNothing();
        vote.given(voted).when(new WithdrawWishVote(WISH, VOTER, NOW)).then(withdrawn);
        vote.given().when(new WithdrawWishVote(WISH, VOTER, NOW)).thenNothing();
        assertEquals(
                new WishVote(true),
                vote.given(voted, withdrawn).when(voteOf(VOTER)).then(voted));
        vote.given().when(voteOf(SUBMITTER)).thenRejected("XSV-052");
    }

    private static AssessWish assess(boolean suitable, boolean feasible) {
        return new AssessWish(WISH, suitable, feasible, "As seen", NOW);
    }

    private static WishAssessed assessed(boolean suitable, boolean feasible) {
        return new WishAssessed(WISH, suitable, feasible, "As seen", NOW);
    }

    private static VoteForWish voteOf(UUID person) {
        return new VoteForWish(WISH, "afas", person, SUBMITTER, NOW);
    }

    private static PlanWish plan(int votes, @Nullable Integer enough) {
        return new PlanWish(WISH, release(RELEASE, "2026-11-02"), votes, enough, NOW);
    }

    private static Release.Planned release(UUID id, String from) {
        var first = LocalDate.parse(from);
        return new Release.Planned(
                id, "afas", ReleaseKind.INNOVATIVE, new Rollout(first, first.plusDays(50)), null, null, null, false);
    }
}
