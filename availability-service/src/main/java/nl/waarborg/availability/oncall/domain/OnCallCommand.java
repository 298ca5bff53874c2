package nl.waarborg.availability.oncall.domain;

import java.time.Instant;
import java.util.UUID;

/** What can be asked of one vendor's roster. Times are business times, UTC. */
public sealed interface OnCallCommand {

    String provider();

    record AssignOnCall(String provider, UUID assignmentId, UUID employeeId, Instant from, Instant to, Instant at)
            implements OnCallCommand {}

    record WithdrawOnCall(String provider, UUID assignmentId, Instant at) implements OnCallCommand {}

    /** @param through how far ahead to look */
    record ReviewOnCallRoster(String provider, Instant through, Instant at) implements OnCallCommand {}
}
