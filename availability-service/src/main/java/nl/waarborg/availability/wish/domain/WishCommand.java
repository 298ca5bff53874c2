package nl.waarborg.availability.wish.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.release.domain.Release;
import org.jspecify.annotations.Nullable;

/** What can be asked of one wish. Times are business times, UTC. */
public sealed interface WishCommand {

    UUID wishId();

    record SubmitWish(UUID wishId, String provider, String title, String text, UUID submittedBy, Instant at)
            implements WishCommand {}

    /**
     * @param suitable its content fits the product
     * @param explanation shown with the wish
     */
    record AssessWish(UUID wishId, boolean suitable, boolean feasible, String explanation, Instant at)
            implements WishCommand {}

    /**
     * @param release a fact: the version that it is planned for
     * @param votes a fact: how many support it now
     * @param enough a fact: how many must; null: the vendor asks for none
     */
    record PlanWish(UUID wishId, Release.Planned release, int votes, @Nullable Integer enough, Instant at)
            implements WishCommand {}
}
