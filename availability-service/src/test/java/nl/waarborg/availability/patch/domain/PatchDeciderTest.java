package nl.waarborg.availability.patch.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.domain.MaintenanceTerms;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.patch.domain.PatchCommand.InstallPatch;
import nl.waarborg.availability.patch.domain.PatchCommand.PublishPatchReleaseNotes;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstallationRefused;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchInstalled;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchReleaseNotesPublished;
import nl.waarborg.availability.patch.domain.PatchEvent.PatchTested;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.junit.jupiter.api.Test;

class PatchDeciderTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID ENVIRONMENT = new UUID(0, 2);
    private static final Instant TESTED_AT = Instant.parse("2026-03-10T10:00:00Z");
    private static final PatchTested TESTED = new PatchTested(ID, "afas", new UUID(0, 3), true, TESTED_AT);

    private final DeciderSpecification<PatchCommand, Patch, PatchEvent> patch =
            new DeciderSpecification<>(new PatchDecider());

    @Test
    @Rule({"AVL-016", "AVL-017"})
    void of_its_unavailability_what_lies_in_the_evening_may_be_left_out_and_the_rest_counts() {
        // 18:30 to 19:30 local; the window opens at 19:00.
        var from = Instant.parse("2026-03-11T17:30:00Z");
        var to = Instant.parse("2026-03-11T18:30:00Z");
        var opens = Instant.parse("2026-03-11T18:00:00Z");
        var installed = installed(install(from, to, opens.minusSeconds(120), 300));
        assertEquals(List.of(new Interval(opens, opens.plusSeconds(180))), installed.excluded());
        assertEquals(List.of(new Interval(opens.minusSeconds(120), opens)), installed.counted());
        assertTrue(installed.outsideWindow());
        assertEquals(300, installed.unavailableSeconds());
        patch.given(TESTED, installed).when(install(from, to, from, 300)).thenNothing();
        patch.given(TESTED).when(install(from, to, from, 3601)).thenRejected("AVL-017");
        patch.given(TESTED).when(install(from, to, to.minusSeconds(299), 300)).thenRejected("AVL-017");
        patch.given(TESTED).when(install(from, to, from.minusSeconds(1), 300)).thenRejected("AVL-017");

        var unnoticed = installed(install(opens, to, opens, 0));
        assertEquals(List.of(), unnoticed.excluded());
        assertEquals(List.of(), unnoticed.counted());
        assertFalse(unnoticed.outsideWindow());
    }

    private PatchInstalled installed(InstallPatch command) {
        return assertInstanceOf(
                PatchInstalled.class, patch.given(TESTED).when(command).events().getFirst());
    }

    @Test
    @Rule("AVL-018")
    void a_patch_that_was_not_tested_before_is_refused_and_that_is_recorded() {
        var from = Instant.parse("2026-03-11T18:00:00Z");
        var refused = new PatchInstallationRefused(ID, "afas", ENVIRONMENT, from);
        patch.given().when(install(from, from.plusSeconds(60), from, 5)).thenRejected("AVL-018", refused);
        patch.given(new PatchTested(ID, "afas", new UUID(0, 3), true, from.plusSeconds(1)))
                .when(install(from, from.plusSeconds(60), from, 5))
                .thenRejected("AVL-018", refused);
        patch.given(TESTED, new PatchTested(ID, "afas", new UUID(0, 4), false, TESTED_AT.plusSeconds(1)))
                .when(install(from, from.plusSeconds(60), from, 5))
                .thenRejected("AVL-018", refused);
    }

    @Test
    @Rule("AVL-018")
    void release_notes_of_a_patch_are_published_once() {
        var notes = new PatchReleaseNotesPublished(ID, "afas", "https://portal.example/5", TESTED_AT);
        var publish = new PublishPatchReleaseNotes(ID, "afas", "https://portal.example/5", TESTED_AT);
        patch.given().when(publish).then(notes);
        patch.given(notes).when(publish).thenNothing();
    }

    @Test
    @Rule({"AVL-004", "AVL-009", "AVL-016"})
    void nobody_alone_leaves_out_what_a_closed_month_counts() {
        // 18:30 to 19:30 local; unavailable from 18:58 to 19:03, of which only what comes after 19:00 is left out.
        var from = Instant.parse("2026-03-11T17:30:00Z");
        var seven = Instant.parse("2026-03-11T18:00:00Z");
        var to = Instant.parse("2026-03-11T18:30:00Z");
        var gone = seven.minusSeconds(120);
        patch.given(TESTED)
                .when(install(from, to, gone, 300, frozen(seven, to)))
                .thenRejected("AVL-009");
        for (var spared : List.of(frozen(from, seven), frozen(seven.plusSeconds(180), to))) {
            assertInstanceOf(
                    PatchInstalled.class,
                    patch.given(TESTED)
                            .when(install(from, to, gone, 300, spared))
                            .events()
                            .getFirst());
        }
    }

    private static FrozenDowntime frozen(Instant from, Instant to) {
        return new FrozenDowntime(List.of(new Interval(from, to)));
    }

    private static InstallPatch install(Instant from, Instant to, Instant unavailableFrom, int unavailable) {
        return install(from, to, unavailableFrom, unavailable, FrozenDowntime.NONE);
    }

    private static InstallPatch install(
            Instant from, Instant to, Instant unavailableFrom, int unavailable, FrozenDowntime frozen) {
        return new InstallPatch(
                ID,
                "afas",
                ENVIRONMENT,
                null,
                Set.of(Component.PROFIT),
                from,
                to,
                unavailableFrom,
                unavailable,
                new MaintenanceTerms(Terms.of(Preset.AFAS_SLA)),
                frozen);
    }
}
