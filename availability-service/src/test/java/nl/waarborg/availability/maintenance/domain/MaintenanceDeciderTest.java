package nl.waarborg.availability.maintenance.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaintenanceDeciderTest {

    private static final UUID ID = new UUID(0, 1);
    private static final MaintenanceTerms AFAS = new MaintenanceTerms(Terms.of(Preset.AFAS_SLA));
    private static final MaintenanceTerms PHOCUS = new MaintenanceTerms(Terms.of(Preset.PHOCUS_CLOUD));

    // Saturday night
    private static final Instant STARTS = local("2026-03-14T22:00");
    private static final Instant ENDS = local("2026-03-15T02:00");
    private static final Instant IN_TIME = local("2026-03-09T22:00");

    private final DeciderSpecification<MaintenanceCommand, Maintenance, MaintenanceEvent> maintenance =
            new DeciderSpecification<>(new MaintenanceDecider());

    @Test
    @Rule("AVL-013")
    void notice_is_five_days_at_the_same_clock_time_and_a_second_later_is_too_late() {
        maintenance.given().when(announce(IN_TIME, null)).then(announced(false, null, List.of()));
        var late = IN_TIME.plusSeconds(1);
        var decision = maintenance.given().when(announce(late, null));
        decision.thenRejected(
                "AVL-013",
                new MaintenanceAnnouncementRefused(
                        ID,
                        "afas",
                        MaintenanceKind.PLANNED,
                        STARTS,
                        ENDS,
                        late,
                        AFAS.violations(MaintenanceKind.PLANNED, late, STARTS, ENDS)));
    }

    @Test
    @Rule("AVL-013")
    void notice_over_the_change_to_summer_time_keeps_the_clock_time() {
        // 29 March 2026 has 23 hours.
        assertEquals(
                Optional.of(local("2026-03-25T22:00")),
                AFAS.latestAnnouncement(MaintenanceKind.PLANNED, local("2026-03-30T22:00")));
    }

    @Test
    @Rule("AVL-014")
    void the_window_is_the_night_and_the_weekend_and_a_holiday_is_no_weekend() {
        // Friday 21:00 to Monday 07:00 is one window.
        assertEquals(
                Optional.of(new Interval(local("2026-03-13T21:00"), local("2026-03-16T07:00"))),
                AFAS.windowAt(MaintenanceKind.PLANNED, STARTS));
        assertTrue(broken(local("2026-03-10T21:00"), local("2026-03-11T07:00")).isEmpty());
        assertEquals(List.of("AVL-014"), broken(local("2026-03-10T20:59"), local("2026-03-11T07:00")));
        assertEquals(List.of("AVL-014"), broken(local("2026-03-10T21:00"), local("2026-03-11T07:01")));
        // Easter Monday
        assertEquals(List.of("AVL-014"), broken(local("2026-04-06T10:00"), local("2026-04-06T12:00")));
    }

    @Test
    @Rule({"AVL-013", "AVL-014"})
    void what_is_overridden_is_announced_with_what_it_breaks_and_nothing_of_it_is_excluded() {
        var starts = local("2026-03-10T12:00");
        var ends = local("2026-03-10T13:00");
        var at = local("2026-03-10T11:00");
        var events = maintenance
                .given()
                .when(new AnnounceMaintenance(
                        ID,
                        "afas",
                        MaintenanceKind.PLANNED,
                        Set.of(Component.PROFIT),
                        Set.of(),
                        starts,
                        ends,
                        "Storage",
                        "The supplier comes but once.",
                        AFAS,
                        at))
                .events();
        var announced = assertInstanceOf(MaintenanceAnnounced.class, events.getFirst());
        assertTrue(announced.overridden());
        assertEquals(
                List.of("AVL-013", "AVL-014"),
                announced.violations().stream().map(Violation::rule).toList());
        maintenance
                .given(announced, started(starts, ends, starts))
                .when(new EndMaintenance(ID, FrozenDowntime.NONE, ends))
                .then(new MaintenanceEnded(ID, starts, ends, null));
    }

    @Test
    void a_vendor_that_promises_nothing_is_checked_on_nothing() {
        assertEquals(
                List.of(),
                PHOCUS.violations(
                        MaintenanceKind.PLANNED,
                        local("2026-03-10T11:00"),
                        local("2026-03-10T12:00"),
                        local("2026-03-10T13:00")));
        assertEquals(Optional.empty(), PHOCUS.latestAnnouncement(MaintenanceKind.PLANNED, STARTS));
        assertEquals(Optional.empty(), PHOCUS.windowAt(MaintenanceKind.PATCH, STARTS));
    }

    @Test
    @Rule("AVL-014")
    void what_begins_early_or_overruns_is_downtime_and_only_the_plan_is_excluded() {
        var early = STARTS.minusSeconds(600);
        maintenance
                .given(announced(false, null, List.of()))
                .when(new StartMaintenance(ID, FrozenDowntime.NONE, early))
                .then(started(STARTS, ENDS, early));
        maintenance
                .given(announced(false, null, List.of()), started(STARTS, ENDS, early))
                .when(new EndMaintenance(ID, FrozenDowntime.NONE, ENDS.plusSeconds(60)))
                .then(
                        new MaintenanceOverrun(ID, ENDS, ENDS.plusSeconds(60)),
                        new MaintenanceEnded(ID, early, ENDS.plusSeconds(60), new Interval(STARTS, ENDS)));
        maintenance
                .given(announced(false, null, List.of()), started(STARTS, ENDS, STARTS))
                .when(new EndMaintenance(ID, FrozenDowntime.NONE, STARTS.plusSeconds(60)))
                .then(new MaintenanceEnded(
                        ID, STARTS, STARTS.plusSeconds(60), new Interval(STARTS, STARTS.plusSeconds(60))));
    }

    @Test
    @Rule("AVL-014")
    void a_forgotten_end_is_noticed_at_once_and_withdrawn_when_it_had_ended_in_time() {
        var running = List.<MaintenanceEvent>of(announced(false, null, List.of()), started(STARTS, ENDS, STARTS));
        maintenance.given(running).when(new NoticeOverrun(ID, ENDS)).then(new MaintenanceOverrun(ID, ENDS, ENDS));
        maintenance
                .given(running)
                .when(new NoticeOverrun(ID, ENDS.minusSeconds(1)))
                .thenNothing();
        maintenance
                .given(running.get(0), running.get(1), new MaintenanceOverrun(ID, ENDS, ENDS))
                .when(new EndMaintenance(ID, FrozenDowntime.NONE, ENDS))
                .then(
                        new MaintenanceOverrunWithdrawn(ID, ENDS),
                        new MaintenanceEnded(ID, STARTS, ENDS, new Interval(STARTS, ENDS)));
    }

    @Test
    @Rule("AVL-015")
    void an_emergency_needs_no_notice_and_may_be_extended_only_before_it_overruns() {
        var noon = local("2026-03-10T12:00");
        var one = local("2026-03-10T13:00");
        var two = local("2026-03-10T14:00");
        var declared = new EmergencyMaintenanceDeclared(
                ID,
                "afas",
                Set.of(Component.PROFIT),
                Set.of(),
                EmergencyReason.ACTUAL_THREAT,
                noon,
                one,
                "A threat is averted",
                noon);
        maintenance
                .given()
                .when(new DeclareEmergencyMaintenance(
                        ID,
                        "afas",
                        Set.of(Component.PROFIT),
                        Set.of(),
                        EmergencyReason.ACTUAL_THREAT,
                        noon,
                        one,
                        "A threat is averted",
                        noon))
                .then(declared);
        var began = new MaintenanceStarted(
                ID,
                "afas",
                MaintenanceKind.EMERGENCY,
                Set.of(Component.PROFIT),
                Set.of(),
                noon,
                one,
                "A threat is averted",
                new Interval(noon, one),
                noon);
        var extend = new RescheduleMaintenance(
                ID, noon, two, "It takes longer", false, AFAS, FrozenDowntime.NONE, one.minusSeconds(1));
        maintenance
                .given(declared, began)
                .when(extend)
                .then(new MaintenanceRescheduled(
                        ID, noon, one, noon, two, false, "It takes longer", List.of(), one.minusSeconds(1)));
        maintenance
                .given(declared, began)
                .when(new RescheduleMaintenance(ID, noon, two, "Too late", false, AFAS, FrozenDowntime.NONE, one))
                .thenRejected("AVL-015");
        maintenance
                .given(declared, began)
                .when(new EndMaintenance(ID, FrozenDowntime.NONE, one))
                .then(new MaintenanceEnded(ID, noon, one, new Interval(noon, one)));
    }

    @Test
    @Rule({"AVL-005", "AVL-015"})
    void an_emergency_leaves_out_time_only_from_its_declaration_on() {
        var nine = local("2026-03-10T09:00");
        var ten = local("2026-03-10T10:00");
        var noon = local("2026-03-10T12:00");
        // Declared at ten and a bit, of what goes on since nine.
        var declared = emergency(nine, noon, ten.plusMillis(400));
        var began = assertInstanceOf(
                MaintenanceStarted.class,
                maintenance
                        .given(declared)
                        .when(new StartMaintenance(ID, FrozenDowntime.NONE, nine))
                        .events()
                        .getFirst());
        assertEquals(new Interval(ten, noon), began.excluded());
        maintenance
                .given(declared, began)
                .when(new EndMaintenance(ID, FrozenDowntime.NONE, noon))
                .then(new MaintenanceEnded(ID, nine, noon, new Interval(ten, noon)));
        // What was over when it was declared is not left out at all.
        var late = emergency(nine, ten, noon);
        assertNull(assertInstanceOf(
                        MaintenanceStarted.class,
                        maintenance
                                .given(late)
                                .when(new StartMaintenance(ID, FrozenDowntime.NONE, nine))
                                .events()
                                .getFirst())
                .excluded());
    }

    @Test
    @Rule({"AVL-004", "AVL-009"})
    void nobody_alone_leaves_out_what_a_closed_month_counts() {
        var announced = announced(false, null, List.of());
        var counted = new FrozenDowntime(List.of(new Interval(ENDS.minusSeconds(60), ENDS.plusSeconds(60))));
        maintenance
                .given(announced)
                .when(new StartMaintenance(ID, counted, STARTS))
                .thenRejected("AVL-009");
        // Before its plan nothing is left out, and what was left out already the month does not count.
        var outside = new FrozenDowntime(List.of(new Interval(STARTS.minusSeconds(60), STARTS)));
        maintenance
                .given(announced)
                .when(new StartMaintenance(ID, outside, STARTS))
                .then(started(STARTS, ENDS, STARTS));
        maintenance
                .given(announced, started(STARTS, ENDS, STARTS))
                .when(new EndMaintenance(ID, counted, ENDS))
                .thenRejected("AVL-009");
        maintenance
                .given(announced, started(STARTS, ENDS, STARTS))
                .when(new EndMaintenance(ID, counted, ENDS.minusSeconds(60)))
                .then(new MaintenanceEnded(
                        ID, STARTS, ENDS.minusSeconds(60), new Interval(STARTS, ENDS.minusSeconds(60))));
        // A later end of an emergency leaves out more.
        var emergency = emergency(STARTS, ENDS, STARTS);
        var began = maintenance
                .given(emergency)
                .when(new StartMaintenance(ID, FrozenDowntime.NONE, STARTS))
                .events()
                .getFirst();
        maintenance
                .given(emergency, began)
                .when(new RescheduleMaintenance(
                        ID, STARTS, ENDS.plusSeconds(60), "Longer", false, AFAS, counted, ENDS.minusSeconds(90)))
                .thenRejected("AVL-009");
    }

    @Test
    @Rule({"AVL-013", "AVL-014"})
    void a_new_time_is_judged_as_a_new_announcement_and_what_stood_still_stands() {
        var announced = announced(false, null, List.of());
        var later = new RescheduleMaintenance(
                ID,
                STARTS.plusSeconds(3600),
                ENDS,
                "Late",
                false,
                AFAS,
                FrozenDowntime.NONE,
                local("2026-03-12T10:00"));
        var state = maintenance
                .given(announced)
                .when(later)
                .thenRejected(
                        "AVL-013",
                        new MaintenanceAnnouncementRefused(
                                ID,
                                "afas",
                                MaintenanceKind.PLANNED,
                                later.startsAt(),
                                later.endsAt(),
                                later.at(),
                                AFAS.violations(
                                        MaintenanceKind.PLANNED, later.at(), later.startsAt(), later.endsAt())));
        assertEquals(
                new Plan(MaintenanceKind.PLANNED, STARTS, ENDS, false, IN_TIME),
                assertInstanceOf(Maintenance.Announced.class, state).plan());
        maintenance
                .given(announced)
                .when(new CancelMaintenance(ID, "No need", IN_TIME))
                .then(new MaintenanceCancelled(ID, "No need", IN_TIME));
        maintenance
                .given(announced, new MaintenanceCancelled(ID, "No need", IN_TIME))
                .when(new StartMaintenance(ID, FrozenDowntime.NONE, STARTS))
                .thenRejected("AVL-014");
    }

    private static EmergencyMaintenanceDeclared emergency(Instant starts, Instant ends, Instant at) {
        return new EmergencyMaintenanceDeclared(
                ID,
                "afas",
                Set.of(Component.PROFIT),
                Set.of(),
                EmergencyReason.ACTUAL_THREAT,
                starts,
                ends,
                "A threat is averted",
                at);
    }

    private static List<String> broken(Instant starts, Instant ends) {
        return AFAS.violations(MaintenanceKind.PLANNED, Instant.EPOCH, starts, ends).stream()
                .map(Violation::rule)
                .toList();
    }

    private static AnnounceMaintenance announce(Instant at, @Nullable String override) {
        return new AnnounceMaintenance(
                ID,
                "afas",
                MaintenanceKind.PLANNED,
                Set.of(Component.PROFIT),
                Set.of(),
                STARTS,
                ENDS,
                "Storage",
                override,
                AFAS,
                at);
    }

    private static MaintenanceAnnounced announced(
            boolean overridden, @Nullable String reason, List<Violation> violations) {
        return new MaintenanceAnnounced(
                ID,
                "afas",
                MaintenanceKind.PLANNED,
                Set.of(Component.PROFIT),
                Set.of(),
                STARTS,
                ENDS,
                IN_TIME,
                "Storage",
                overridden,
                reason,
                violations);
    }

    private static MaintenanceStarted started(Instant starts, Instant ends, Instant at) {
        return new MaintenanceStarted(
                ID,
                "afas",
                MaintenanceKind.PLANNED,
                Set.of(Component.PROFIT),
                Set.of(),
                starts,
                ends,
                "Storage",
                new Interval(at.isAfter(starts) ? at : starts, ends),
                at);
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(AgreedCalendars.ZONE).toInstant();
    }
}
