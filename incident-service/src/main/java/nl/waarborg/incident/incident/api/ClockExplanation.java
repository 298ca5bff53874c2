package nl.waarborg.incident.incident.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.incident.incident.Promises;
import nl.waarborg.incident.incident.api.IncidentAnswers.ClockAnswer;
import nl.waarborg.incident.incident.api.IncidentAnswers.ClockState;
import nl.waarborg.incident.incident.projection.IncidentsView.ClockRow;
import nl.waarborg.incident.incident.projection.IncidentsView.IncidentRow;
import nl.waarborg.incident.incident.projection.IncidentsView.WaitRow;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.PausePolicy;
import nl.waarborg.terms.Term;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.Entitlement;
import nl.waarborg.terms.clock.PauseLedger;
import nl.waarborg.terms.clock.Waiting;

/** Says why a deadline is what it is: the stretches between start and deadline, on the calendar and terms with which it was set. */
@ApplicationScoped
class ClockExplanation {

    private final Promises promises;

    ClockExplanation(Promises promises) {
        this.promises = promises;
    }

    List<ClockAnswer> of(IncidentRow incident, List<ClockRow> clocks, List<WaitRow> waits, Instant now) {
        var ledger = new PauseLedger(waits.stream()
                .map(wait -> new Waiting(wait.from(), Optional.ofNullable(wait.to()), wait.party()))
                .toList());
        return clocks.stream().map(clock -> of(incident, clock, ledger, now)).toList();
    }

    private ClockAnswer of(IncidentRow incident, ClockRow clock, PauseLedger waited, Instant now) {
        var ledger = clock.stoppedAt() == null ? waited : waited.until(clock.stoppedAt());
        var terms = terms(incident.tenant(), clock);
        var policy = terms.choice(TermKey.CLOCK_PAUSE_WHILE_WAITING, PausePolicy.class)
                .orElse(PausePolicy.NONE);
        var hours = calendar(terms, clock).hours(Entitlement.of(incident.firstClass()));
        var net = ledger.netDeadline(hours, clock.startsAt(), clock.deadline(), policy);
        var end = policy == PausePolicy.NONE || clock.due().isBefore(clock.deadline()) ? clock.deadline() : clock.due();
        return new ClockAnswer(
                clock.kind(),
                ClockState.of(clock, now),
                clock.since(),
                clock.startsAt(),
                clock.deadline(),
                net.orElse(null),
                clock.paused() ? null : clock.due(),
                clock.target(),
                clock.stoppedAt(),
                clock.rebased(),
                clock.termKey(),
                clock.term(),
                TermKey.of(clock.termKey())
                        .flatMap(terms::find)
                        .map(Term::clause)
                        .orElse(""),
                clock.rule(),
                clock.calendar(),
                clock.calendarVersion(),
                clock.termsVersion(),
                policy,
                ledger.slices(hours, clock.startsAt(), end, policy));
    }

    private Terms terms(UUID tenant, ClockRow clock) {
        return promises.terms(tenant, clock.termsVersion())
                .orElseThrow(() -> new IllegalStateException("no terms of version " + clock.termsVersion()));
    }

    private BusinessCalendar calendar(Terms terms, ClockRow clock) {
        AgreedCalendars calendars = promises.on(terms, clock.calendar(), clock.calendarVersion());
        return calendars
                .calamity()
                .filter(calamity -> calamity.id().value().equals(clock.calendar()))
                .orElse(calendars.support());
    }
}
