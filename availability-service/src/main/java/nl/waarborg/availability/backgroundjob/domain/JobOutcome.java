package nl.waarborg.availability.backgroundjob.domain;

/** How a task ended. */
public enum JobOutcome {
    SUCCEEDED,
    FAILED
}
