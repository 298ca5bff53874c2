package nl.waarborg.availability.month.domain;

import java.util.Optional;

/**
 * How one component fared, in whole seconds.
 *
 * @param period that is looked at
 * @param unmeasured not watched and not known to be down: neither up nor down
 * @param excluded down, but not counted
 * @param down down and counted
 * @param excludedByDefinition down, but not counted by the Definitions, which leave out every calamity (OP-22)
 */
public record ComponentTime(long period, long unmeasured, long excluded, long down, long excludedByDefinition) {

    /** What the share is of: T − E, without what nobody measured (OP-24). */
    public long total() {
        return period - unmeasured - excluded;
    }

    public long up() {
        return total() - down;
    }

    /** (T − E − D) / (T − E); empty where nothing is left to measure (OP-24). */
    public Optional<Fraction> contractual() {
        return share(up(), total());
    }

    Optional<Fraction> byDefinition() {
        return share(up(), period - unmeasured - excludedByDefinition);
    }

    /** The other formula: excluded downtime is downtime. */
    Optional<Fraction> includingExcluded() {
        return share(up(), period - unmeasured);
    }

    private static Optional<Fraction> share(long up, long total) {
        return total == 0 ? Optional.empty() : Optional.of(Fraction.of(up, total));
    }
}
