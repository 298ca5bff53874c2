package nl.waarborg.local.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log: what an incident looked like after a change. Instants are UTC, read from local times Europe/Amsterdam with
 * minute precision.
 *
 * @param state null if the row does not say
 * @param priority as the ticket system counts, 1 (critical) to 4 (low)
 */
record LoggedRow(
        String number,
        @Nullable LogState state,
        int priority,
        String caller,
        @Nullable String location,
        Instant openedAt,
        Instant updatedAt,
        @Nullable String contactType,
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable String symptom,
        @Nullable String assignmentGroup,
        @Nullable String assignedTo,
        @Nullable String updatedBy,
        @Nullable String closedCode) {

    /** When the row became true: the later of opened and updated. */
    Instant at() {
        return updatedAt.isAfter(openedAt) ? updatedAt : openedAt;
    }
}
