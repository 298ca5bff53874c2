package nl.waarborg.availability.release.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer's migration as its rules need it. */
public sealed interface Migration {

    record NotScheduled() implements Migration {}

    /**
     * @param finalBy when the date becomes final; null: nothing is promised
     * @param acceptance the lead time on acceptance holds: the customer has the environment, and did not waive it
     * @param deviates from the delivery policy, by law
     */
    record Scheduled(
            UUID releaseId,
            String provider,
            Instant plannedAt,
            @Nullable Instant finalBy,
            boolean fixed,
            boolean acceptance,
            boolean deviates)
            implements Migration {

        Scheduled at(Instant moment, @Nullable Instant by) {
            return new Scheduled(releaseId, provider, moment, by, fixed, acceptance, deviates);
        }

        Scheduled withFixedDate() {
            return new Scheduled(releaseId, provider, plannedAt, finalBy, true, acceptance, deviates);
        }

        Scheduled withoutAcceptance() {
            return new Scheduled(releaseId, provider, plannedAt, finalBy, fixed, false, deviates);
        }
    }

    record Started(Instant at) implements Migration {}

    record Completed() implements Migration {}
}
