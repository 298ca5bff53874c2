package nl.waarborg.availability.performance.domain;

/** How a function answered on the day of a complaint, in milliseconds. */
public record ObservedFunction(
        String function, boolean ofTenant, long measured, long mean, long p95, long slowest, long failed) {}
