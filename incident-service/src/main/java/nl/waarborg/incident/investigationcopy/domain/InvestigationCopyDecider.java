package nl.waarborg.incident.investigationcopy.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopy.Closed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopy.Live;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopy.NotRequested;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopy.Ordered;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopy.Schedule;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.CancelDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.NoticeOverdueDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.OrderInvestigationCopyDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RecordDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RecordInvestigationCopyAccess;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RecordProvision;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RequestInvestigationCopy;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.ScheduleDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyAccessed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyClosed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionCancelled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOrdered;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOverdue;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionScheduled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyProvisioned;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyRequested;
import org.jspecify.annotations.Nullable;

/** INC-049 to INC-052. */
public final class InvestigationCopyDecider
        implements Decider<InvestigationCopyCommand, InvestigationCopy, InvestigationCopyEvent> {

    @Override
    public InvestigationCopy initialState() {
        return new NotRequested();
    }

    @Override
    public Decision<InvestigationCopyEvent> decide(InvestigationCopyCommand command, InvestigationCopy copy) {
        return switch (command) {
            case RequestInvestigationCopy c -> request(c, copy);
            case RecordProvision c -> provision(c, copy);
            case RecordInvestigationCopyAccess c -> access(c, copy);
            case ScheduleDeletion c -> schedule(c, copy);
            case CancelDeletion c -> cancel(c, copy);
            case OrderInvestigationCopyDeletion c -> order(c, copy);
            case NoticeOverdueDeletion c -> noticeOverdue(c, copy);
            case RecordDeletion c -> delete(c, copy);
        };
    }

    private static Decision<InvestigationCopyEvent> request(RequestInvestigationCopy c, InvestigationCopy copy) {
        return switch (copy) {
            case NotRequested _
            when !c.incidentOpen() ->
                Decision.reject(
                        "INC-049",
                        "incident-not-open",
                        "A copy of an environment is for the investigation of an open incident.");
            case NotRequested _ ->
                Decision.of(new InvestigationCopyRequested(
                        c.copyId(), c.incidentId(), c.environmentId(), c.agentId(), c.at()));
            case Live _, Ordered _, Closed _ -> Decision.nothing();
        };
    }

    private static Decision<InvestigationCopyEvent> provision(RecordProvision c, InvestigationCopy copy) {
        return switch (copy) {
            case NotRequested _ -> notRequested();
            case Live live when live.provisionedAt() != null -> Decision.nothing();
            case Live live -> {
                var byAge = schedule(c.provisionedAt(), c.oldestUntil(), c.orderAhead(), DeletionCause.MAX_AGE);
                Decision<InvestigationCopyEvent> provisioned = Decision.of(new InvestigationCopyProvisioned(
                        c.copyId(),
                        live.incidentId(),
                        c.provisionedAt(),
                        byAge == null ? null : byAge.deleteBefore(),
                        byAge == null ? null : byAge.orderAt()));
                yield provisioned.and(scheduled(
                        c.copyId(), live, new Live(live.incidentId(), c.provisionedAt(), byAge, live.byClosing())));
            }
            // The order to delete stands, also for a copy that arrives after it.
            case Ordered _, Closed _ -> Decision.nothing();
        };
    }

    private static Decision<InvestigationCopyEvent> access(RecordInvestigationCopyAccess c, InvestigationCopy copy) {
        return switch (copy) {
            case Live live
            when live.provisionedAt() != null ->
                Decision.of(new InvestigationCopyAccessed(
                        c.copyId(), live.incidentId(), c.employeeId(), c.purpose(), c.at()));
            // It can still be looked at until it is gone; that, above all, belongs in the log.
            case Ordered ordered ->
                Decision.of(new InvestigationCopyAccessed(
                        c.copyId(), ordered.incidentId(), c.employeeId(), c.purpose(), c.at()));
            case NotRequested _, Live _, Closed _ ->
                Decision.reject("INC-052", "no-copy", "There is no copy to look at.");
        };
    }

    private static Decision<InvestigationCopyEvent> schedule(ScheduleDeletion c, InvestigationCopy copy) {
        return switch (copy) {
            case Live live
            when live.byClosing() == null -> {
                var byClosing = schedule(c.closedAt(), c.deleteBefore(), c.orderAhead(), c.cause());
                yield Decision.of(scheduled(
                        c.copyId(), live, new Live(live.incidentId(), live.provisionedAt(), live.byAge(), byClosing)));
            }
            case NotRequested _, Live _, Ordered _, Closed _ -> Decision.nothing();
        };
    }

    private static Decision<InvestigationCopyEvent> cancel(CancelDeletion c, InvestigationCopy copy) {
        return switch (copy) {
            case Live live
            when live.byClosing() != null -> {
                Decision<InvestigationCopyEvent> cancelled = Decision.of(
                        new InvestigationCopyDeletionCancelled(c.copyId(), live.incidentId(), c.reopenedAt()));
                var byAge = live.byAge();
                yield byAge == null ? cancelled : cancelled.and(events(c.copyId(), live.incidentId(), byAge));
            }
            case NotRequested _, Live _, Ordered _, Closed _ -> Decision.nothing();
        };
    }

    private static Decision<InvestigationCopyEvent> order(OrderInvestigationCopyDeletion c, InvestigationCopy copy) {
        return switch (copy) {
            case Live live -> {
                var schedule = live.schedule();
                yield schedule == null || c.at().isBefore(schedule.orderAt())
                        ? Decision.nothing()
                        : Decision.of(new InvestigationCopyDeletionOrdered(
                                c.copyId(), live.incidentId(), schedule.deleteBefore(), schedule.cause(), c.at()));
            }
            case NotRequested _, Ordered _, Closed _ -> Decision.nothing();
        };
    }

    private static Decision<InvestigationCopyEvent> noticeOverdue(NoticeOverdueDeletion c, InvestigationCopy copy) {
        return switch (copy) {
            case Ordered ordered
            when !ordered.overdueNoticed() && !c.at().isBefore(ordered.deleteBefore()) ->
                Decision.of(
                        new InvestigationCopyDeletionOverdue(c.copyId(), ordered.incidentId(), ordered.deleteBefore()));
            case NotRequested _, Live _, Ordered _, Closed _ -> Decision.nothing();
        };
    }

    private static Decision<InvestigationCopyEvent> delete(RecordDeletion c, InvestigationCopy copy) {
        return switch (copy) {
            case NotRequested _ -> notRequested();
            case Live live ->
                Decision.of(new InvestigationCopyClosed(
                        c.copyId(), live.incidentId(), c.deletedAt(), c.proofId(), late(c.deletedAt(), live)));
            case Ordered ordered ->
                Decision.of(new InvestigationCopyClosed(
                        c.copyId(),
                        ordered.incidentId(),
                        c.deletedAt(),
                        c.proofId(),
                        !c.deletedAt().isBefore(ordered.deleteBefore())));
            case Closed _ -> Decision.nothing();
        };
    }

    private static boolean late(Instant deletedAt, Live live) {
        var schedule = live.schedule();
        return schedule != null && !deletedAt.isBefore(schedule.deleteBefore());
    }

    private static Decision<InvestigationCopyEvent> notRequested() {
        return Decision.reject("INC-049", "copy-not-requested", "No such investigation copy was requested.");
    }

    /** Ordered ahead of its latest moment, at the soonest when the term begins. */
    private static @Nullable Schedule schedule(
            Instant start, @Nullable Instant deleteBefore, Duration orderAhead, DeletionCause cause) {
        if (deleteBefore == null) {
            return null;
        }
        var orderAt = deleteBefore.minus(orderAhead);
        return new Schedule(deleteBefore, orderAt.isBefore(start) ? start : orderAt, cause);
    }

    /** The event that states the new schedule; none if it is the one that holds already. */
    private static List<InvestigationCopyEvent> scheduled(UUID copyId, Live before, Live after) {
        var schedule = after.schedule();
        return schedule == null || schedule.equals(before.schedule())
                ? List.of()
                : events(copyId, after.incidentId(), schedule);
    }

    private static List<InvestigationCopyEvent> events(UUID copyId, UUID incidentId, Schedule schedule) {
        return List.of(new InvestigationCopyDeletionScheduled(
                copyId, incidentId, schedule.deleteBefore(), schedule.orderAt(), schedule.cause()));
    }

    @Override
    public InvestigationCopy evolve(InvestigationCopy copy, InvestigationCopyEvent event) {
        return switch (event) {
            case InvestigationCopyRequested e -> new Live(e.incidentId(), null, null, null);
            case InvestigationCopyProvisioned e ->
                copy instanceof Live live
                        ? new Live(live.incidentId(), e.provisionedAt(), byAge(e), live.byClosing())
                        : copy;
            case InvestigationCopyDeletionScheduled e -> copy instanceof Live live ? scheduled(live, e) : copy;
            case InvestigationCopyDeletionCancelled _ ->
                copy instanceof Live live
                        ? new Live(live.incidentId(), live.provisionedAt(), live.byAge(), null)
                        : copy;
            case InvestigationCopyDeletionOrdered e -> new Ordered(e.incidentId(), e.deleteBefore(), false);
            case InvestigationCopyDeletionOverdue e -> new Ordered(e.incidentId(), e.deleteBefore(), true);
            case InvestigationCopyClosed _ -> new Closed();
            case InvestigationCopyAccessed _ -> copy;
        };
    }

    private static @Nullable Schedule byAge(InvestigationCopyProvisioned e) {
        var oldestUntil = e.oldestUntil();
        var orderAt = e.orderAt();
        return oldestUntil == null || orderAt == null
                ? null
                : new Schedule(oldestUntil, orderAt, DeletionCause.MAX_AGE);
    }

    private static Live scheduled(Live live, InvestigationCopyDeletionScheduled e) {
        var schedule = new Schedule(e.deleteBefore(), e.orderAt(), e.cause());
        return switch (e.cause()) {
            case MAX_AGE -> new Live(live.incidentId(), live.provisionedAt(), schedule, live.byClosing());
            case HANDLED, LAPSED -> new Live(live.incidentId(), live.provisionedAt(), live.byAge(), schedule);
        };
    }
}
