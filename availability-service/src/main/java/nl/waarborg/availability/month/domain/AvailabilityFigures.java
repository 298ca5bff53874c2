package nl.waarborg.availability.month.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.waarborg.availability.month.domain.Availability.Downtime;
import nl.waarborg.availability.system.domain.Component;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one month, of a vendor's platform or of one customer. Percentages are rounded down to two decimals and null where nothing was
 * measured.
 *
 * @param from inclusive, UTC
 * @param to exclusive, UTC; before the month's end while it runs
 * @param components that were measured
 * @param notMeasured promised components that no monitor watched at all: of them nothing is claimed, neither up nor down
 * @param exact the contractual figure, unrounded (OP-24)
 * @param availability the same in percent
 * @param byDefinition calamities left out as well (OP-22)
 * @param strict down when any component is (OP-23)
 * @param includingExcluded by the other formula: excluded downtime counted as downtime
 * @param coverage percent of the time of all promised components of which it is known how they fared
 * @param downSeconds counted, of all components together, also of those not measured
 * @param floor percent; null where none is agreed
 * @param floorMet compared unrounded (OP-27); null without a floor or a figure
 * @param errorBudgetSeconds of downtime of the whole service that are left; negative when the floor is missed
 * @param outageCount outages that touched the month
 * @param maintenanceCount times of maintenance that touched the month
 */
public record AvailabilityFigures(
        Instant from,
        Instant to,
        Map<Component, ComponentTime> components,
        Set<Component> notMeasured,
        @Nullable Fraction exact,
        @Nullable BigDecimal availability,
        @Nullable BigDecimal byDefinition,
        @Nullable BigDecimal strict,
        @Nullable BigDecimal includingExcluded,
        BigDecimal coverage,
        long downSeconds,
        long excludedSeconds,
        @Nullable BigDecimal floor,
        @Nullable Boolean floorMet,
        @Nullable Long errorBudgetSeconds,
        int outageCount,
        int maintenanceCount) {

    public AvailabilityFigures {
        components = new TreeMap<>(components);
        notMeasured = new TreeSet<>(notMeasured);
    }

    /**
     * What is known of the month.
     *
     * @param counted the parts of the month that count, such as its working days (OP-37)
     * @param downtimes also of components that are not promised: of them nothing counts
     * @param measured by component, when it was watched
     */
    public record Facts(
            Interval month,
            List<Interval> counted,
            Set<Component> promised,
            List<Downtime<Component>> downtimes,
            Map<Component, ? extends Collection<Interval>> measured,
            @Nullable BigDecimal floor,
            int outageCount,
            int maintenanceCount) {}

    public static AvailabilityFigures of(Facts facts) {
        var whole = TimeSet.of(facts.counted);
        var unmeasured = new EnumMap<Component, List<Interval>>(Component.class);
        var watched = new TreeSet<Component>();
        for (var component : facts.promised) {
            var seen = facts.measured.get(component);
            var measured = (seen == null ? TimeSet.EMPTY : TimeSet.of(seen)).and(whole);
            unmeasured.put(component, whole.without(measured).intervals());
            if (measured.seconds() > 0) {
                watched.add(component);
            }
        }
        var all = Availability.of(facts.counted, facts.promised, facts.downtimes, unmeasured);
        // A component that nobody watched has only its outages for a denominator: no share can be made of that.
        var judged = Availability.of(facts.counted, watched, facts.downtimes, unmeasured);
        var dark = new TreeSet<>(facts.promised);
        dark.removeAll(watched);
        var floor = Optional.ofNullable(facts.floor);
        return new AvailabilityFigures(
                facts.month.from(),
                facts.month.to(),
                judged.perComponent(),
                dark,
                judged.exact().orElse(null),
                percent(judged.exact()),
                percent(judged.byDefinition()),
                percent(judged.strict()),
                percent(judged.includingExcluded()),
                all.coverage().percent(),
                all.downSeconds(),
                all.excludedSeconds(),
                facts.floor,
                floor.flatMap(judged::meets).orElse(null),
                floor.flatMap(judged::errorBudgetSeconds).orElse(null),
                facts.outageCount,
                facts.maintenanceCount);
    }

    private static @Nullable BigDecimal percent(Optional<Fraction> share) {
        return share.map(Fraction::percent).orElse(null);
    }
}
