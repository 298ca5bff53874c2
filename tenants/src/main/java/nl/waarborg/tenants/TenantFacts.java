package nl.waarborg.tenants;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.TermsHistory;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with one tenant, over time. Empty for a tenant that this service has not heard of.
 *
 * @param users that the licence allows; the size norm of OP-19
 */
public record TenantFacts(TermsHistory terms, List<Period> periods, int users) {

    /** The exit option under which everything goes on as agreed, with fewer users. */
    private static final String MINIMAL = "MINIMAL";

    /** @param ends exclusive; null while it lasts. UTC */
    public record Period(PeriodKind kind, String value, Instant starts, @Nullable Instant ends) {

        boolean holds(Instant at) {
            return !at.isBefore(starts) && (ends == null || at.isBefore(ends));
        }
    }

    public TenantFacts {
        periods = List.copyOf(periods);
    }

    public Optional<Terms> termsAt(Instant at) {
        return terms.at(at);
    }

    /** INC-031, XSV-023, XSV-024. */
    public boolean firstClassAt(Instant at) {
        return periods.stream().anyMatch(period -> period.kind() == PeriodKind.FIRST_CLASS && period.holds(at));
    }

    /** The exit option that holds, such as {@code VIEW}; empty under the full licence (AFAS §4 tab. 14). */
    public Optional<String> exitOptionAt(Instant at) {
        return periods.stream()
                .filter(period -> period.kind() == PeriodKind.EXIT && period.holds(at))
                .map(Period::value)
                .findFirst();
    }

    /** XSV-014; an agreement that has not begun yet has not ended, nor has one that goes on with the minimal licence (XSV-015). */
    public boolean endedAt(Instant at) {
        return !exitOptionAt(at).equals(Optional.of(MINIMAL))
                && periods.stream()
                        .filter(period -> period.kind() == PeriodKind.AGREEMENT)
                        .noneMatch(period -> period.ends() == null || at.isBefore(period.ends()));
    }

    /** The moment from which there is no access any more; empty while there is, and for a tenant of which nothing was heard (XSV-014). */
    public Optional<Instant> accessEndedAt(Instant at) {
        return endedAt(at)
                ? periods.stream()
                        .filter(period -> period.kind() == PeriodKind.AGREEMENT)
                        .flatMap(period -> Optional.<Instant>ofNullable(period.ends()).stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
