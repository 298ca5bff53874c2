package nl.waarborg.incident.month.domain;

/** One month of one tenant. */
public sealed interface IncidentMonth {

    record Running() implements IncidentMonth {}

    /** @param latest the figures after the last correction */
    record Closed(MonthFigures latest) implements IncidentMonth {}
}
