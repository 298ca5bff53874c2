package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.WorkingDays;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.clock.Deadlines;
import nl.waarborg.terms.clock.RegulationPeriod;

/**
 * What one customer's terms say about breaches. A clock runs where they set a term, elapsed time through weekends, working days on the
 * support calendar and from the very moment of detection (OP-47, OP-48, OP-49, OP-50).
 *
 * @param hours of the support calendar
 */
public record BreachTerms(Terms terms, OpeningHours hours) {

    /** Sub-processor to processor: from its own discovery. */
    public Optional<ClockRun> subprocessor(Instant discoveredThere) {
        return run(BreachClock.SUBPROCESSOR, TermKey.BREACH_SUBPROCESSOR_INFORMS_WITHIN, discoveredThere);
    }

    /** Processor to controller: from discovery, for the types that the term is about. */
    public Optional<ClockRun> controller(IncidentType type, Instant discoveredAt) {
        return word(TermKey.BREACH_SCOPE_OF_DEADLINE).filter("TYPE_C"::equals).isPresent() && !type.breachOfSecurity()
                ? Optional.empty()
                : run(BreachClock.CONTROLLER, TermKey.BREACH_INFORM_WITHIN, discoveredAt);
    }

    /** Controller to authority: from being informed. */
    public Optional<ClockRun> authority(Instant informedAt) {
        return run(BreachClock.AUTHORITY, TermKey.BREACH_CONTROLLER_WINDOW, informedAt);
    }

    public List<NoticeField> mandatoryFields() {
        return word(TermKey.BREACH_MANDATORY_FIELDS)
                .map(word -> word.equals("FIVE_ITEMS") ? NoticeField.FIVE_ITEMS : NoticeField.ALL)
                .orElse(List.of());
    }

    /** The roles of the contacts that are told, in the words of the term. */
    public Set<String> recipients() {
        return terms.value(TermKey.BREACH_RECIPIENTS, Several.class).map(Several::values).orElse(List.of()).stream()
                .map(Object::toString)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> word(TermKey key) {
        return terms.find(key).map(term -> term.value().toString());
    }

    private Optional<ClockRun> run(BreachClock clock, TermKey key, Instant start) {
        return terms.find(key).map(term -> {
            var span = (Span) term.value();
            return new ClockRun(
                    clock,
                    rule(clock, span),
                    key.key(),
                    span.toString(),
                    term.clause(),
                    start,
                    Deadlines.of(terms, hours).after(start, span),
                    RegulationPeriod.outerLimit(start, span, hours.zone()).orElse(null),
                    span instanceof Elapsed ? null : hours.calendar().toString());
        });
    }

    private static String rule(BreachClock clock, Span span) {
        return switch (clock) {
            case SUBPROCESSOR -> "PRA-049";
            case CONTROLLER -> span instanceof WorkingDays ? "PRA-057" : "PRA-048";
            case AUTHORITY -> "PRA-050";
        };
    }
}
