package nl.waarborg.processoragreement.agreement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.WorkingDays;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.clock.Deadlines;
import org.jspecify.annotations.Nullable;

/**
 * Whether a licence ends as its customer asks (XSV-012, XSV-013, OP-76, OP-77). Days of Europe/Amsterdam.
 *
 * @param endsOn last day of the licence: the day before the invoice period, or the stated date
 * @param latestReceipt last day on which the cancellation is in time; null if the terms set none
 * @param firstEnd the earliest last day: that of the initial period, else of the full months that must be invoiced; null if the terms
 *     set none
 * @param refusal empty if the licence ends
 */
public record LicenceCancellation(
        LocalDate endsOn, @Nullable LocalDate latestReceipt, @Nullable LocalDate firstEnd, Optional<Refusal> refusal) {

    public enum Refusal {
        /** The terms give no right to cancel. */
        NOT_AGREED("XSV-012"),
        /** It would have ended before it was cancelled, or before it began. */
        BEFORE_RECEIPT("XSV-013"),
        /** Too few months were invoiced in full, or the initial period still runs (OP-76). */
        MINIMUM_TERM("XSV-012"),
        /** Not received long enough before the new invoice period (OP-77). */
        TOO_LATE("XSV-013");

        private final String rule;

        Refusal(String rule) {
            this.rule = rule;
        }

        public String rule() {
            return rule;
        }
    }

    /**
     * @param invoicePeriodStart first day of the invoice period that the cancellation is about
     * @param statedDate last day that the customer asks for; null for the day before the period
     * @param cancelBefore says how long before the invoice period it is received
     * @param hours working days are counted on these
     * @throws nl.waarborg.terms.calendar.CalendarRefusal for days beyond the published holidays
     */
    public static LicenceCancellation of(
            LocalDate receivedOn,
            LocalDate invoicePeriodStart,
            @Nullable LocalDate statedDate,
            LocalDate concludedOn,
            @Nullable LocalDate initialPeriodEnd,
            TermKey cancelBefore,
            Terms terms,
            OpeningHours hours) {
        var dayBefore = invoicePeriodStart.minusDays(1);
        var endsOn = statedDate == null ? dayBefore : statedDate;
        var latest = terms.span(cancelBefore)
                .map(span -> latestReceipt(invoicePeriodStart, span, terms, hours))
                .orElse(null);
        var firstEnd = initialPeriodEnd != null ? initialPeriodEnd : fullMonths(concludedOn, Reading.of(terms));
        // L3 is cancelled in the same way, under terms of its own.
        var agreed = cancelBefore != TermKey.LICENCE_CANCEL_BEFORE
                || latest != null
                || terms.find(TermKey.LICENCE_FIRST_CANCELLATION).isPresent();
        var begun = receivedOn.isBefore(concludedOn) ? concludedOn : receivedOn;
        return new LicenceCancellation(
                endsOn,
                latest,
                firstEnd,
                agreed
                        ? refusal(receivedOn, begun, endsOn, dayBefore, latest, firstEnd)
                        : Optional.of(Refusal.NOT_AGREED));
    }

    /** The invoice period, by the month, that must not begin any more: that of the first day without a licence (OP-77). */
    public static LocalDate invoicePeriodStart(LocalDate receivedOn, @Nullable LocalDate statedDate) {
        return statedDate == null
                ? receivedOn.withDayOfMonth(1).plusMonths(1)
                : statedDate.plusDays(1).withDayOfMonth(1);
    }

    private static Optional<Refusal> refusal(
            LocalDate receivedOn,
            LocalDate begun,
            LocalDate endsOn,
            LocalDate dayBefore,
            @Nullable LocalDate latest,
            @Nullable LocalDate firstEnd) {
        if (firstEnd != null && endsOn.isBefore(firstEnd)) {
            return Optional.of(Refusal.MINIMUM_TERM);
        }
        if (endsOn.isBefore(begun)) {
            return Optional.of(Refusal.BEFORE_RECEIPT);
        }
        return endsOn.isBefore(dayBefore) || (latest != null && receivedOn.isAfter(latest))
                ? Optional.of(Refusal.TOO_LATE)
                : Optional.empty();
    }

    /** Working days are counted back from the period's first day, which does not count. */
    private static LocalDate latestReceipt(LocalDate periodStart, Span span, Terms terms, OpeningHours hours) {
        if (span instanceof WorkingDays(var days)) {
            return hours.nthWorkingDay(periodStart, -days);
        }
        Instant start = periodStart.atStartOfDay(AgreedCalendars.ZONE).toInstant();
        return LocalDate.ofInstant(Deadlines.of(terms, hours).before(start, span), AgreedCalendars.ZONE);
    }

    private static @Nullable LocalDate fullMonths(LocalDate concludedOn, Reading terms) {
        var firstFull = concludedOn.getDayOfMonth() == 1
                ? concludedOn
                : concludedOn.withDayOfMonth(1).plusMonths(1);
        return terms.period(TermKey.LICENCE_FIRST_CANCELLATION)
                .map(months -> firstFull.plus(months).minusDays(1))
                .orElse(null);
    }
}
