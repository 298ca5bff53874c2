package nl.waarborg.availability.status.domain;

import java.time.Duration;
import java.time.LocalDate;

/**
 * One local day of a component, as far as it is over.
 *
 * @param worst of the day
 * @param outage time in which an outage touched it, overlapping ones counted once
 * @param maintenance time in which maintenance went on, overlapping windows counted once
 */
public record DayState(LocalDate day, ComponentState worst, Duration outage, Duration maintenance) {}
