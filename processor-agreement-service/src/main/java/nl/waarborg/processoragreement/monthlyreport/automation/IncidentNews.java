package nl.waarborg.processoragreement.monthlyreport.automation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.monthlyreport.domain.IncidentMonth;
import nl.waarborg.processoragreement.monthlyreport.domain.IncidentMonth.LeadTimes;
import nl.waarborg.processoragreement.monthlyreport.domain.IncidentMonth.PriorityCount;
import org.jspecify.annotations.Nullable;

/** What is read here of incident-service's published events, and no more. */
public sealed interface IncidentNews {

    EventTypes<IncidentNews> TYPES = new EventTypes<>("incident", IncidentNews.class)
            .type("nl.waarborg.incident.month-closed.v1", MonthClosed.class)
            .type("nl.waarborg.incident.month-corrected.v1", MonthCorrected.class);

    YearMonth month();

    Figures figures();

    Instant at();

    record MonthClosed(YearMonth month, Figures figures, Instant at) implements IncidentNews {}

    record MonthCorrected(YearMonth month, Figures figures, Instant at) implements IncidentNews {}

    record Figures(
            int submitted,
            int handled,
            int lapsed,
            int open,
            Map<String, PriorityCount> perPriority,
            @Nullable BigDecimal handledWithinTermShare,
            @Nullable LeadTimes leadTimes) {}

    default IncidentMonth closed() {
        var figures = figures();
        return new IncidentMonth(
                month(),
                figures.submitted(),
                figures.handled(),
                figures.lapsed(),
                figures.open(),
                new TreeMap<>(figures.perPriority()),
                figures.handledWithinTermShare(),
                figures.leadTimes(),
                at());
    }
}
