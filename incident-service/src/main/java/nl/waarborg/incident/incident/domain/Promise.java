package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.PausePolicy;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.Entitlement;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.DeadlineCalculation;
import nl.waarborg.terms.clock.PauseLedger;
import nl.waarborg.terms.clock.SupportClock;
import nl.waarborg.terms.clock.Waiting;
import nl.waarborg.terms.clock.Waiting.Party;

/**
 * What the vendor promised a tenant: entitlements as of the business time of a command, and the terms with which the incident's clocks
 * run, on the calendars as they are published now.
 */
public record Promise(Terms terms, AgreedCalendars calendars, boolean firstClass, SupportRight support) {

    /** Whether priority 1 is for First Class only (INC-031). */
    boolean reservesFirst() {
        return terms.choice(TermKey.PRIORITY_P1_RESERVED_FOR, Entitlement.class)
                .filter(Entitlement.FIRST_CLASS::equals)
                .isPresent();
    }

    boolean pausesFor(Party party) {
        return switch (policy()) {
            case NONE -> false;
            case CUSTOMER -> party == Party.CUSTOMER;
            case CUSTOMER_AND_THIRD_PARTY -> true;
        };
    }

    public PausePolicy policy() {
        return terms.choice(TermKey.CLOCK_PAUSE_WHILE_WAITING, PausePolicy.class)
                .orElse(PausePolicy.NONE);
    }

    /** The clock that the terms set from this moment on, moved by this waiting, if they have a term for it. */
    Optional<SupportClock> clock(
            ClockKind kind, Priority priority, Instant since, boolean calamity, List<Waiting> waits) {
        return calculation(priority, since, calamity, waits).clocks().stream()
                .filter(clock -> clock.kind() == kind)
                .findAny();
    }

    /** The response and recovery clocks after a change of priority (INC-041). */
    List<DeadlineCalculation.Recalculated> afterPriorityChange(
            Priority priority, Instant reportedAt, boolean calamity, List<Waiting> waits, Instant acceptedAt) {
        return calculation(priority, reportedAt, calamity, waits).afterPriorityChange(acceptedAt);
    }

    /** Contact after a calamity report, if the terms promise it; its term does not depend on a priority. */
    Optional<ClockSetting> calamityContact(Instant reportedAt) {
        return clock(ClockKind.CALAMITY_CONTACT, Priority.P3, reportedAt, true, List.of())
                .map(clock -> ClockSetting.of(clock, reportedAt));
    }

    boolean isCalamityServiceReachable(Instant at) {
        return calendars
                .calamity()
                .map(calendar -> calendar.hours(Entitlement.of(firstClass)).isOpen(at))
                .orElse(false);
    }

    /** The first moment, from this one on, at which support is open. */
    Instant inServiceHours(Instant at) {
        return calendars.support().hours().nextOpening(at);
    }

    private DeadlineCalculation calculation(Priority priority, Instant since, boolean calamity, List<Waiting> waits) {
        // A priority once given stays when First Class ends; the decider checks the right to it.
        var entitled = firstClass || priority == Priority.P1;
        return new DeadlineCalculation(terms, calendars, entitled, since, priority, calamity, new PauseLedger(waits));
    }
}
