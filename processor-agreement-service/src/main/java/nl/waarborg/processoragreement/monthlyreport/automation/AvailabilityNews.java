package nl.waarborg.processoragreement.monthlyreport.automation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.monthlyreport.domain.AvailabilityMonth;
import nl.waarborg.processoragreement.monthlyreport.domain.AvailabilityMonth.ComponentSeconds;
import org.jspecify.annotations.Nullable;

/** What is read here of availability-service's published events, and no more. */
public sealed interface AvailabilityNews {

    EventTypes<AvailabilityNews> TYPES = new EventTypes<>("availability", AvailabilityNews.class)
            .type("nl.waarborg.availability.month-closed.v1", MonthClosed.class)
            .type("nl.waarborg.availability.month-corrected.v1", MonthCorrected.class);

    YearMonth month();

    Figures figures();

    Instant at();

    record MonthClosed(YearMonth month, Figures figures, Instant at) implements AvailabilityNews {}

    record MonthCorrected(YearMonth month, Figures figures, Instant at) implements AvailabilityNews {}

    record Figures(
            Map<String, ComponentSeconds> components,
            @Nullable BigDecimal availability,
            BigDecimal coverage,
            @Nullable BigDecimal floor,
            @Nullable Boolean floorMet,
            int outageCount,
            int maintenanceCount) {}

    default AvailabilityMonth closed() {
        var figures = figures();
        return new AvailabilityMonth(
                month(),
                figures.availability(),
                figures.floor(),
                figures.floorMet(),
                figures.coverage(),
                figures.outageCount(),
                figures.maintenanceCount(),
                new TreeMap<>(figures.components()),
                at());
    }
}
