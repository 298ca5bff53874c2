package nl.waarborg.processoragreement.monthlyreport.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface SlaReportEvent {

    record AvailabilityMonthTaken(AvailabilityMonth figures) implements SlaReportEvent {}

    record IncidentMonthTaken(IncidentMonth figures) implements SlaReportEvent {}

    /**
     * The report of a month is in the customer's file; a later version corrects it and the earlier ones stay (XSV-029).
     *
     * @param reportVersion from 1
     * @param availability the last twelve months, as far as they were closed; null where that section is not promised
     * @param incidents the months of the calendar year; null where that section is not promised
     * @param services taken in the calendar year; null where that section is not promised
     */
    record SlaReportPublished(
            YearMonth month,
            int reportVersion,
            @Nullable List<AvailabilityMonth> availability,
            @Nullable List<IncidentMonth> incidents,
            @Nullable List<ServiceTaken> services,
            Instant at)
            implements SlaReportEvent {}
}
