package nl.waarborg.incident.problem.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** @param lastDate the last local date that was analysed; null before the first */
public record IncidentAnalysis(@Nullable LocalDate lastDate) {}
