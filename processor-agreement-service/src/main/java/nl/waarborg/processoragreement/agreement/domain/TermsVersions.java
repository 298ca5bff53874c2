package nl.waarborg.processoragreement.agreement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;

/** The terms of one tenant as they were published, by ascending version. */
record TermsVersions(List<TenantTermsPublished> versions) {

    TermsVersions {
        versions = List.copyOf(versions);
    }

    TermsVersions with(TenantTermsPublished next) {
        var all = new ArrayList<>(versions);
        all.add(next);
        return new TermsVersions(all);
    }

    int nextVersion() {
        return versions.size() + 1;
    }

    Optional<TenantTermsPublished> version(int number) {
        return number < 1 || number > versions.size() ? Optional.empty() : Optional.of(versions.get(number - 1));
    }

    TenantTermsPublished latest() {
        return versions.getLast();
    }

    /** What would be in force at an instant if no version from {@code limit} on had been published. */
    TenantTermsPublished inForceBelow(int limit, Instant at) {
        return versions.subList(0, limit - 1).reversed().stream()
                .filter(terms -> holds(terms, at))
                .findFirst()
                .orElse(versions.getFirst());
    }

    /** The terms in force; before the agreement's first day those of its first version. */
    Reading at(Instant at) {
        return new Reading(inForceBelow(nextVersion(), at).terms());
    }

    private static boolean holds(TenantTermsPublished terms, Instant at) {
        return !at.isBefore(terms.validFrom()) && (terms.validTo() == null || at.isBefore(terms.validTo()));
    }
}
