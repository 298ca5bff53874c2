package nl.waarborg.incident.month.domain;

import java.time.Instant;
import java.time.YearMonth;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface IncidentMonthEvent {

    YearMonth month();

    MonthFigures figures();

    record IncidentMonthClosed(YearMonth month, MonthFigures figures, Instant at) implements IncidentMonthEvent {}

    /** The closed month stays as it was closed; this stands beside it. */
    record IncidentMonthCorrected(YearMonth month, MonthFigures figures, Instant at) implements IncidentMonthEvent {}
}
