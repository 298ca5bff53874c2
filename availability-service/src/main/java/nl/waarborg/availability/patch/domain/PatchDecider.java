package nl.waarborg.availability.patch.domain;

import java.util.List;
import java.util.Set;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.patch.domain.PatchCommand.InstallPatch;
import nl.waarborg.availability.patch.domain.PatchCommand.PublishPatchReleaseNotes;
import nl.waarborg.availability.patch.domain.PatchCommand.RecordPatchTest;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstallationRefused;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstalled;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchReleaseNotesPublished;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchTested;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-016 to AVL-018, OP-31. */
public final class PatchDecider implements Decider<PatchCommand, Patch, PatchEvent> {

    @Override
    public Patch initialState() {
        return new Patch(List.of(), null, Set.of());
    }

    @Override
    public Decision<PatchEvent> decide(PatchCommand command, Patch patch) {
        return switch (command) {
            case RecordPatchTest c ->
                patch.knows(c.testRunId())
                        ? Decision.nothing()
                        : Decision.of(new PatchTested(c.patchId(), c.provider(), c.testRunId(), c.passed(), c.at()));
            case PublishPatchReleaseNotes c ->
                c.url().equals(patch.notes())
                        ? Decision.nothing()
                        : Decision.of(new PatchReleaseNotesPublished(c.patchId(), c.provider(), c.url(), c.at()));
            case InstallPatch c -> install(c, patch);
        };
    }

    private static Decision<PatchEvent> install(InstallPatch c, Patch patch) {
        if (patch.environments().contains(c.environmentId())) {
            return Decision.nothing();
        }
        if (!patch.testedBefore(c.startedAt())) {
            return Decision.<PatchEvent>of(
                            new PatchInstallationRefused(c.patchId(), c.provider(), c.environmentId(), c.startedAt()))
                    .rejecting(
                            "AVL-018",
                            "not-tested",
                            "The last test before this moment did not pass, or there is none.");
        }
        var took = new Interval(c.startedAt(), c.installedAt());
        var availableAgain = c.unavailableFrom().plusSeconds(c.unavailableSeconds());
        if (c.unavailableFrom().isBefore(took.from()) || availableAgain.isAfter(took.to())) {
            return Decision.reject(
                    "AVL-017",
                    "unavailable-too-long",
                    "It was unavailable within the time that the installation took, and no longer.");
        }
        var excluded = c.unavailableSeconds() == 0
                ? List.<Interval>of()
                : c.terms().within(MaintenanceKind.PATCH, new Interval(c.unavailableFrom(), availableAgain));
        if (excluded.stream().anyMatch(c.frozen()::within)) {
            return FrozenDowntime.refuse();
        }
        return Decision.of(new PatchInstalled(
                c.patchId(),
                c.provider(),
                c.environmentId(),
                c.tenantId(),
                c.components(),
                c.startedAt(),
                c.installedAt(),
                c.unavailableFrom(),
                c.unavailableSeconds(),
                excluded,
                !c.terms().within(MaintenanceKind.PATCH, took).equals(List.of(took))));
    }

    @Override
    public Patch evolve(Patch patch, PatchEvent event) {
        return switch (event) {
            case PatchTested e -> patch.with(new Patch.Test(e.testRunId(), e.passed(), e.at()));
            case PatchReleaseNotesPublished e -> patch.withNotes(e.url());
            case PatchInstallationRefused _ -> patch;
            case PatchInstalled e -> patch.in(e.environmentId());
        };
    }
}
