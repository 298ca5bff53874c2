package nl.waarborg.availability.status.domain;

import java.time.YearMonth;
import java.util.List;
import nl.waarborg.availability.system.domain.Component;
import org.jspecify.annotations.Nullable;

/**
 * What a closed month came to, as the report says it.
 *
 * @param availability percentage with two decimals, rounded down (OP-27); null where nothing was measured
 * @param floor the promised lower limit; null where none was agreed
 * @param corrected whether the figures differ from those with which the month was closed
 * @param components one by one, in order
 */
public record MonthFigure(
        YearMonth month,
        @Nullable String availability,
        @Nullable String floor,
        @Nullable Boolean met,
        int outages,
        int maintenances,
        boolean corrected,
        List<ComponentFigure> components) {

    public MonthFigure {
        components = List.copyOf(components);
    }

    public @Nullable String availability(Component component) {
        return components.stream()
                .filter(figure -> figure.component() == component)
                .findFirst()
                .map(ComponentFigure::availability)
                .orElse(null);
    }
}
