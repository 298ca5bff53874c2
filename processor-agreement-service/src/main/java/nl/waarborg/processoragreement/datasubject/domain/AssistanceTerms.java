package nl.waarborg.processoragreement.datasubject.domain;

import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;

/**
 * What a customer's terms say about requests of data subjects.
 *
 * @param handover forwarded unless the terms say that the data subject is referred
 * @param afterWrittenRequest assistance needs a written request and access to the data; else it needs the software to allow it
 */
public record AssistanceTerms(Handover handover, boolean afterWrittenRequest) {

    public static AssistanceTerms of(Terms terms) {
        return new AssistanceTerms(
                terms.choice(TermKey.DATA_SUBJECT_REQUEST, Handover.class).orElse(Handover.FORWARDED_TO_CONTROLLER),
                terms.find(TermKey.DATA_SUBJECT_ASSISTANCE)
                        .filter(term -> term.value().toString().equals("AFTER_WRITTEN_REQUEST"))
                        .isPresent());
    }
}
