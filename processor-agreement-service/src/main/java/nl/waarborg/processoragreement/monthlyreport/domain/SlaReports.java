package nl.waarborg.processoragreement.monthlyreport.domain;

import java.time.YearMonth;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;

/**
 * The monthly reports of one customer, and the closed months that they are made of.
 *
 * @param published the latest version of each
 */
public record SlaReports(
        SortedMap<YearMonth, AvailabilityMonth> availability,
        SortedMap<YearMonth, IncidentMonth> incidents,
        SortedMap<YearMonth, SlaReportPublished> published) {

    public static final String CATEGORY = "sla-report";

    static final SlaReports NONE = new SlaReports(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }

    /** The months of which figures were taken in, from one on. */
    public SortedSet<YearMonth> closedFrom(YearMonth first) {
        var closed = new TreeSet<>(availability.tailMap(first).keySet());
        closed.addAll(incidents.tailMap(first).keySet());
        return closed;
    }

    SlaReports with(ClosedMonth month) {
        return switch (month) {
            case AvailabilityMonth closed ->
                new SlaReports(put(availability, closed.month(), closed), incidents, published);
            case IncidentMonth closed ->
                new SlaReports(availability, put(incidents, closed.month(), closed), published);
        };
    }

    SlaReports with(SlaReportPublished report) {
        return new SlaReports(availability, incidents, put(published, report.month(), report));
    }

    private static <V> SortedMap<YearMonth, V> put(SortedMap<YearMonth, V> months, YearMonth month, V value) {
        var all = new TreeMap<>(months);
        all.put(month, value);
        return all;
    }
}
