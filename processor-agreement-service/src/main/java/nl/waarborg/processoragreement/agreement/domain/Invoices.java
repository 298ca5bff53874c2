package nl.waarborg.processoragreement.agreement.domain;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchDetected;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;

/**
 * What was invoiced. Amounts in euros excluding VAT, credits deducted.
 *
 * @param recorded by the invoice's number, in the order of recording
 * @param mismatches signalled and not withdrawn, by month
 */
record Invoices(Map<String, InvoiceRecorded> recorded, Map<YearMonth, FirstClassMismatch> mismatches) {

    static final Invoices NONE = new Invoices(Map.of(), Map.of());

    Invoices {
        recorded = Collections.unmodifiableMap(new LinkedHashMap<>(recorded));
        mismatches = Map.copyOf(mismatches);
    }

    Invoices with(InvoiceRecorded invoice) {
        var all = new LinkedHashMap<>(recorded);
        all.put(invoice.invoiceId(), invoice);
        return new Invoices(all, mismatches);
    }

    Invoices with(FirstClassMismatchDetected detected) {
        var all = new HashMap<>(mismatches);
        all.put(detected.period(), detected.mismatch());
        return new Invoices(recorded, all);
    }

    Invoices without(YearMonth mismatch) {
        var all = new HashMap<>(mismatches);
        all.remove(mismatch);
        return new Invoices(recorded, all);
    }

    /** The last invoice of each month that was invoiced. */
    SortedMap<YearMonth, String> lastOfMonths() {
        var last = new TreeMap<YearMonth, String>();
        recorded.values().forEach(invoice -> last.put(invoice.period(), invoice.invoiceId()));
        return last;
    }

    /** Whether a month's invoices together charge First Class as agreed; nothing is missing before the licence was invoiced (XSV-022). */
    Optional<FirstClassMismatch> mismatch(YearMonth month, boolean entitled) {
        var charged = sums(InvoiceLine.Kind.FIRST_CLASS)
                        .getOrDefault(month, BigDecimal.ZERO)
                        .signum()
                > 0;
        if (charged == entitled) {
            return Optional.empty();
        }
        if (charged) {
            return Optional.of(FirstClassMismatch.NOT_ENTITLED);
        }
        return sums(InvoiceLine.Kind.LICENCE).containsKey(month)
                ? Optional.of(FirstClassMismatch.NOT_INVOICED)
                : Optional.empty();
    }

    /** Highest licence amount of the months from first to last; zero without invoices. */
    BigDecimal highestMonthlyAmount(YearMonth first, YearMonth last) {
        return sums(InvoiceLine.Kind.LICENCE).entrySet().stream()
                .filter(month ->
                        !month.getKey().isBefore(first) && !month.getKey().isAfter(last))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private Map<YearMonth, BigDecimal> sums(InvoiceLine.Kind kind) {
        var sums = new HashMap<YearMonth, BigDecimal>();
        for (var invoice : recorded.values()) {
            for (var line : invoice.lines()) {
                if (line.kind() == kind) {
                    sums.merge(invoice.period(), line.amount(), BigDecimal::add);
                }
            }
        }
        return sums;
    }
}
