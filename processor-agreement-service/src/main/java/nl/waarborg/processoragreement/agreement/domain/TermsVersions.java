package nl.waarborg.processoragreement.agreement.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue;
import nl.waarborg.terms.TermValue.Amount;
import nl.waarborg.terms.TermValue.CalendarPeriod;
import nl.waarborg.terms.TermValue.Flag;
import nl.waarborg.terms.TermValue.Money;
import nl.waarborg.terms.TermValue.Percentage;
import nl.waarborg.terms.TermValue.Several;

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
        return new Reading(inForceBelow(nextVersion(), at));
    }

    private static boolean holds(TenantTermsPublished terms, Instant at) {
        return !at.isBefore(terms.validFrom()) && (terms.validTo() == null || at.isBefore(terms.validTo()));
    }

    /** Reads values out of one version; an absent term is empty. */
    record Reading(TenantTermsPublished terms) {

        boolean agreed(TermKey flag) {
            return value(flag, Flag.class).map(Flag::value).orElse(false);
        }

        Optional<String> word(TermKey key) {
            return value(key, TermValue.Choice.class).map(TermValue.Choice::word);
        }

        Optional<Period> period(TermKey key) {
            return value(key, CalendarPeriod.class).map(CalendarPeriod::period);
        }

        Optional<BigDecimal> fraction(TermKey key) {
            return value(key, Percentage.class).map(Percentage::fraction);
        }

        Optional<BigDecimal> euros(TermKey key) {
            return value(key, Money.class).map(Money::euros);
        }

        Optional<Integer> number(TermKey key) {
            return value(key, Amount.class).map(amount -> amount.number().intValueExact());
        }

        boolean lists(TermKey key, String word) {
            return value(key, Several.class)
                    .map(several -> several.values().contains(new TermValue.Choice(word)))
                    .orElse(false);
        }

        private <V extends TermValue> Optional<V> value(TermKey key, Class<V> kind) {
            return terms.terms().stream()
                    .filter(term -> term.key().equals(key.key()))
                    .findFirst()
                    .map(term -> kind.cast(key.read(term.value())));
        }
    }
}
