package nl.waarborg.incident.investigationcopy.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A copy as the rules need it. */
public sealed interface InvestigationCopy {

    record NotRequested() implements InvestigationCopy {}

    /**
     * Asked for, perhaps there, not yet ordered away.
     *
     * @param provisionedAt null until backup-service has provided it
     * @param byAge the schedule of its maximum age, null without the term or before provision
     * @param byClosing the schedule of its incident's closing, null while that is open
     */
    record Live(
            UUID incidentId, @Nullable Instant provisionedAt, @Nullable Schedule byAge, @Nullable Schedule byClosing)
            implements InvestigationCopy {

        /** What holds now: the earlier of the two (OP-17). */
        @Nullable
        Schedule schedule() {
            if (byAge == null || byClosing == null) {
                return byAge == null ? byClosing : byAge;
            }
            return byAge.deleteBefore().isBefore(byClosing.deleteBefore()) ? byAge : byClosing;
        }
    }

    /** @param overdueNoticed whether its being late was already recorded */
    record Ordered(UUID incidentId, Instant deleteBefore, boolean overdueNoticed) implements InvestigationCopy {}

    record Closed() implements InvestigationCopy {}

    record Schedule(Instant deleteBefore, Instant orderAt, DeletionCause cause) {}
}
