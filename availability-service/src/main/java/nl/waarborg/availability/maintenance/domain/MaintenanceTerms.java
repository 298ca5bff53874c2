package nl.waarborg.availability.maintenance.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Term;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.WeeklyHours;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.clock.Deadlines;

/**
 * What a vendor's terms say about when maintenance may be. A term that is absent checks nothing. Windows are weekly hours in local time,
 * holidays like any other day (OP-30).
 *
 * @param hours on which working days are counted, as published at the time of the decision (OP-01)
 */
public record MaintenanceTerms(Terms terms, OpeningHours hours) {

    private static final ZoneId ZONE = AgreedCalendars.ZONE;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.ENGLISH).withZone(ZONE);

    /** With version 1 of the calendars, for calculations that no customer's calendar concerns. */
    public MaintenanceTerms(Terms terms) {
        this(terms, AgreedCalendars.of(terms).support().hours());
    }

    /** A rule with the term that it measures by. */
    private record Rule(String id, TermKey key) {}

    private static Optional<Rule> notice(MaintenanceKind kind) {
        return switch (kind) {
            case PLANNED -> Optional.of(new Rule("AVL-013", TermKey.MAINTENANCE_NOTICE));
            case NEW_VERSION -> Optional.of(new Rule("AVL-038", TermKey.MIGRATION_DATE_FINAL_BEFORE));
            case PATCH, EMERGENCY -> Optional.empty();
        };
    }

    private static Optional<Rule> window(MaintenanceKind kind) {
        return switch (kind) {
            case PLANNED -> Optional.of(new Rule("AVL-014", TermKey.MAINTENANCE_WINDOW));
            case PATCH -> Optional.of(new Rule("AVL-016", TermKey.PATCH_WINDOW));
            case NEW_VERSION, EMERGENCY -> Optional.empty();
        };
    }

    /** The last moment at which it can be announced in time; empty where no notice is promised (OP-29). */
    public Optional<Instant> latestAnnouncement(MaintenanceKind kind, Instant startsAt) {
        return notice(kind).flatMap(rule -> terms.span(rule.key())).map(span -> before(startsAt, span));
    }

    /** The hours in which it may be done; empty where no window is promised. */
    public Optional<WeeklyHours> windowHours(MaintenanceKind kind) {
        return window(kind).flatMap(rule -> terms.value(rule.key(), WeeklyHours.class));
    }

    /** The stretch of its window that contains the moment, else the next one; empty where no window is promised, or it never opens. */
    public Optional<Interval> windowAt(MaintenanceKind kind, Instant moment) {
        return windowHours(kind).filter(hours -> !hours.hours().isEmpty()).map(week -> {
            var hours = opening(week);
            var within = hours.nextOpening(moment);
            return new Interval(hours.previousOpening(within), hours.nextClosing(within));
        });
    }

    /** Every rule that this announcement would break. */
    public List<Violation> violations(MaintenanceKind kind, Instant announcedAt, Instant startsAt, Instant endsAt) {
        var violations = new ArrayList<Violation>();
        notice(kind)
                .flatMap(rule -> terms.find(rule.key()).flatMap(term -> tooLate(rule, term, announcedAt, startsAt)))
                .ifPresent(violations::add);
        window(kind)
                .flatMap(rule -> terms.find(rule.key()).flatMap(term -> outside(rule, term, startsAt, endsAt)))
                .ifPresent(violations::add);
        return violations;
    }

    /** The parts of an interval that lie within the window; the whole where no window is promised. */
    public List<Interval> within(MaintenanceKind kind, Interval interval) {
        var week = windowHours(kind);
        if (week.isEmpty()) {
            return List.of(interval);
        }
        if (week.get().hours().isEmpty()) {
            return List.of();
        }
        var hours = opening(week.get());
        var parts = new ArrayList<Interval>();
        for (var from = hours.nextOpening(interval.from()); from.isBefore(interval.to()); ) {
            var closing = hours.nextClosing(from);
            parts.add(new Interval(from, closing.isBefore(interval.to()) ? closing : interval.to()));
            from = hours.nextOpening(closing);
        }
        return List.copyOf(parts);
    }

    private Optional<Violation> tooLate(Rule rule, Term term, Instant announcedAt, Instant startsAt) {
        return Optional.of(before(startsAt, (Span) term.value()))
                .filter(announcedAt::isAfter)
                .map(latest -> new Violation(
                        rule.id(),
                        RefusalReason.NOTICE_TOO_SHORT,
                        "announced after " + LOCAL.format(latest) + ", which is " + term.value() + " before it starts ("
                                + term.clause() + ")"));
    }

    private static Optional<Violation> outside(Rule rule, Term term, Instant startsAt, Instant endsAt) {
        var week = (WeeklyHours) term.value();
        var interval = new Interval(startsAt, endsAt);
        return !week.hours().isEmpty()
                        && opening(week).between(startsAt, endsAt).equals(Duration.ofSeconds(interval.seconds()))
                ? Optional.empty()
                : Optional.of(new Violation(
                        rule.id(),
                        RefusalReason.OUTSIDE_WINDOW,
                        LOCAL.format(startsAt) + " to " + LOCAL.format(endsAt) + " is not wholly within " + week + " ("
                                + term.clause() + ")"));
    }

    private Instant before(Instant startsAt, Span span) {
        return Deadlines.of(terms, hours).before(startsAt, span);
    }

    private static OpeningHours opening(WeeklyHours week) {
        return BusinessCalendar.inline(ZONE, week.hours(), Map.of()).hours();
    }
}
