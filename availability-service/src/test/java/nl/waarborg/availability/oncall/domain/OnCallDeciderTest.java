package nl.waarborg.availability.oncall.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.oncall.domain.OnCallCommand.AssignOnCall;
import nl.waarborg.availability.oncall.domain.OnCallCommand.ReviewOnCallRoster;
import nl.waarborg.availability.oncall.domain.OnCallCommand.WithdrawOnCall;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallAssigned;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallGapClosed;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallGapDetected;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallRosterReviewed;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallWithdrawn;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class OnCallDeciderTest {

    private static final UUID EMPLOYEE = new UUID(0, 9);

    private final DeciderSpecification<OnCallCommand, OnCallRoster, OnCallEvent> roster =
            new DeciderSpecification<>(new OnCallDecider());

    @Test
    @Rule("AVL-028")
    void what_nobody_covers_is_detected_ahead_and_assignments_may_overlap() {
        roster.given(assigned(1, 0, 5), assigned(2, 3, 8), assigned(3, 10, 12))
                .when(new ReviewOnCallRoster("afas", hour(14), hour(1)))
                .then(
                        new OnCallGapDetected("afas", hour(8), hour(10), hour(1)),
                        new OnCallGapDetected("afas", hour(12), hour(14), hour(1)),
                        new OnCallRosterReviewed("afas", hour(14), hour(1)));
    }

    @Test
    @Rule("AVL-028")
    void a_gap_is_closed_by_an_assignment_and_opened_by_a_withdrawal_at_once() {
        var gap = new OnCallGapDetected("afas", hour(8), hour(12), hour(1));
        var reviewed = new OnCallRosterReviewed("afas", hour(12), hour(1));
        roster.given(assigned(1, 0, 8), gap, reviewed)
                .when(new AssignOnCall("afas", new UUID(0, 2), EMPLOYEE, hour(8), hour(10), hour(2)))
                .then(
                        new OnCallAssigned("afas", new UUID(0, 2), EMPLOYEE, hour(8), hour(10), hour(2)),
                        new OnCallGapClosed("afas", hour(8), hour(12), hour(2)),
                        new OnCallGapDetected("afas", hour(10), hour(12), hour(2)));
        roster.given(assigned(1, 0, 12), reviewed)
                .when(new WithdrawOnCall("afas", new UUID(0, 1), hour(4)))
                .then(
                        new OnCallWithdrawn("afas", new UUID(0, 1), hour(4)),
                        new OnCallGapDetected("afas", hour(4), hour(12), hour(4)));
    }

    @Test
    @Rule("AVL-028")
    void the_next_review_tells_only_what_is_new() {
        roster.given(
                        assigned(1, 0, 8),
                        new OnCallGapDetected("afas", hour(8), hour(12), hour(1)),
                        new OnCallRosterReviewed("afas", hour(12), hour(1)))
                .when(new ReviewOnCallRoster("afas", hour(13), hour(9)))
                .then(
                        new OnCallGapDetected("afas", hour(12), hour(13), hour(9)),
                        new OnCallRosterReviewed("afas", hour(13), hour(9)));
    }

    private static OnCallAssigned assigned(int id, int from, int to) {
        return new OnCallAssigned("afas", new UUID(0, id), EMPLOYEE, hour(from), hour(to), hour(0));
    }

    private static Instant hour(int hours) {
        return Instant.parse("2026-03-09T00:00:00Z").plusSeconds(hours * 3600L);
    }
}
