package nl.waarborg.availability.measurement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import nl.waarborg.availability.measurement.domain.SampledHour.Of;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand.AssessSuspectedOutage;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand.NoticeSystemDown;
import nl.waarborg.availability.measurement.domain.SuspectedOutageCommand.NoticeSystemUp;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageAssessed;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageDetected;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageEnded;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("AVL-027")
class SuspectedOutageTest {

    private static final Instant START = Instant.parse("2026-03-05T08:00:00Z");
    private static final Interval SPAN = new Interval(START, START.plusSeconds(7200));
    private static final UUID ONE = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
    private static final UUID TWO = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    private static final UUID OPERATOR = UUID.fromString("01900000-0000-7000-8000-0000000000b0");

    private final DeciderSpecification<SuspectedOutageCommand, SuspectedOutage, SuspectedOutageEvent> suspicion =
            new DeciderSpecification<>(new SuspectedOutageDecider());
    private final Fold fold = new Fold();

    private void sample(String probe, int second, boolean up) {
        fold.sample(new Of("afas", "profit-web", EnvironmentKind.PRODUCTION, probe), START.plusSeconds(second), up);
    }

    private Optional<DownRun> run() {
        return DownRun.of(fold.hours(), SPAN, 3, 3);
    }

    private void upUntil(String probe, int second) {
        for (var at = 0; at < second; at += 10) {
            sample(probe, at, true);
        }
    }

    @Test
    void every_probe_must_have_said_down_three_times_in_a_row() {
        upUntil("a", 3590);
        upUntil("b", 3590);
        sample("a", 3590, false);
        sample("a", 3600, false);
        sample("a", 3610, false);
        sample("b", 3600, false);
        sample("b", 3610, false);
        assertEquals(Optional.empty(), run());

        sample("b", 3620, false);
        assertEquals(
                Optional.of(new DownRun(START.plusSeconds(3600), 3, new TreeSet<>(List.of("a", "b")), null)), run());

        sample("a", 3621, true);
        assertEquals(Optional.empty(), run());
    }

    @Test
    void a_probe_that_is_silent_itself_has_no_say() {
        upUntil("silent", 100);
        upUntil("a", 3590);
        for (var at = 3590; at < 3630; at += 10) {
            sample("a", at, false);
        }
        assertEquals(Optional.of(new DownRun(START.plusSeconds(3590), 4, new TreeSet<>(List.of("a")), null)), run());
    }

    @Test
    void the_run_tells_what_its_probes_said_last_whatever_came_first() {
        upUntil("a", 3590);
        sample("a", 3610, false);
        var of = new Of("afas", "profit-web", EnvironmentKind.PRODUCTION, "a");
        fold.sample(of, START.plusSeconds(3605), false, "503");
        fold.sample(of, START.plusSeconds(3595), false, "504");
        assertEquals(Optional.of("503"), run().map(DownRun::error));
    }

    @Test
    void what_was_said_before_the_run_is_not_of_it() {
        upUntil("a", 3570);
        fold.sample(
                new Of("afas", "profit-web", EnvironmentKind.PRODUCTION, "a"), START.plusSeconds(3572), false, "old");
        sample("a", 3580, true);
        for (var at = 3590; at < 3630; at += 10) {
            sample("a", at, false);
        }
        assertEquals(Optional.of(new DownRun(START.plusSeconds(3590), 4, new TreeSet<>(List.of("a")), null)), run());
    }

    private static final DownRun DOWN = new DownRun(START, 3, new TreeSet<>(List.of("a", "b")), "504");

    private static NoticeSystemDown down(UUID suspicion) {
        return new NoticeSystemDown(suspicion, "afas", "profit-web", Component.PROFIT, DOWN, START);
    }

    private static SuspectedOutageDetected detected(UUID suspicion) {
        return new SuspectedOutageDetected(
                suspicion, "afas", "profit-web", Component.PROFIT, START, 3, DOWN.probes(), "504", START);
    }

    @Test
    void a_system_is_suspected_once_until_it_is_up_again() {
        suspicion.given().when(down(ONE)).then(detected(ONE));
        suspicion.given(detected(ONE)).when(down(TWO)).thenNothing();
        var ended = new SuspectedOutageEnded(ONE, START.plusSeconds(55), START.plusSeconds(60));
        suspicion
                .given(detected(ONE))
                .when(new NoticeSystemUp(START.plusSeconds(55), START.plusSeconds(60)))
                .then(ended);
        suspicion
                .given(detected(ONE), ended)
                .when(new NoticeSystemUp(START.plusSeconds(65), START.plusSeconds(70)))
                .thenNothing();
        suspicion.given(detected(ONE), ended).when(down(TWO)).then(detected(TWO));
    }

    @Test
    void a_person_judges_a_suspicion_once_also_when_it_is_over() {
        var assess = new AssessSuspectedOutage(ONE, true, "customers call", OPERATOR, START);
        var assessed = new SuspectedOutageAssessed(ONE, true, "customers call", OPERATOR, START);
        suspicion.given(detected(ONE)).when(assess).then(assessed);
        suspicion
                .given(detected(ONE), new SuspectedOutageEnded(ONE, START, START))
                .when(assess)
                .then(assessed);
        suspicion.given(detected(ONE), assessed).when(assess).thenRejected("AVL-027");
        suspicion.given().when(assess).thenRejected("AVL-027");
    }
}
