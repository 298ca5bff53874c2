package nl.waarborg.terms;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one tenant's terms over time. A running clock keeps the version with which it started (OP-72), so ask for
 * the moment when it started.
 */
public record TermsHistory(List<Terms> versions) {

    /** Versions in any order; where two hold at once, the later version does. */
    public TermsHistory {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(Terms::version).reversed())
                .toList();
    }

    /** The terms that held at this moment, or empty when there was no agreement. */
    public Optional<Terms> at(Instant moment) {
        return versions.stream()
                .filter(terms -> !moment.isBefore(terms.validFrom())
                        && terms.validTo().map(moment::isBefore).orElse(true))
                .findFirst();
    }

    /** The version of this number, if there is one. */
    public Optional<Terms> version(int number) {
        return versions.stream().filter(terms -> terms.version() == number).findFirst();
    }
}
