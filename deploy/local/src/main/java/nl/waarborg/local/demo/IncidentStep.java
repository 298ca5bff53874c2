package nl.waarborg.local.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the log means in the words of the contracts; a row may mean several things, or nothing. Names of employees are the
 * log's ("Resolver 115").
 */
sealed interface IncidentStep {

    /** Which of the incident's rows it comes from, counted from 1. */
    int row();

    /** Business time, UTC. */
    Instant at();

    enum Priority {
        P1,
        P2,
        P3
    }

    enum Party {
        CUSTOMER,
        THIRD_PARTY
    }

    record Raised(int row, Instant at, Priority priority, LoggedRow reported) implements IncidentStep {}

    record Prioritised(int row, Instant at, Priority priority) implements IncidentStep {}

    record ResponseGiven(int row, Instant at, @Nullable String employee) implements IncidentStep {}

    record Waiting(int row, Instant at, Party party) implements IncidentStep {}

    record Resumed(int row, Instant at) implements IncidentStep {}

    record Handled(int row, Instant at, @Nullable String employee, @Nullable String code) implements IncidentStep {}

    record Reopened(int row, Instant at) implements IncidentStep {}

    record Assigned(int row, Instant at, @Nullable String group, @Nullable String employee) implements IncidentStep {}

    record Noted(int row, Instant at, @Nullable String employee) implements IncidentStep {}
}
