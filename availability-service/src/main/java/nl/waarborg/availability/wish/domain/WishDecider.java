package nl.waarborg.availability.wish.domain;

import java.time.LocalDate;
import java.util.Objects;
import nl.waarborg.availability.wish.domain.WishCommand.AssessWish;
import nl.waarborg.availability.wish.domain.WishCommand.PlanWish;
import nl.waarborg.availability.wish.domain.WishCommand.SubmitWish;
import nl.waarborg.availability.wish.domain.WishEvent.WishAssessed;
import nl.waarborg.availability.wish.domain.WishEvent.WishPlanned;
import nl.waarborg.availability.wish.domain.WishEvent.WishSubmitted;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.terms.AgreedCalendars;

/** XSV-052: a wish that is feasible and has enough votes is planned for a following version. */
public final class WishDecider implements Decider<WishCommand, Wish, WishEvent> {

    static final String RULE = "XSV-052";

    @Override
    public Wish initialState() {
        return Wish.NONE;
    }

    @Override
    public Decision<WishEvent> decide(WishCommand command, Wish wish) {
        if (command instanceof SubmitWish c) {
            return wish.submitted()
                    ? Decision.nothing()
                    : Decision.of(
                            new WishSubmitted(c.wishId(), c.provider(), c.title(), c.text(), c.submittedBy(), c.at()));
        }
        if (!wish.submitted()) {
            return Decision.reject(RULE, "no-wish", "There is no such wish.");
        }
        return switch (command) {
            case SubmitWish _ -> Decision.nothing();
            case AssessWish c -> assess(c, wish);
            case PlanWish c -> plan(c, wish);
        };
    }

    private static Decision<WishEvent> assess(AssessWish c, Wish wish) {
        var before = wish.assessed();
        if (before != null
                && before.suitable() == c.suitable()
                && before.feasible() == c.feasible()
                && Objects.equals(before.explanation(), c.explanation())) {
            return Decision.nothing();
        }
        return wish.plannedFor() == null
                ? Decision.of(new WishAssessed(c.wishId(), c.suitable(), c.feasible(), c.explanation(), c.at()))
                : Decision.reject(RULE, "wish-planned", "The wish is planned already.");
    }

    private static Decision<WishEvent> plan(PlanWish c, Wish wish) {
        var assessed = wish.assessed();
        if (c.release().releaseId().equals(wish.plannedFor())) {
            return Decision.nothing();
        }
        if (assessed == null) {
            return Decision.reject(RULE, "not-assessed", "The wish was not assessed yet.");
        }
        if (!assessed.suitable()) {
            return Decision.reject(RULE, "unsuitable", "The content of the wish does not fit the product.");
        }
        if (!assessed.feasible()) {
            return Decision.reject(RULE, "unfeasible", "The wish is not feasible.");
        }
        if (c.enough() != null && c.votes() < c.enough()) {
            return Decision.reject(
                    RULE, "too-few-votes", "The wish has " + c.votes() + " votes; it needs " + c.enough() + ".");
        }
        var today = LocalDate.ofInstant(c.at(), AgreedCalendars.ZONE);
        return c.release().rollout().from().isAfter(today)
                ? Decision.of(new WishPlanned(c.wishId(), c.release().releaseId(), c.votes(), c.at()))
                : Decision.reject(RULE, "no-following-version", "The rollout of that version has begun.");
    }

    @Override
    public Wish evolve(Wish wish, WishEvent event) {
        return switch (event) {
            case WishSubmitted _ -> new Wish(true, null, null);
            case WishAssessed e -> new Wish(wish.submitted(), e, wish.plannedFor());
            case WishPlanned e -> new Wish(wish.submitted(), wish.assessed(), e.releaseId());
        };
    }
}
