package nl.waarborg.availability.month.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.waarborg.availability.month.domain.Availability.Downtime;
import nl.waarborg.availability.month.domain.Availability.Outage;
import nl.waarborg.eventsourcing.Decision;

/**
 * Downtime as closed months count it. The vendor's measurements are decisive (AVL-009), so nobody alone makes a month better that was
 * shown: an outage's times are corrected, and time is written into its exclusion ledger, with a reason and by two persons.
 *
 * @param counted the time, in any order
 */
public record FrozenDowntime(List<Interval> counted) {

    public static final FrozenDowntime NONE = new FrozenDowntime(List.of());

    /** The catalogue's rule that freezes it. */
    public static final String RULE = "AVL-009";

    public FrozenDowntime {
        counted = List.copyOf(counted);
    }

    /** What counts of some components within a period. */
    public static <C> FrozenDowntime of(Interval period, Collection<C> components, Downtime<C> downtime) {
        var within = TimeSet.of(List.of(period));
        var counted = new ArrayList<Interval>();
        for (var component : components) {
            var outages = downtime.outages().stream()
                    .filter(outage -> outage.component().equals(component))
                    .map(Outage::time)
                    .toList();
            var excluded = downtime.exclusions().get(component);
            counted.addAll(TimeSet.of(outages)
                    .and(within)
                    .without(excluded == null ? TimeSet.EMPTY : TimeSet.of(excluded))
                    .intervals());
        }
        return new FrozenDowntime(counted);
    }

    /** Refuses what would leave such time out on one person's word. */
    public static <E> Decision<E> refuse() {
        return Decision.reject(
                RULE,
                "month-closed",
                "A closed month counts this time as downtime: exclude it in the ledger of the outage first, with a reason, and let"
                        + " a second person approve.");
    }

    public FrozenDowntime and(FrozenDowntime other) {
        var all = new ArrayList<>(counted);
        all.addAll(other.counted);
        return new FrozenDowntime(all);
    }

    /** Whether a closed month would be better if this time did not count. */
    public boolean within(Interval time) {
        return counted.stream()
                .anyMatch(each -> each.from().isBefore(time.to()) && time.from().isBefore(each.to()));
    }

    /** The same of all time from a moment on. */
    public boolean after(Instant moment) {
        return counted.stream().anyMatch(each -> each.to().isAfter(moment));
    }
}
