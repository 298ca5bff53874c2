package nl.waarborg.terms.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.CalamityHours;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.OutsideHoursContact;
import nl.waarborg.terms.PausePolicy;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.PriorityChangeRule;
import nl.waarborg.terms.Term;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Percentage;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.WorkingDays;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.Entitlement;
import nl.waarborg.terms.calendar.Holiday;
import nl.waarborg.terms.calendar.OpeningHours;

/**
 * Every clock of one report, as a pure function of the terms, the calendars and what is known about the report. A term that
 * the agreement lacks gives no clock.
 *
 * <p>Priority 1 is reserved for First Class where the terms say so ({@code priority.P1.reservedFor}): without First Class the
 * calculation is refused with INC-031. A calamity does not raise the priority (OP-11).
 *
 * @param reportedAt when the report came in through the portal
 */
public record DeadlineCalculation(
        Terms terms,
        AgreedCalendars calendars,
        boolean firstClass,
        Instant reportedAt,
        Priority priority,
        boolean calamity,
        PauseLedger ledger) {

    /** From when a clock runs after a change of priority (OP-09). */
    public enum Basis {
        ORIGINAL_START,
        REBASED
    }

    /** A clock after a change of priority. */
    public record Recalculated(SupportClock clock, Basis basis) {}

    /**
     * @throws RuleRefusal INC-031 when the priority is reserved for First Class and the tenant has none
     */
    public DeadlineCalculation {
        var entitlement = Entitlement.of(firstClass);
        if (priority == Priority.P1
                && terms.choice(TermKey.PRIORITY_P1_RESERVED_FOR, Entitlement.class)
                        .filter(asked -> asked != Entitlement.EVERYONE && asked != entitlement)
                        .isPresent()) {
            throw new RuleRefusal("INC-031", "priority 1 is reserved for customers with a First Class contract");
        }
    }

    /**
     * What the question "what if" asks: a preset with deviations in their written forms, optionally on another support calendar
     * or with another list of holidays (which then has no limit in time).
     *
     * @throws nl.waarborg.terms.UnacceptableTerms naming every deviation that cannot be read
     * @throws RuleRefusal INC-031
     */
    public static DeadlineCalculation of(
            Preset preset,
            Map<String, String> deviations,
            boolean firstClass,
            Instant reportedAt,
            Priority priority,
            boolean calamity,
            List<Waiting> waiting,
            Optional<BusinessCalendar> supportCalendar,
            Optional<? extends Collection<LocalDate>> holidays) {
        var terms = Terms.of(preset, Deviation.read(deviations));
        var agreed = AgreedCalendars.of(terms);
        var calendars = supportCalendar.map(agreed::withSupport).orElse(agreed);
        return new DeadlineCalculation(
                terms,
                holidays.map(dates -> calendars.observing(
                                terms, dates.stream().map(Holiday::on).toList()))
                        .orElse(calendars),
                firstClass,
                reportedAt,
                priority,
                calamity,
                new PauseLedger(waiting));
    }

    /** The clocks of the report: response, recovery, and for a calamity the contact. */
    public List<SupportClock> clocks() {
        return Stream.of(
                        clock(ClockKind.RESPONSE, reportedAt),
                        clock(ClockKind.RECOVERY, reportedAt),
                        calamity ? contact() : Optional.<SupportClock>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The response and recovery clocks of this priority when it is accepted later than the report, by the reading of the term
     * {@code clock.priorityChange} (INC-041, OP-09). A response that was given stays given; that is for the caller to keep.
     */
    public List<Recalculated> afterPriorityChange(Instant acceptedAt) {
        var rule = terms.choice(TermKey.CLOCK_PRIORITY_CHANGE, PriorityChangeRule.class)
                .orElse(PriorityChangeRule.REBASE_IF_PASSED);
        return Stream.of(ClockKind.RESPONSE, ClockKind.RECOVERY)
                .flatMap(kind -> clock(kind, reportedAt).stream())
                .map(original -> rebases(rule, original, acceptedAt)
                        ? new Recalculated(clock(original.kind(), acceptedAt).orElse(original), Basis.REBASED)
                        : new Recalculated(original, Basis.ORIGINAL_START))
                .toList();
    }

    private static boolean rebases(PriorityChangeRule rule, SupportClock original, Instant acceptedAt) {
        return switch (rule) {
            case ORIGINAL_START -> false;
            case RESTART -> true;
            case REBASE_IF_PASSED ->
                original.promisedBy().filter(acceptedAt::isAfter).isPresent();
        };
    }

    private Optional<SupportClock> clock(ClockKind kind, Instant from) {
        return terms.find(kind == ClockKind.RESPONSE ? priority.response() : priority.recovery())
                .map(term -> {
                    var span = (Span) term.value();
                    var governing = governing();
                    var start = Deadlines.of(terms, governing).start(from, terms);
                    // Working days are those of support, whatever hours govern the start (OP-01).
                    var hours = span instanceof WorkingDays ? support() : governing;
                    return clock(
                            kind,
                            term,
                            rule(kind),
                            start,
                            Deadlines.of(terms, hours).after(start, span),
                            hours);
                });
    }

    private Optional<SupportClock> contact() {
        return terms.find(TermKey.CALAMITY_CONTACT_WITHIN).map(term -> {
            var within = (Span) term.value();
            var window = window();
            var deadlines = Deadlines.of(terms, window);
            if (window.isOpen(reportedAt) || calendars.calamity().isEmpty()) {
                var start = deadlines.start(reportedAt, terms);
                return clock(
                        ClockKind.CALAMITY_CONTACT, term, "INC-026", start, deadlines.after(start, within), window);
            }
            var opening = window.nextOpening(reportedAt);
            var target = deadlines.after(opening, within);
            var outside = terms.choice(TermKey.CALAMITY_OUTSIDE_HOURS, OutsideHoursContact.class)
                    .orElse(OutsideHoursContact.AFTER_NEXT_OPENING);
            return switch (outside) {
                case AFTER_NEXT_OPENING -> clock(ClockKind.CALAMITY_CONTACT, term, "INC-028", opening, target, window);
                case END_OF_NEXT_WORKING_DAY -> {
                    var outsideTerm = terms.find(TermKey.CALAMITY_OUTSIDE_HOURS).orElse(term);
                    var end = support().lastClosing(dayOfTakingUp(window));
                    yield clock(ClockKind.CALAMITY_CONTACT, outsideTerm, "INC-028", opening, end, window)
                            .aimingAt(target);
                }
            };
        });
    }

    /** The working day on which a calamity outside the window is taken up; today, if its window still has to open (OP-13). */
    private LocalDate dayOfTakingUp(OpeningHours window) {
        var today = LocalDate.ofInstant(reportedAt, window.zone());
        var opening = window.firstOpening(today);
        var stillToOpen = reportedAt.isBefore(opening)
                && LocalDate.ofInstant(opening, window.zone()).equals(today);
        return stillToOpen && support().isWorkingDay(today) ? today : support().nthWorkingDay(today, 1);
    }

    private SupportClock clock(
            ClockKind kind, Term term, String rule, Instant start, Instant deadline, OpeningHours hours) {
        var policy = terms.choice(TermKey.CLOCK_PAUSE_WHILE_WAITING, PausePolicy.class)
                .orElse(PausePolicy.NONE);
        var net = ledger.netDeadline(hours, start, deadline, policy);
        var promised = policy == PausePolicy.NONE ? Optional.of(deadline) : net;
        var warning = terms.value(TermKey.CLOCK_WARN_AFTER, Percentage.class)
                .flatMap(share -> promised.map(end -> Deadlines.of(terms, hours).warning(start, deadline, end, share)));
        return new SupportClock(
                kind,
                term,
                rule,
                start,
                deadline,
                net,
                Optional.empty(),
                warning,
                policy,
                ledger,
                hours,
                terms.version());
    }

    private String rule(ClockKind kind) {
        var response = kind == ClockKind.RESPONSE;
        return switch (priority) {
            case P1 -> response ? "INC-035" : "INC-038";
            case P2 -> response ? "INC-036" : "INC-039";
            case P3 -> response ? "INC-037" : "INC-040";
        };
    }

    private OpeningHours support() {
        return calendars.support().hours(Entitlement.of(firstClass));
    }

    private OpeningHours window() {
        return governs() == CalamityHours.NO_CLOCK ? support() : calamityHours();
    }

    private OpeningHours governing() {
        return calamity && governs() == CalamityHours.ALL_CLOCKS ? calamityHours() : support();
    }

    private OpeningHours calamityHours() {
        return calendars
                .calamity()
                .map(calendar -> calendar.hours(Entitlement.of(firstClass)))
                .orElseGet(this::support);
    }

    private CalamityHours governs() {
        return terms.choice(TermKey.CALAMITY_GOVERNS, CalamityHours.class).orElse(CalamityHours.NO_CLOCK);
    }
}
