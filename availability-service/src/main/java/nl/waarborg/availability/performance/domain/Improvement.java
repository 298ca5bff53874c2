package nl.waarborg.availability.performance.domain;

/** @param recorded an improvement is recorded once */
public record Improvement(boolean recorded) {}
