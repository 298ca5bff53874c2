package nl.waarborg.availability.release.domain;

import java.time.LocalDate;
import java.util.function.Function;
import nl.waarborg.availability.release.domain.Release.NotPlanned;
import nl.waarborg.availability.release.domain.Release.Planned;
import nl.waarborg.availability.release.domain.ReleaseCommand.CompleteRollout;
import nl.waarborg.availability.release.domain.ReleaseCommand.MakeReleaseAvailableOnAcceptance;
import nl.waarborg.availability.release.domain.ReleaseCommand.PlanRelease;
import nl.waarborg.availability.release.domain.ReleaseCommand.PublishReleaseNotes;
import nl.waarborg.availability.release.domain.ReleaseCommand.ReplanRelease;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseMadeAvailableOnAcceptance;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseNotesPublished;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleasePlanned;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseReplanned;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleaseRolloutCompleted;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.terms.AgreedCalendars;
import org.jspecify.annotations.Nullable;

/** AVL-034, AVL-035, AVL-037, AVL-040, AVL-043. */
public final class ReleaseDecider implements Decider<ReleaseCommand, Release, ReleaseEvent> {

    private static final String RULE = "AVL-034";

    @Override
    public Release initialState() {
        return new NotPlanned();
    }

    @Override
    public Decision<ReleaseEvent> decide(ReleaseCommand command, Release release) {
        return switch (command) {
            case PlanRelease c ->
                switch (release) {
                    case NotPlanned _ -> plan(c);
                    case Planned _ -> Decision.nothing();
                };
            case ReplanRelease c -> ofPlanned(release, planned -> replan(c, planned));
            case PublishReleaseNotes c ->
                ofPlanned(
                        release,
                        planned -> planned.notesAt() == null
                                ? Decision.of(
                                        new ReleaseNotesPublished(c.releaseId(), planned.provider(), c.url(), c.at()))
                                : Decision.nothing());
            case MakeReleaseAvailableOnAcceptance c ->
                ofPlanned(
                        release,
                        planned -> planned.acceptanceAt() == null
                                ? Decision.of(
                                        new ReleaseMadeAvailableOnAcceptance(c.releaseId(), planned.provider(), c.at()))
                                : Decision.nothing());
            case CompleteRollout c -> ofPlanned(release, planned -> complete(c, planned));
        };
    }

    private static Decision<ReleaseEvent> plan(PlanRelease c) {
        if (c.kind() != ReleaseKind.STATUTORY && c.mustBeInstalledBy() != null) {
            return Decision.reject("AVL-040", "not-statutory", "Only a statutory version has a date by law.");
        }
        if (tooLate(c.rollout(), c.mustBeInstalledBy())) {
            return installedTooLate();
        }
        return Decision.of(new ReleasePlanned(
                c.releaseId(),
                c.provider(),
                c.name(),
                c.kind(),
                c.rollout(),
                c.mustBeInstalledBy(),
                c.deviationReason(),
                c.terms().warnings(c.rollout(), c.mustBeInstalledBy() != null, c.delivery()),
                c.at()));
    }

    private static Decision<ReleaseEvent> replan(ReplanRelease c, Planned planned) {
        if (planned.completed() || c.rollout().equals(planned.rollout())) {
            return Decision.nothing();
        }
        if (tooLate(c.rollout(), planned.mustBeInstalledBy())) {
            return installedTooLate();
        }
        return Decision.of(new ReleaseReplanned(
                c.releaseId(),
                c.rollout(),
                c.reason(),
                c.terms().warnings(c.rollout(), planned.mayDeviate(), c.delivery()),
                c.at()));
    }

    private static Decision<ReleaseEvent> complete(CompleteRollout c, Planned planned) {
        var last = LocalDate.ofInstant(c.at(), AgreedCalendars.ZONE);
        if (planned.completed()) {
            return Decision.nothing();
        }
        if (last.isBefore(planned.rollout().from())) {
            return Decision.reject("AVL-037", "not-begun", "The rollout has not begun.");
        }
        var real = new Rollout(planned.rollout().from(), last);
        return Decision.of(new ReleaseRolloutCompleted(
                c.releaseId(), planned.provider(), real.days(), c.terms().warnings(real, true, null), c.at()));
    }

    private static boolean tooLate(Rollout rollout, @Nullable LocalDate by) {
        return by != null && rollout.through().isAfter(by);
    }

    private static Decision<ReleaseEvent> installedTooLate() {
        return Decision.reject(
                "AVL-040", "installed-too-late", "The rollout would end after the day by which it must be installed.");
    }

    private static Decision<ReleaseEvent> ofPlanned(
            Release release, Function<Planned, Decision<ReleaseEvent>> decision) {
        return switch (release) {
            case Planned planned -> decision.apply(planned);
            case NotPlanned _ -> Decision.reject(RULE, "not-planned", "No such release is planned.");
        };
    }

    @Override
    public Release evolve(Release release, ReleaseEvent event) {
        return switch (event) {
            case ReleasePlanned e ->
                new Planned(
                        e.releaseId(), e.provider(), e.kind(), e.rollout(), e.mustBeInstalledBy(), null, null, false);
            case ReleaseReplanned e -> changed(release, planned -> planned.during(e.rollout()));
            case ReleaseNotesPublished e -> changed(release, planned -> planned.withNotes(e.at()));
            case ReleaseMadeAvailableOnAcceptance e -> changed(release, planned -> planned.onAcceptance(e.at()));
            case ReleaseRolloutCompleted _ -> changed(release, Planned::done);
        };
    }

    private static Release changed(Release release, Function<Planned, Planned> change) {
        return release instanceof Planned planned ? change.apply(planned) : release;
    }
}
