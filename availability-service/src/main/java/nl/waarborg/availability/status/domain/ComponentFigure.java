package nl.waarborg.availability.status.domain;

import nl.waarborg.availability.system.domain.Component;
import org.jspecify.annotations.Nullable;

/** @param availability of one component in a month, as {@link MonthFigure} says it; null where nothing was measured */
public record ComponentFigure(Component component, @Nullable String availability) {}
