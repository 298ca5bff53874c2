package nl.waarborg.availability.outage.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person proposes and another decides; of the parts exactly those of its kind are there.
 *
 * @param withdrawnExclusion the line of the ledger to take back
 */
public record ProposedChange(
        Kind kind,
        @Nullable Classification classification,
        @Nullable Exclusion exclusion,
        @Nullable UUID withdrawnExclusion,
        @Nullable OutageTimes times) {

    public enum Kind {
        CLASSIFY,
        EXCLUDE,
        WITHDRAW_EXCLUSION,
        CORRECT_TIMES,
        WITHDRAW
    }

    public static ProposedChange classify(Classification classification) {
        return new ProposedChange(Kind.CLASSIFY, classification, null, null, null);
    }

    public static ProposedChange exclude(Exclusion exclusion) {
        return new ProposedChange(Kind.EXCLUDE, null, exclusion, null, null);
    }

    public static ProposedChange withdrawExclusion(UUID exclusion) {
        return new ProposedChange(Kind.WITHDRAW_EXCLUSION, null, null, exclusion, null);
    }

    public static ProposedChange correct(OutageTimes times) {
        return new ProposedChange(Kind.CORRECT_TIMES, null, null, null, times);
    }

    public static ProposedChange withdraw() {
        return new ProposedChange(Kind.WITHDRAW, null, null, null, null);
    }
}
