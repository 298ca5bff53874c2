package nl.waarborg.availability.release.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.UUID;
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
import nl.waarborg.availability.release.domain.ReleaseCommand.PlanRelease;
import nl.waarborg.availability.release.domain.ReleaseEvent.ReleasePlanned;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseDecidersTest {

    private static final UUID RELEASE = new UUID(0, 1);
    private static final UUID ID = new UUID(0, 2);
    private static final UUID PERSON = new UUID(0, 3);
    private static final ReleaseTerms TERMS = terms(Preset.AFAS_SLA);
    private static final Instant NOW = local("2026-06-01T09:00");
    private static final Instant PLANNED = local("2026-06-20T21:00");
    private static final Instant FINAL = local("2026-06-15T21:00");

    private final DeciderSpecification<ReleaseCommand, Release, ReleaseEvent> release =
            new DeciderSpecification<>(new ReleaseDecider());
    private final DeciderSpecification<MigrationCommand, Migration, MigrationEvent> migration =
            new DeciderSpecification<>(new MigrationDecider());

    private static ReleaseTerms terms(Preset preset) {
        var terms = Terms.of(preset);
        return new ReleaseTerms(terms, AgreedCalendars.of(terms).support().hours());
    }

    @Test
    @Rule({"AVL-034", "AVL-037"})
    void a_plan_off_the_calendar_or_outside_six_to_twelve_weeks_is_warned_about() {
        assertEquals(List.of(), warnings("2026-06-01", "2026-07-12", ReleaseKind.INNOVATIVE, null));
        assertEquals(List.of(), warnings("2026-06-01", "2026-08-23", ReleaseKind.INNOVATIVE, null));
        assertEquals(
                List.of(PlanWarning.ROLLOUT_TOO_SHORT),
                warnings("2026-06-01", "2026-07-11", ReleaseKind.INNOVATIVE, null));
        assertEquals(
                List.of(PlanWarning.ROLLOUT_TOO_LONG),
                warnings("2026-06-01", "2026-08-24", ReleaseKind.INNOVATIVE, null));
        // Over the change to summer time the days count, not the hours.
        assertEquals(
                List.of(PlanWarning.OFF_CALENDAR), warnings("2026-03-02", "2026-04-12", ReleaseKind.INNOVATIVE, null));
    }

    @Test
    @Rule("AVL-040")
    void a_date_by_law_leaves_the_calendar_but_not_the_notices() {
        assertEquals(List.of(), warnings("2026-02-02", "2026-03-22", ReleaseKind.STATUTORY, LocalDate.of(2026, 4, 1)));
        release.given()
                .when(plan("2026-02-02", "2026-04-02", ReleaseKind.STATUTORY, LocalDate.of(2026, 4, 1)))
                .thenRejected("AVL-040");
        var statutory = new Release.Planned(
                RELEASE,
                "afas",
                ReleaseKind.STATUTORY,
                new Rollout(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 19)),
                LocalDate.of(2026, 12, 31),
                NOW,
                NOW,
                false);
        // Outside the rollout, which the customer could not choose.
        var outside = local("2026-08-22T21:00");
        assertTrue(assertInstanceOf(
                        MigrationScheduled.class,
                        migration
                                .given()
                                .when(new ScheduleMigration(ID, outside, "The law", false, statutory, TERMS, NOW))
                                .events()
                                .getFirst())
                .deviates());
        migration
                .given()
                .when(new ScheduleMigration(ID, local("2026-06-06T08:59"), "The law", false, statutory, TERMS, NOW))
                .thenRejected("AVL-038");
    }

    @Test
    @Rule({"AVL-036", "AVL-039"})
    void the_customer_chooses_within_the_rollout_and_a_move_outside_is_refused_and_recorded() {
        var to = local("2026-07-04T21:00");
        migration
                .given(scheduled(false))
                .when(move(to, new Mover.Customer(PERSON), NOW))
                .then(moved(to, MoveGround.CUSTOMER, PERSON, local("2026-06-29T21:00"), NOW));
        var outside = local("2026-08-01T21:00");
        migration
                .given(scheduled(false))
                .when(move(outside, new Mover.Customer(PERSON), NOW))
                .thenRejected(
                        "AVL-036", new MigrationMoveRefused(ID, PLANNED, outside, MoveRefusal.OUTSIDE_ROLLOUT, NOW));
    }

    @Test
    @Rule("AVL-038")
    void the_date_is_final_five_days_before_and_then_moves_only_by_consent_or_emergency() {
        var fixed = new MigrationDateFixed(ID, RELEASE, PLANNED, true, FINAL);
        migration.given(scheduled(false)).when(new FixMigrationDate(ID, FINAL)).then(fixed);
        migration
                .given(scheduled(false), fixed)
                .when(new FixMigrationDate(ID, FINAL))
                .thenNothing();
        var later = FINAL.plusSeconds(60);
        var to = local("2026-06-27T21:00");
        migration
                .given(scheduled(false), fixed)
                .when(move(to, new Mover.Vendor(null), later))
                .thenRejected("AVL-038", new MigrationMoveRefused(ID, PLANNED, to, MoveRefusal.DATE_FIXED, later));
        migration
                .given(scheduled(false), fixed)
                .when(move(to, new Mover.Vendor(PERSON), later))
                .then(
                        moved(to, MoveGround.VENDOR_WITH_CONSENT, PERSON, local("2026-06-22T21:00"), later),
                        new MigrationDateFixed(ID, RELEASE, to, true, later));
        var soon = local("2026-06-18T21:00");
        migration
                .given(scheduled(false), fixed)
                .when(move(soon, new Mover.Customer(PERSON), later))
                .thenRejected(
                        "AVL-038", new MigrationMoveRefused(ID, PLANNED, soon, MoveRefusal.NOTICE_TOO_SHORT, later));
        var events = migration
                .given(scheduled(false), fixed)
                .when(move(soon, new Mover.Emergency("A leak"), later))
                .events();
        assertEquals(new MigrationDateFixed(ID, RELEASE, soon, false, later), events.getLast());
    }

    @Test
    @Rule("AVL-043")
    void three_weeks_on_acceptance_hold_unless_the_customer_waives_them() {
        // Available since 1 June 09:00: from 22 June 09:00 on.
        var soon = local("2026-06-21T21:00");
        var to = local("2026-06-22T09:00");
        migration
                .given(scheduled(true))
                .when(move(soon, new Mover.Customer(PERSON), NOW))
                .thenRejected(
                        "AVL-043", new MigrationMoveRefused(ID, PLANNED, soon, MoveRefusal.ACCEPTANCE_TOO_SHORT, NOW));
        assertInstanceOf(
                MigrationMoved.class,
                migration
                        .given(scheduled(true))
                        .when(move(to, new Mover.Customer(PERSON), NOW))
                        .events()
                        .getFirst());
        var waived = new AcceptanceLeadTimeWaived(ID, PERSON, NOW);
        migration
                .given(scheduled(true))
                .when(new WaiveAcceptanceLeadTime(ID, PERSON, NOW))
                .then(waived);
        assertInstanceOf(
                MigrationMoved.class,
                migration
                        .given(scheduled(true), waived)
                        .when(move(soon, new Mover.Customer(PERSON), NOW))
                        .events()
                        .getFirst());
        migration
                .given(scheduled(true), new MigrationDateFixed(ID, RELEASE, PLANNED, true, FINAL))
                .when(new StartMigration(ID, planned(NOW, null), TERMS, PLANNED))
                .thenRejected("AVL-043");
        var late = PLANNED.minus(Duration.ofDays(20));
        migration
                .given(scheduled(true), new MigrationDateFixed(ID, RELEASE, PLANNED, true, FINAL))
                .when(new StartMigration(ID, planned(NOW, late), TERMS, PLANNED))
                .thenRejected("AVL-043");
        migration
                .given(scheduled(true), waived, new MigrationDateFixed(ID, RELEASE, PLANNED, true, FINAL))
                .when(new StartMigration(ID, planned(NOW, late), TERMS, PLANNED))
                .then(new MigrationStarted(ID, RELEASE, "afas", PLANNED));
    }

    @Test
    @Rule("AVL-042")
    void office_hours_are_flagged() {
        for (var time : List.of("2026-06-19T06:59", "2026-06-19T18:00", "2026-06-20T12:00")) {
            assertEquals(false, inside(local(time)), time);
        }
        for (var time : List.of("2026-06-19T07:00", "2026-06-19T17:59")) {
            assertEquals(true, inside(local(time)), time);
        }
    }

    @Test
    @Rule("AVL-035")
    void no_migration_starts_without_release_notes() {
        var fixed = new MigrationDateFixed(ID, RELEASE, PLANNED, true, FINAL);
        migration
                .given(scheduled(false), fixed)
                .when(new StartMigration(ID, planned(null, NOW), TERMS, PLANNED))
                .thenRejected("AVL-035");
        migration
                .given(scheduled(false), fixed)
                .when(new StartMigration(ID, planned(NOW, NOW), TERMS, PLANNED))
                .then(new MigrationStarted(ID, RELEASE, "afas", PLANNED));
        migration
                .given(scheduled(false), fixed)
                .when(new StartMigration(ID, planned(NOW, NOW), TERMS, PLANNED.minusSeconds(1)))
                .thenRejected("AVL-038");
    }

    @Test
    @Rule("AVL-041")
    void the_measured_unavailability_and_its_factors_are_recorded() {
        var factors = new ConversionFactors("journal", 20_480L, 1_200_000L);
        var started = new MigrationStarted(ID, RELEASE, "afas", PLANNED);
        var end = PLANNED.plusSeconds(10_000);
        migration
                .given(scheduled(false), started)
                .when(new CompleteMigration(ID, 9000, factors, TERMS, end))
                .then(new MigrationCompleted(ID, PLANNED, 9000, factors, true, end));
        migration
                .given(scheduled(false), started)
                .when(new CompleteMigration(ID, 9001, factors, TERMS, end))
                .then(new MigrationCompleted(ID, PLANNED, 9001, factors, false, end));
        migration
                .given(scheduled(false), started)
                .when(new CompleteMigration(ID, 10_001, factors, TERMS, end))
                .thenRejected("AVL-041");
    }

    @Test
    void an_agreement_without_these_terms_checks_nothing() {
        var none = terms(Preset.PHOCUS_CLOUD);
        var scheduled = assertInstanceOf(
                MigrationScheduled.class,
                migration
                        .given()
                        .when(new ScheduleMigration(
                                ID, local("2026-06-02T10:00"), null, true, planned(null, null), none, NOW))
                        .events()
                        .getFirst());
        assertEquals(null, scheduled.finalBy());
        assertEquals(false, scheduled.insideOfficeHours());
    }

    private boolean inside(Instant at) {
        return assertInstanceOf(
                        MigrationScheduled.class,
                        migration
                                .given()
                                .when(new ScheduleMigration(ID, at, null, false, planned(NOW, NOW), TERMS, NOW))
                                .events()
                                .getFirst())
                .insideOfficeHours();
    }

    private List<PlanWarning> warnings(String from, String through, ReleaseKind kind, @Nullable LocalDate by) {
        return assertInstanceOf(
                        ReleasePlanned.class,
                        release.given()
                                .when(plan(from, through, kind, by))
                                .events()
                                .getFirst())
                .warnings();
    }

    private static PlanRelease plan(String from, String through, ReleaseKind kind, @Nullable LocalDate by) {
        return new PlanRelease(
                RELEASE,
                "afas",
                "Profit 26",
                kind,
                new Rollout(LocalDate.parse(from), LocalDate.parse(through)),
                by,
                null,
                kind == ReleaseKind.INNOVATIVE ? Month.JUNE : Month.NOVEMBER,
                TERMS,
                Instant.EPOCH);
    }

    private static Release.Planned planned(@Nullable Instant notes, @Nullable Instant acceptance) {
        return new Release.Planned(
                RELEASE,
                "afas",
                ReleaseKind.INNOVATIVE,
                new Rollout(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 19)),
                null,
                notes,
                acceptance,
                false);
    }

    private static MigrationScheduled scheduled(boolean acceptance) {
        return new MigrationScheduled(ID, RELEASE, "afas", PLANNED, false, false, null, FINAL, acceptance, NOW);
    }

    private static MoveMigration move(Instant to, Mover mover, Instant at) {
        return new MoveMigration(ID, to, mover, null, planned(NOW, NOW), TERMS, at);
    }

    private static MigrationMoved moved(Instant to, MoveGround ground, UUID by, Instant finalBy, Instant at) {
        return new MigrationMoved(ID, RELEASE, PLANNED, to, false, ground, by, null, finalBy, at);
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(AgreedCalendars.ZONE).toInstant();
    }
}
