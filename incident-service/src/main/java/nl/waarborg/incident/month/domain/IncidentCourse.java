package nl.waarborg.incident.month.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityContactDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityContactMade;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityDowngraded;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityFollowUpAgreed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityReported;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksPaused;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksResumed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CustomerReactionAdded;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineMissWithdrawn;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineWarningRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlinesRecalculated;
import nl.waarborg.incident.incident.domain.IncidentEvent.EscalationRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.FeedbackGiven;
import nl.waarborg.incident.incident.domain.IncidentEvent.FeedbackRequested;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentAssigned;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentClassified;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentHandled;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLapsed;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLinked;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentPrioritised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentReopened;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentResponseGiven;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentStatusChanged;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentSubmissionRefused;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalated;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalationRejected;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalationRequested;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryClockStarted;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryExpectationChanged;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterCorrected;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterEnded;
import nl.waarborg.incident.incident.domain.IncidentEvent.ResponseClockStarted;
import nl.waarborg.incident.incident.domain.IncidentEvent.ResponseDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.VendorReactionAdded;
import nl.waarborg.incident.incident.domain.IncidentEvent.WorkaroundProvided;
import nl.waarborg.incident.month.domain.IncidentFigure.State;
import nl.waarborg.incident.month.domain.IncidentFigure.Verdict;
import nl.waarborg.terms.clock.ClockKind;
import org.jspecify.annotations.Nullable;

/**
 * How far an incident had come at a moment: what its month counts of it. Instants are UTC.
 *
 * @param priority such as {@code P2}; null if none was given
 * @param waitingSince when the waiting began that lasts, or null
 * @param waited before that
 */
public record IncidentCourse(
        @Nullable String priority,
        State state,
        Instant reportedAt,
        @Nullable Instant handledAt,
        ClockCourse response,
        ClockCourse recovery,
        @Nullable Instant waitingSince,
        Duration waited) {

    /** @param stopped what the clock waits for was done */
    public record ClockCourse(boolean runs, boolean stopped, boolean missed) {

        private static final ClockCourse NONE = new ClockCourse(false, false, false);

        private ClockCourse started() {
            return new ClockCourse(true, stopped, missed);
        }

        private ClockCourse done() {
            return new ClockCourse(runs, true, missed);
        }

        private ClockCourse withMissed(boolean late) {
            return new ClockCourse(runs, stopped, late);
        }

        public Verdict verdict() {
            if (missed) {
                return Verdict.MISSED;
            }
            return runs && stopped ? Verdict.MET : Verdict.NONE;
        }
    }

    /**
     * @param history of one incident that was raised, in order of its versions
     * @param asOf what happened later is left out, whenever it was recorded
     */
    public static @Nullable IncidentCourse of(List<? extends IncidentEvent> history, Instant asOf) {
        IncidentCourse course = null;
        for (var event : history) {
            if (!event.at().isAfter(asOf)) {
                course = course == null ? begun(event) : course.after(event);
            }
        }
        return course;
    }

    private static @Nullable IncidentCourse begun(IncidentEvent event) {
        return event instanceof IncidentRaised e
                ? new IncidentCourse(
                        null, State.OPEN, e.at(), null, ClockCourse.NONE, ClockCourse.NONE, null, Duration.ZERO)
                : null;
    }

    private IncidentCourse after(IncidentEvent event) {
        return switch (event) {
            case IncidentPrioritised e -> prioritised(e.priority().name());
            case PriorityEscalated e -> prioritised(e.to().name());
            case ResponseClockStarted _ -> with(response.started(), recovery);
            case RecoveryClockStarted _ -> with(response, recovery.started());
            case IncidentResponseGiven _ -> with(response.done(), recovery);
            case WorkaroundProvided _ -> with(response, recovery.done());
            case ResponseDeadlineMissed _ -> with(response.withMissed(true), recovery);
            case RecoveryDeadlineMissed _ -> with(response, recovery.withMissed(true));
            case DeadlineMissWithdrawn e -> withdrawn(e.clock());
            case DeadlinesRecalculated e -> {
                var set = this;
                for (var change : e.clocks()) {
                    set = change.clock() == null ? set : set.setAnew(change.kind());
                }
                yield set;
            }
            case IncidentStatusChanged e -> e.to().isWaiting() ? waiting(e.at()) : waitedUntil(e.at());
            case IncidentHandled e -> with(response, recovery.done()).ended(State.HANDLED, e.at());
            case IncidentLapsed _ -> ended(State.LAPSED, null);
            case IncidentReopened _ -> ended(State.OPEN, null);
            case IncidentRaised _,
                    IncidentSubmissionRefused _,
                    IncidentClassified _,
                    IncidentAssigned _,
                    ClocksPaused _,
                    ClocksResumed _,
                    VendorReactionAdded _,
                    CustomerReactionAdded _,
                    FeedbackRequested _,
                    FeedbackGiven _,
                    CalamityContactDeadlineMissed _,
                    DeadlineWarningRaised _,
                    PriorityEscalationRequested _,
                    PriorityEscalationRejected _,
                    CalamityReported _,
                    CalamityContactMade _,
                    CalamityFollowUpAgreed _,
                    CalamityDowngraded _,
                    EscalationRaised _,
                    IncidentLinked _,
                    RecoveryExpectationChanged _,
                    RelatedMatterEnded _,
                    RelatedMatterCorrected _ -> this;
        };
    }

    private IncidentCourse withdrawn(ClockKind clock) {
        return switch (clock) {
            case RESPONSE -> with(response.withMissed(false), recovery);
            case RECOVERY -> with(response, recovery.withMissed(false));
            case CALAMITY_CONTACT -> this;
        };
    }

    /** A clock with another deadline starts without a verdict. */
    private IncidentCourse setAnew(ClockKind clock) {
        return switch (clock) {
            case RESPONSE -> with(response.started().withMissed(false), recovery);
            case RECOVERY -> with(response, recovery.started().withMissed(false));
            case CALAMITY_CONTACT -> this;
        };
    }

    private IncidentCourse prioritised(String as) {
        return new IncidentCourse(as, state, reportedAt, handledAt, response, recovery, waitingSince, waited);
    }

    private IncidentCourse with(ClockCourse responded, ClockCourse recovered) {
        return new IncidentCourse(priority, state, reportedAt, handledAt, responded, recovered, waitingSince, waited);
    }

    private IncidentCourse ended(State as, @Nullable Instant handled) {
        return new IncidentCourse(priority, as, reportedAt, handled, response, recovery, waitingSince, waited);
    }

    private IncidentCourse waiting(Instant at) {
        return new IncidentCourse(
                priority,
                state,
                reportedAt,
                handledAt,
                response,
                recovery,
                waitingSince == null ? at : waitingSince,
                waited);
    }

    private IncidentCourse waitedUntil(Instant at) {
        var more =
                waitingSince == null || at.isBefore(waitingSince) ? Duration.ZERO : Duration.between(waitingSince, at);
        return new IncidentCourse(priority, state, reportedAt, handledAt, response, recovery, null, waited.plus(more));
    }
}
