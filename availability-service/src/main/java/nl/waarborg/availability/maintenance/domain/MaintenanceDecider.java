package nl.waarborg.availability.maintenance.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.waarborg.availability.maintenance.domain.Maintenance.Announced;
import nl.waarborg.availability.maintenance.domain.Maintenance.Cancelled;
import nl.waarborg.availability.maintenance.domain.Maintenance.Ended;
import nl.waarborg.availability.maintenance.domain.Maintenance.Matter;
import nl.waarborg.availability.maintenance.domain.Maintenance.NotAnnounced;
import nl.waarborg.availability.maintenance.domain.Maintenance.Running;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.AnnounceMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.CancelMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.DeclareEmergencyMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.EndMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.NoticeOverrun;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.RescheduleMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceCommand.StartMaintenance;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.EmergencyMaintenanceDeclared;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnounced;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceAnnouncementRefused;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceCancelled;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceEnded;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceOverrun;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceOverrunWithdrawn;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceRescheduled;
import nl.waarborg.availability.maintenance.domain.MaintenanceEvent.MaintenanceStarted;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-013 to AVL-015, OP-28 to OP-31. */
public final class MaintenanceDecider implements Decider<MaintenanceCommand, Maintenance, MaintenanceEvent> {

    private static final String LIFE = "AVL-014";
    private static final String EMERGENCY = "AVL-015";

    @Override
    public Maintenance initialState() {
        return new NotAnnounced();
    }

    @Override
    public Decision<MaintenanceEvent> decide(MaintenanceCommand command, Maintenance maintenance) {
        return switch (command) {
            case AnnounceMaintenance c -> announce(c, maintenance);
            case RescheduleMaintenance c -> reschedule(c, maintenance);
            case CancelMaintenance c -> cancel(c, maintenance);
            case DeclareEmergencyMaintenance c -> declare(c, maintenance);
            case StartMaintenance c -> start(c, maintenance);
            case NoticeOverrun c -> noticeOverrun(c, maintenance);
            case EndMaintenance c -> end(c, maintenance);
        };
    }

    private static Decision<MaintenanceEvent> announce(AnnounceMaintenance c, Maintenance maintenance) {
        return switch (maintenance) {
            case NotAnnounced _ -> announce(c);
            // Told again: the first word stands, and changes only by rescheduling.
            case Announced _, Running _, Cancelled _, Ended _ -> Decision.nothing();
        };
    }

    private static Decision<MaintenanceEvent> announce(AnnounceMaintenance c) {
        if (c.kind() == MaintenanceKind.EMERGENCY) {
            return Decision.reject(
                    EMERGENCY, "declare-emergency", "Emergency maintenance is declared with its reason.");
        }
        var violations = c.terms().violations(c.kind(), c.at(), c.startsAt(), c.endsAt());
        var overridden = !violations.isEmpty() && c.override() != null;
        if (!violations.isEmpty() && !overridden) {
            return refused(
                    new MaintenanceAnnouncementRefused(
                            c.maintenanceId(), c.provider(), c.kind(), c.startsAt(), c.endsAt(), c.at(), violations),
                    violations);
        }
        return Decision.of(new MaintenanceAnnounced(
                c.maintenanceId(),
                c.provider(),
                c.kind(),
                c.components(),
                c.affectedTenants(),
                c.startsAt(),
                c.endsAt(),
                c.at(),
                c.message(),
                overridden,
                overridden ? c.override() : null,
                violations));
    }

    private static Decision<MaintenanceEvent> refused(
            MaintenanceAnnouncementRefused event, List<Violation> violations) {
        var first = violations.getFirst();
        var code =
                switch (first.reason()) {
                    case NOTICE_TOO_SHORT -> "notice-too-short";
                    case OUTSIDE_WINDOW -> "outside-window";
                };
        return Decision.<MaintenanceEvent>of(event)
                .rejecting(
                        first.rule(),
                        code,
                        violations.stream()
                                .map(violation -> violation.rule() + ": " + violation.text())
                                .collect(Collectors.joining("; ")));
    }

    private static Decision<MaintenanceEvent> reschedule(RescheduleMaintenance c, Maintenance maintenance) {
        return switch (maintenance) {
            case Announced a
            when a.plan().interval().equals(new Interval(c.startsAt(), c.endsAt())) -> Decision.nothing();
            case Announced a -> reschedule(c, a);
            case Running r when r.plan().kind() == MaintenanceKind.EMERGENCY -> extend(c, r);
            case Running _ ->
                Decision.reject(LIFE, "already-started", "It goes on; only an emergency can be given a later end.");
            case NotAnnounced _, Cancelled _, Ended _ -> notAnnounced();
        };
    }

    private static Decision<MaintenanceEvent> reschedule(RescheduleMaintenance c, Announced a) {
        var kind = a.plan().kind();
        var violations = c.terms().violations(kind, c.at(), c.startsAt(), c.endsAt());
        if (!violations.isEmpty() && !c.override()) {
            return refused(
                    new MaintenanceAnnouncementRefused(
                            c.maintenanceId(),
                            a.matter().provider(),
                            kind,
                            c.startsAt(),
                            c.endsAt(),
                            c.at(),
                            violations),
                    violations);
        }
        return Decision.of(rescheduled(c, a.plan(), violations));
    }

    private static Decision<MaintenanceEvent> extend(RescheduleMaintenance c, Running r) {
        if (c.at().isBefore(r.plan().endsAt())
                && c.startsAt().equals(r.plan().startsAt())
                && c.endsAt().isAfter(r.plan().endsAt())) {
            var extended = new Plan(
                    r.plan().kind(), c.startsAt(), c.endsAt(), false, r.plan().announcedAt());
            return bettersClosedMonth(c.frozen(), extended.excludedTime(r.startedAt(), c.endsAt()))
                    ? FrozenDowntime.refuse()
                    : Decision.of(rescheduled(c, r.plan(), List.of()));
        }
        return Decision.reject(
                EMERGENCY,
                "no-extension",
                "An emergency that goes on can only be given a later end, before it overruns.");
    }

    private static MaintenanceEvent rescheduled(RescheduleMaintenance c, Plan former, List<Violation> violations) {
        return new MaintenanceRescheduled(
                c.maintenanceId(),
                former.startsAt(),
                former.endsAt(),
                c.startsAt(),
                c.endsAt(),
                !violations.isEmpty(),
                c.reason(),
                violations,
                c.at());
    }

    private static Decision<MaintenanceEvent> cancel(CancelMaintenance c, Maintenance maintenance) {
        return switch (maintenance) {
            case Announced _ -> Decision.of(new MaintenanceCancelled(c.maintenanceId(), c.reason(), c.at()));
            case Cancelled _ -> Decision.nothing();
            case Running _ -> Decision.reject(LIFE, "already-started", "What goes on is ended, not cancelled.");
            case NotAnnounced _, Ended _ -> notAnnounced();
        };
    }

    private static Decision<MaintenanceEvent> declare(DeclareEmergencyMaintenance c, Maintenance maintenance) {
        return switch (maintenance) {
            case NotAnnounced _ ->
                Decision.of(new EmergencyMaintenanceDeclared(
                        c.maintenanceId(),
                        c.provider(),
                        c.components(),
                        c.affectedTenants(),
                        c.reason(),
                        c.startsAt(),
                        c.endsAt(),
                        c.message(),
                        c.at()));
            case Announced _, Running _, Cancelled _, Ended _ -> Decision.nothing();
        };
    }

    private static Decision<MaintenanceEvent> start(StartMaintenance c, Maintenance maintenance) {
        return switch (maintenance) {
            case Announced a
            when bettersClosedMonth(
                    c.frozen(), a.plan().excludedTime(c.at(), a.plan().endsAt())) -> FrozenDowntime.refuse();
            case Announced a ->
                Decision.of(new MaintenanceStarted(
                        c.maintenanceId(),
                        a.matter().provider(),
                        a.plan().kind(),
                        a.matter().components(),
                        a.matter().affectedTenants(),
                        a.plan().startsAt(),
                        a.plan().endsAt(),
                        a.matter().message(),
                        a.plan().excludedTime(c.at(), a.plan().endsAt()).orElse(null),
                        c.at()));
            case Running _ -> Decision.nothing();
            case NotAnnounced _, Cancelled _, Ended _ -> notAnnounced();
        };
    }

    private static Decision<MaintenanceEvent> noticeOverrun(NoticeOverrun c, Maintenance maintenance) {
        return maintenance instanceof Running r
                        && !r.overrun()
                        && !c.at().isBefore(r.plan().endsAt())
                // It may have begun only after its planned end.
                ? Decision.of(new MaintenanceOverrun(
                        c.maintenanceId(), r.plan().endsAt(), c.at().isBefore(r.startedAt()) ? r.startedAt() : c.at()))
                : Decision.nothing();
    }

    private static Decision<MaintenanceEvent> end(EndMaintenance c, Maintenance maintenance) {
        return switch (maintenance) {
            case Running r
            when c.at().isBefore(r.startedAt()) ->
                Decision.reject(LIFE, "ends-before-start", "It cannot have ended before it began.");
            case Running r
            when bettersClosedMonth(c.frozen(), r.plan().excludedTime(r.startedAt(), c.at())) ->
                FrozenDowntime.refuse();
            case Running r -> Decision.of(ended(c, r));
            case Ended _ -> Decision.nothing();
            case Announced _ -> Decision.reject(LIFE, "not-started", "It has not started.");
            case NotAnnounced _, Cancelled _ -> notAnnounced();
        };
    }

    private static List<MaintenanceEvent> ended(EndMaintenance c, Running r) {
        var events = new ArrayList<MaintenanceEvent>();
        if (r.overrun() && !c.at().isAfter(r.plan().endsAt())) {
            events.add(new MaintenanceOverrunWithdrawn(c.maintenanceId(), c.at()));
        }
        if (!r.overrun() && c.at().isAfter(r.plan().endsAt())) {
            events.add(new MaintenanceOverrun(c.maintenanceId(), r.plan().endsAt(), c.at()));
        }
        events.add(new MaintenanceEnded(
                c.maintenanceId(),
                r.startedAt(),
                c.at(),
                r.plan().excludedTime(r.startedAt(), c.at()).orElse(null)));
        return events;
    }

    private static boolean bettersClosedMonth(FrozenDowntime frozen, Optional<Interval> excluded) {
        return excluded.filter(frozen::within).isPresent();
    }

    private static Decision<MaintenanceEvent> notAnnounced() {
        return Decision.reject(LIFE, "not-announced", "No such maintenance is announced.");
    }

    @Override
    public Maintenance evolve(Maintenance maintenance, MaintenanceEvent event) {
        return switch (event) {
            case MaintenanceAnnounced e ->
                new Announced(
                        new Matter(e.provider(), e.components(), e.affectedTenants(), e.message()),
                        new Plan(e.kind(), e.startsAt(), e.endsAt(), e.overridden(), e.announcedAt()));
            case EmergencyMaintenanceDeclared e ->
                new Announced(
                        new Matter(e.provider(), e.components(), e.affectedTenants(), e.message()),
                        new Plan(MaintenanceKind.EMERGENCY, e.startsAt(), e.endsAt(), false, e.at()));
            case MaintenanceRescheduled e -> replanned(maintenance, e);
            case MaintenanceAnnouncementRefused _ -> maintenance;
            case MaintenanceCancelled _ -> new Cancelled();
            case MaintenanceStarted e ->
                maintenance instanceof Announced a ? new Running(a.matter(), a.plan(), e.at(), false) : maintenance;
            case MaintenanceOverrun _ ->
                maintenance instanceof Running r ? new Running(r.matter(), r.plan(), r.startedAt(), true) : maintenance;
            case MaintenanceOverrunWithdrawn _ -> maintenance;
            case MaintenanceEnded e -> new Ended(e.startedAt(), e.at());
        };
    }

    private static Maintenance replanned(Maintenance maintenance, MaintenanceRescheduled e) {
        return switch (maintenance) {
            case Announced a -> new Announced(a.matter(), plan(e, a.plan(), e.at()));
            // What goes on was given a later end while it was planned: what was said of it first still stands.
            case Running r ->
                new Running(r.matter(), plan(e, r.plan(), r.plan().announcedAt()), r.startedAt(), r.overrun());
            case NotAnnounced _, Cancelled _, Ended _ -> maintenance;
        };
    }

    private static Plan plan(MaintenanceRescheduled e, Plan former, Instant announcedAt) {
        return new Plan(former.kind(), e.startsAt(), e.endsAt(), e.overridden(), announcedAt);
    }
}
