package nl.waarborg.availability.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.month.domain.Availability;
import nl.waarborg.availability.month.domain.Fraction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures of availability. Percentages are rounded down to two decimals and null where nothing was measured. */
@Schema(description = "Percentages are rounded down to two decimals; null where nothing was measured")
record AvailabilityAnswer(
        @Schema(description = "The mean of the components, excluded and unmeasured time left out (OP-23, OP-24)")
                @Nullable
                BigDecimal availability,
        @Schema(description = "The same, exactly") @Nullable Fraction exact,
        @Schema(description = "Calamities left out as well (OP-22)") @Nullable BigDecimal byDefinition,
        @Schema(description = "The service counts as down when any component is") @Nullable BigDecimal strict,
        @Schema(description = "Excluded downtime counted as downtime") @Nullable BigDecimal includingExcluded,
        List<ComponentAnswer> perComponent,
        @Schema(description = "Counted downtime of all components together, seconds") long downSeconds,
        @Schema(description = "Downtime that is excluded, of all components together, seconds") long excludedSeconds,
        @Schema(description = "Percent of the time of which it is known how the components fared") BigDecimal coverage,
        @Schema(
                        description =
                                "How many seconds the whole service may still be down; negative when the floor is missed; null without a floor")
                @Nullable
                Long errorBudgetSeconds) {

    /**
     * @param up seconds
     * @param total seconds: the period without what is excluded or unmeasured
     */
    record ComponentAnswer(
            String component, long up, long total, long downSeconds, long excludedSeconds, long unmeasuredSeconds) {}

    static AvailabilityAnswer of(Availability<String> figures, Optional<BigDecimal> floor) {
        return new AvailabilityAnswer(
                percent(figures.exact()),
                figures.exact().orElse(null),
                percent(figures.byDefinition()),
                percent(figures.strict()),
                percent(figures.includingExcluded()),
                figures.perComponent().entrySet().stream()
                        .map(entry -> new ComponentAnswer(
                                entry.getKey(),
                                entry.getValue().up(),
                                entry.getValue().total(),
                                entry.getValue().down(),
                                entry.getValue().excluded(),
                                entry.getValue().unmeasured()))
                        .toList(),
                figures.downSeconds(),
                figures.excludedSeconds(),
                figures.coverage().percent(),
                floor.flatMap(figures::errorBudgetSeconds).orElse(null));
    }

    private static @Nullable BigDecimal percent(Optional<Fraction> share) {
        return share.map(Fraction::percent).orElse(null);
    }
}
