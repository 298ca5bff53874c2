package nl.waarborg.availability.release.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.WeeklyHours;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.clock.Deadlines;
import org.jspecify.annotations.Nullable;

/**
 * What terms say about new versions: a vendor's for the rollout, a customer's for its migration. A term that is absent checks nothing.
 *
 * @param hours on which working days are counted, as published at the time of the decision (OP-01)
 */
public record ReleaseTerms(Terms terms, OpeningHours hours) {

    private static final ZoneId ZONE = AgreedCalendars.ZONE;

    /** @param delivery the month of this kind in the vendor's delivery calendar; null: it has none (AVL-034) */
    List<PlanWarning> warnings(Rollout rollout, boolean statutoryDate, @Nullable Month delivery) {
        var warnings = new ArrayList<PlanWarning>();
        if (delivery != null && !statutoryDate && rollout.from().getMonth() != delivery) {
            warnings.add(PlanWarning.OFF_CALENDAR);
        }
        var bounds = bounds(TermKey.MIGRATION_ROLLOUT_DURATION);
        if (!bounds.isEmpty() && rollout.compareTo(bounds.getFirst()) < 0) {
            warnings.add(PlanWarning.ROLLOUT_TOO_SHORT);
        }
        if (!bounds.isEmpty() && rollout.compareTo(bounds.getLast()) > 0) {
            warnings.add(PlanWarning.ROLLOUT_TOO_LONG);
        }
        return warnings;
    }

    /** The last moment at which a date can be made final; empty where nothing is promised (AVL-038, OP-32). */
    Optional<Instant> finalBy(Instant plannedAt) {
        return terms.span(TermKey.MIGRATION_DATE_FINAL_BEFORE)
                .map(span -> deadlines().before(plannedAt, span));
    }

    /** The first moment for a customer with an acceptance environment; empty where nothing is promised (AVL-043, OP-33). */
    Optional<Instant> afterAcceptance(Instant availableAt) {
        return terms.span(TermKey.ACCEPTANCE_LEAD_TIME).map(span -> deadlines().after(availableAt, span));
    }

    /** Whether the moment lies in the hours that are avoided as much as possible (AVL-042). */
    boolean insideOfficeHours(Instant moment) {
        return terms.value(TermKey.MIGRATION_OFFICE_HOURS_TO_AVOID, WeeklyHours.class)
                .map(week -> BusinessCalendar.inline(ZONE, week.hours(), Map.of())
                        .hours()
                        .isOpen(moment))
                .orElse(false);
    }

    /** Whether the data were unavailable as long as experience says; null where it says nothing (AVL-041). */
    @Nullable
    Boolean asExperienced(Duration unavailable) {
        var bounds = bounds(TermKey.MIGRATION_UNAVAILABILITY);
        if (bounds.size() == 2
                && bounds.getFirst() instanceof Elapsed(var shortest)
                && bounds.getLast() instanceof Elapsed(var longest)) {
            return unavailable.compareTo(shortest) >= 0 && unavailable.compareTo(longest) <= 0;
        }
        return null;
    }

    private Deadlines deadlines() {
        return Deadlines.of(terms, hours);
    }

    private List<Span> bounds(TermKey key) {
        return terms.value(key, Several.class).map(Several::values).orElse(List.of()).stream()
                .filter(Span.class::isInstance)
                .map(Span.class::cast)
                .toList();
    }
}
