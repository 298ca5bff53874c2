package nl.waarborg.incident.problem.domain;

import org.jspecify.annotations.Nullable;

/**
 * How many incidents of one kind came in on a day.
 *
 * @param type such as {@code FAULT}; null if not classified yet
 * @param priority such as {@code P2}; null if none was given yet
 */
public record IncidentCount(@Nullable String type, @Nullable String priority, int count) {}
