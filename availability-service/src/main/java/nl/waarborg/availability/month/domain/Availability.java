package nl.waarborg.availability.month.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Availability of components over a period, exactly and in whole seconds (AVL-001, OP-22 to OP-27). Overlapping outages count once;
 * what is excluded is exclusions ∩ outages; what nobody measured leaves the denominator, but a known outage beats that.
 *
 * @param <C> what names a component
 * @param perComponent in the order of the components
 * @param strict the service is down when any component is (OP-23 b)
 */
public record Availability<C>(Map<C, ComponentTime> perComponent, Optional<Fraction> strict) {

    public Availability {
        perComponent = Collections.unmodifiableMap(new LinkedHashMap<>(perComponent));
    }

    /** @param calamity leaves the figure by the Definitions */
    public record Outage<C>(C component, Interval time, boolean calamity) {}

    /**
     * Outages with what is left out of them; of other outages at the same time it leaves out nothing.
     *
     * @param exclusions by component
     */
    public record Downtime<C>(Collection<Outage<C>> outages, Map<C, ? extends Collection<Interval>> exclusions) {}

    private record Times(TimeSet down, TimeSet excluded, TimeSet unmeasured, ComponentTime seconds) {}

    /** @param exclusions by component; of all outages */
    public static <C> Availability<C> of(
            Collection<Interval> period,
            Collection<C> components,
            Collection<Outage<C>> outages,
            Map<C, ? extends Collection<Interval>> exclusions,
            Map<C, ? extends Collection<Interval>> unmeasured) {
        return of(period, components, List.of(new Downtime<>(outages, exclusions)), unmeasured);
    }

    /**
     * @param period what is looked at, such as a month, or its working days
     * @param downtimes also of other components, and of time outside the period: of that nothing counts
     * @param unmeasured by component
     */
    public static <C> Availability<C> of(
            Collection<Interval> period,
            Collection<C> components,
            Collection<Downtime<C>> downtimes,
            Map<C, ? extends Collection<Interval>> unmeasured) {
        var whole = TimeSet.of(period);
        var parts = downtimes.stream().map(Availability::part).toList();
        var perComponent = new LinkedHashMap<C, ComponentTime>();
        var down = TimeSet.EMPTY;
        var excluded = TimeSet.EMPTY;
        var unseen = TimeSet.EMPTY;
        for (var component : components) {
            var times = times(whole, component, parts, set(unmeasured, component));
            perComponent.put(component, times.seconds);
            down = down.or(times.down);
            excluded = excluded.or(times.excluded);
            unseen = unseen.or(times.unmeasured);
        }
        var total = whole.without(excluded.or(unseen).without(down)).seconds();
        return new Availability<>(
                perComponent,
                total == 0 || perComponent.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Fraction.of(total - down.seconds(), total)));
    }

    private record Part<C>(
            Map<C, List<Interval>> known,
            Map<C, List<Interval>> calamities,
            Map<C, ? extends Collection<Interval>> exclusions) {}

    private static <C> Part<C> part(Downtime<C> downtime) {
        var known = new HashMap<C, List<Interval>>();
        var calamities = new HashMap<C, List<Interval>>();
        for (var outage : downtime.outages) {
            known.computeIfAbsent(outage.component(), component -> new ArrayList<>())
                    .add(outage.time());
            if (outage.calamity()) {
                calamities
                        .computeIfAbsent(outage.component(), component -> new ArrayList<>())
                        .add(outage.time());
            }
        }
        return new Part<>(known, calamities, downtime.exclusions);
    }

    private static <C> Times times(TimeSet period, C component, List<Part<C>> parts, TimeSet unmeasured) {
        var known = TimeSet.EMPTY;
        var counted = TimeSet.EMPTY;
        var calamities = TimeSet.EMPTY;
        for (var part : parts) {
            var outages = set(part.known, component).and(period);
            known = known.or(outages);
            counted = counted.or(outages.without(set(part.exclusions, component)));
            calamities = calamities.or(set(part.calamities, component).and(period));
        }
        var excluded = known.without(counted);
        var unseen = unmeasured.and(period).without(known);
        return new Times(
                counted,
                excluded,
                unseen,
                new ComponentTime(
                        period.seconds(),
                        unseen.seconds(),
                        excluded.seconds(),
                        counted.seconds(),
                        excluded.or(calamities).seconds()));
    }

    private static <C> TimeSet set(Map<C, ? extends Collection<Interval>> times, C component) {
        var intervals = times.get(component);
        return intervals == null ? TimeSet.EMPTY : TimeSet.of(intervals);
    }

    /** The mean of the components' shares: the contractual figure (OP-23, OP-24). Empty: not measured. */
    public Optional<Fraction> exact() {
        return mean(ComponentTime::contractual);
    }

    /** Leaves out calamities as well (OP-22 a). */
    public Optional<Fraction> byDefinition() {
        return mean(ComponentTime::byDefinition);
    }

    /** Counts excluded downtime as downtime. */
    public Optional<Fraction> includingExcluded() {
        return mean(ComponentTime::includingExcluded);
    }

    /** The share of the period of which it is known how the components fared. */
    public Fraction coverage() {
        var period = sum(ComponentTime::period);
        return period == 0 ? Fraction.ZERO : Fraction.of(period - sum(ComponentTime::unmeasured), period);
    }

    /** Counted downtime of all components together. */
    public long downSeconds() {
        return sum(ComponentTime::down);
    }

    public long excludedSeconds() {
        return sum(ComponentTime::excluded);
    }

    /** Compared unrounded (OP-27). Empty: not measured. */
    public Optional<Boolean> meets(BigDecimal floorPercent) {
        return exact().map(share -> share.compareTo(Fraction.ofPercent(floorPercent)) >= 0);
    }

    /**
     * How long the whole service may still be down; negative by how long it was down too long. Rounded down, so that it is negative
     * exactly when the floor is missed.
     */
    public Optional<Long> errorBudgetSeconds(BigDecimal floorPercent) {
        return exact().map(share -> share.minus(Fraction.ofPercent(floorPercent))
                .times(Fraction.of(sum(ComponentTime::total), measured()))
                .floor());
    }

    private Optional<Fraction> mean(Function<ComponentTime, Optional<Fraction>> formula) {
        var shares = perComponent.values().stream()
                .map(formula)
                .flatMap(Optional::stream)
                .toList();
        return shares.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        shares.stream().reduce(Fraction.ZERO, Fraction::plus).over(Fraction.of(shares.size(), 1)));
    }

    private long measured() {
        return perComponent.values().stream().filter(time -> time.total() > 0).count();
    }

    private long sum(Function<ComponentTime, Long> part) {
        return perComponent.values().stream().map(part).reduce(0L, Long::sum);
    }
}
