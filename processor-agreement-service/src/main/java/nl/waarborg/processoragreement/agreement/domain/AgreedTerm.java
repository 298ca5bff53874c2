package nl.waarborg.processoragreement.agreement.domain;

import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Term;
import nl.waarborg.terms.Term.Origin;

/**
 * A term in the form in which it is stored for ever and published: as texts, whatever later versions of the terms library know.
 *
 * @param key such as {@code priority.P2.response}
 * @param value in the written form of its kind; among deviations {@link Deviation#ABSENT} takes a term away
 * @param clause where it was agreed
 */
public record AgreedTerm(String key, String value, String clause, Origin origin) {

    static AgreedTerm of(Term term) {
        return new AgreedTerm(term.key().key(), term.value().toString(), term.clause(), term.origin());
    }

    static AgreedTerm of(Deviation deviation) {
        return new AgreedTerm(deviation.key().key(), deviation.form(), deviation.clause(), deviation.origin());
    }

    Deviation deviation() {
        return Deviation.read(key, value, clause, origin);
    }
}
