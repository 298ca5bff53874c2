package nl.waarborg.availability.release.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.availability.release.domain.Migration.Completed;
import nl.waarborg.availability.release.domain.Migration.NotScheduled;
import nl.waarborg.availability.release.domain.Migration.Scheduled;
import nl.waarborg.availability.release.domain.Migration.Started;
import nl.waarborg.availability.release.domain.MigrationCommand.CompleteMigration;
import nl.waarborg.availability.release.domain.MigrationCommand.FixMigrationDate;
import nl.waarborg.availability.release.domain.MigrationCommand.MoveMigration;
import nl.waarborg.availability.release.domain.MigrationCommand.ScheduleMigration;
import nl.waarborg.availability.release.domain.MigrationCommand.StartMigration;
import nl.waarborg.availability.release.domain.MigrationCommand.WaiveAcceptanceLeadTime;
import nl.waarborg.availability.release.domain.MigrationEvent.AcceptanceLeadTimeWaived;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationCompleted;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationDateFixed;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationMoveRefused;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationMoved;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationScheduled;
import nl.waarborg.availability.release.domain.MigrationEvent.MigrationStarted;
import nl.waarborg.availability.release.domain.Mover.Customer;
import nl.waarborg.availability.release.domain.Mover.Emergency;
import nl.waarborg.availability.release.domain.Mover.Vendor;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import org.jspecify.annotations.Nullable;

/** AVL-035, AVL-036, AVL-038 to AVL-043, OP-32 to OP-34. */
public final class MigrationDecider implements Decider<MigrationCommand, Migration, MigrationEvent> {

    @Override
    public Migration initialState() {
        return new NotScheduled();
    }

    @Override
    public Decision<MigrationEvent> decide(MigrationCommand command, Migration migration) {
        return switch (command) {
            case ScheduleMigration c -> migration instanceof NotScheduled ? schedule(c) : Decision.nothing();
            case MoveMigration c ->
                migration instanceof Scheduled scheduled ? move(c, scheduled) : notScheduled("AVL-036");
            case WaiveAcceptanceLeadTime c ->
                switch (migration) {
                    case Scheduled s
                    when s.acceptance() -> Decision.of(new AcceptanceLeadTimeWaived(c.migrationId(), c.by(), c.at()));
                    case Scheduled _ -> Decision.nothing();
                    case NotScheduled _, Started _, Completed _ -> notScheduled("AVL-043");
                };
            case FixMigrationDate c -> fix(c, migration);
            case StartMigration c -> start(c, migration);
            case CompleteMigration c -> complete(c, migration);
        };
    }

    private static Decision<MigrationEvent> schedule(ScheduleMigration c) {
        var release = c.release();
        if (release.completed()) {
            return Decision.reject("AVL-036", "rollout-completed", "All customers have gone over to this version.");
        }
        if (c.deviationReason() != null && !release.mayDeviate()) {
            return Decision.reject(
                    "AVL-040",
                    "no-deviation",
                    "Only a statutory version that must be installed by a day leaves the delivery policy.");
        }
        var refusal =
                refusal(c.plannedAt(), c.deviationReason() != null, c.acceptance(), false, release, c.terms(), c.at());
        return refusal.<Decision<MigrationEvent>>map(
                        reason -> Decision.reject(reason.rule(), reason.code(), reason.text()))
                .orElseGet(() -> Decision.of(new MigrationScheduled(
                        c.migrationId(),
                        release.releaseId(),
                        release.provider(),
                        c.plannedAt(),
                        c.terms().insideOfficeHours(c.plannedAt()),
                        c.deviationReason() != null,
                        c.deviationReason(),
                        c.terms().finalBy(c.plannedAt()).orElse(null),
                        c.acceptance(),
                        c.at())));
    }

    private static Decision<MigrationEvent> move(MoveMigration c, Scheduled scheduled) {
        if (c.to().equals(scheduled.plannedAt())) {
            return Decision.nothing();
        }
        var emergency = c.mover() instanceof Emergency;
        var agreed =
                switch (c.mover()) {
                    case Customer _, Emergency _ -> true;
                    case Vendor vendor -> vendor.consentOf() != null;
                };
        var refusal = scheduled.fixed() && !agreed
                ? Optional.of(MoveRefusal.DATE_FIXED)
                : refusal(
                        c.to(),
                        scheduled.deviates(),
                        scheduled.acceptance(),
                        emergency,
                        c.release(),
                        c.terms(),
                        c.at());
        if (refusal.isPresent()) {
            var reason = refusal.get();
            return Decision.<MigrationEvent>of(
                            new MigrationMoveRefused(c.migrationId(), scheduled.plannedAt(), c.to(), reason, c.at()))
                    .rejecting(reason.rule(), reason.code(), reason.text());
        }
        var finalBy = c.terms().finalBy(c.to()).orElse(null);
        var events = new ArrayList<MigrationEvent>();
        events.add(new MigrationMoved(
                c.migrationId(),
                scheduled.releaseId(),
                scheduled.plannedAt(),
                c.to(),
                c.terms().insideOfficeHours(c.to()),
                ground(c.mover()),
                by(c.mover()),
                c.mover() instanceof Emergency(var why) ? why : c.reason(),
                finalBy,
                c.at()));
        var inTime = finalBy == null || !c.at().isAfter(finalBy);
        // A date that was final is replaced by one that is final; so is one that has no time left to wait.
        if (scheduled.fixed() || !inTime) {
            events.add(new MigrationDateFixed(c.migrationId(), scheduled.releaseId(), c.to(), inTime, c.at()));
        }
        return Decision.of(events);
    }

    /** In the order in which a customer would ask: may I then, in time, and tried long enough? */
    private static Optional<MoveRefusal> refusal(
            Instant plannedAt,
            boolean deviates,
            boolean acceptance,
            boolean emergency,
            Release.Planned release,
            ReleaseTerms terms,
            Instant at) {
        if (!deviates && !release.rollout().contains(plannedAt)) {
            return Optional.of(MoveRefusal.OUTSIDE_ROLLOUT);
        }
        if (!emergency && terms.finalBy(plannedAt).map(at::isAfter).orElse(!plannedAt.isAfter(at))) {
            return Optional.of(MoveRefusal.NOTICE_TOO_SHORT);
        }
        // Not there yet: it cannot come earlier than now.
        var availableAt = release.acceptanceAt() == null ? at : release.acceptanceAt();
        return acceptance
                        && terms.afterAcceptance(availableAt)
                                .map(plannedAt::isBefore)
                                .orElse(false)
                ? Optional.of(MoveRefusal.ACCEPTANCE_TOO_SHORT)
                : Optional.empty();
    }

    private static MoveGround ground(Mover mover) {
        return switch (mover) {
            case Customer _ -> MoveGround.CUSTOMER;
            case Vendor vendor -> vendor.consentOf() == null ? MoveGround.VENDOR : MoveGround.VENDOR_WITH_CONSENT;
            case Emergency _ -> MoveGround.EMERGENCY;
        };
    }

    private static @Nullable UUID by(Mover mover) {
        return switch (mover) {
            case Customer customer -> customer.person();
            case Vendor vendor -> vendor.consentOf();
            case Emergency _ -> null;
        };
    }

    private static Decision<MigrationEvent> fix(FixMigrationDate c, Migration migration) {
        return switch (migration) {
            case Scheduled s when s.fixed() -> Decision.nothing();
            case Scheduled s ->
                Decision.of(new MigrationDateFixed(
                        c.migrationId(),
                        s.releaseId(),
                        s.plannedAt(),
                        s.finalBy() == null || !c.at().isAfter(s.finalBy()),
                        c.at()));
            case Started _, Completed _ -> Decision.nothing();
            case NotScheduled _ -> notScheduled("AVL-038");
        };
    }

    private static Decision<MigrationEvent> start(StartMigration c, Migration migration) {
        return switch (migration) {
            case Scheduled s -> start(c, s);
            case Started _ -> Decision.nothing();
            case NotScheduled _, Completed _ -> notScheduled("AVL-038");
        };
    }

    private static Decision<MigrationEvent> start(StartMigration c, Scheduled s) {
        var notesAt = c.release().notesAt();
        if (notesAt == null || notesAt.isAfter(c.at())) {
            return Decision.reject("AVL-035", "no-release-notes", "Release notes are published before a new version.");
        }
        if (c.at().isBefore(s.plannedAt()) || (s.finalBy() != null && !s.fixed())) {
            return Decision.reject("AVL-038", "not-the-date", "It starts at the date that was made final, not before.");
        }
        var availableAt = c.release().acceptanceAt();
        if (s.acceptance() && (availableAt == null || availableAt.isAfter(c.at()))) {
            return Decision.reject(
                    "AVL-043",
                    "not-on-acceptance",
                    "The version is not available on the customer's acceptance system.");
        }
        if (s.acceptance()
                && availableAt != null
                && c.terms().afterAcceptance(availableAt).map(c.at()::isBefore).orElse(false)) {
            return Decision.reject(
                    "AVL-043",
                    "acceptance-too-short",
                    "The version came to the customer's acceptance system too late; the customer may waive that, or the date moves.");
        }
        return Decision.of(new MigrationStarted(c.migrationId(), s.releaseId(), s.provider(), c.at()));
    }

    private static Decision<MigrationEvent> complete(CompleteMigration c, Migration migration) {
        return switch (migration) {
            case Started s
            when c.at().isBefore(s.at()) ->
                Decision.reject("AVL-041", "ends-before-start", "It cannot be complete before it began.");
            case Started s
            when Duration.between(s.at(), c.at()).toSeconds() < c.unavailableSeconds() ->
                Decision.reject(
                        "AVL-041", "unavailable-too-long", "The data cannot be unavailable for longer than it took.");
            case Started s ->
                Decision.of(new MigrationCompleted(
                        c.migrationId(),
                        s.at(),
                        c.unavailableSeconds(),
                        c.factors(),
                        c.terms().asExperienced(Duration.ofSeconds(c.unavailableSeconds())),
                        c.at()));
            case Completed _ -> Decision.nothing();
            case NotScheduled _, Scheduled _ -> Decision.reject("AVL-041", "not-started", "It has not started.");
        };
    }

    private static Decision<MigrationEvent> notScheduled(String rule) {
        return Decision.reject(rule, "not-scheduled", "No such migration is scheduled.");
    }

    @Override
    public Migration evolve(Migration migration, MigrationEvent event) {
        return switch (event) {
            case MigrationScheduled e ->
                new Scheduled(
                        e.releaseId(), e.provider(), e.plannedAt(), e.finalBy(), false, e.acceptance(), e.deviates());
            case MigrationMoved e -> migration instanceof Scheduled s ? s.at(e.to(), e.finalBy()) : migration;
            case MigrationMoveRefused _ -> migration;
            case AcceptanceLeadTimeWaived _ -> migration instanceof Scheduled s ? s.withoutAcceptance() : migration;
            case MigrationDateFixed _ -> migration instanceof Scheduled s ? s.withFixedDate() : migration;
            case MigrationStarted e -> new Started(e.at());
            case MigrationCompleted _ -> new Completed();
        };
    }
}
