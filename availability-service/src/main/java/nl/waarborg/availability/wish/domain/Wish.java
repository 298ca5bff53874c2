package nl.waarborg.availability.wish.domain;

import java.util.UUID;
import nl.waarborg.availability.wish.domain.WishEvent.WishAssessed;
import org.jspecify.annotations.Nullable;

/**
 * One wish as its rules need it.
 *
 * @param assessed the latest assessment; null: not yet
 * @param plannedFor the release; null: not yet
 */
public record Wish(boolean submitted, @Nullable WishAssessed assessed, @Nullable UUID plannedFor) {

    static final Wish NONE = new Wish(false, null, null);

    /** Where a wish stands. */
    public enum State {
        SUBMITTED,
        /** Its content fits and it is feasible. */
        ACCEPTED,
        DECLINED,
        PLANNED
    }
}
