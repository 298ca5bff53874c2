package nl.waarborg.incident.month.publication;

import java.time.Instant;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.incident.month.domain.IncidentMonthEvent;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthClosed;
import nl.waarborg.incident.month.domain.IncidentMonthEvent.IncidentMonthCorrected;
import nl.waarborg.incident.month.domain.MonthFigures;

/** A section of the vendor's service report is made of it (AFAS §2.6.2). */
public final class PublishedIncidentMonth {

    private PublishedIncidentMonth() {}

    /** @param month such as {@code 2026-03}, local time */
    record MonthV1(String month, MonthFigures figures, Instant at) {}

    public static PublishedEvent from(IncidentMonthEvent event) {
        return switch (event) {
            case IncidentMonthClosed e ->
                new PublishedEvent(
                        "nl.waarborg.incident.month-closed.v1",
                        new MonthV1(e.month().toString(), e.figures(), e.at()));
            case IncidentMonthCorrected e ->
                new PublishedEvent(
                        "nl.waarborg.incident.month-corrected.v1",
                        new MonthV1(e.month().toString(), e.figures(), e.at()));
        };
    }
}
