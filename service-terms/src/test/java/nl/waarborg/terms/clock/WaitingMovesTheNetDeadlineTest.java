package nl.waarborg.terms.clock;

import static nl.waarborg.terms.Amsterdam.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.PausePolicy;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.calendar.CalendarRefusal;
import nl.waarborg.terms.calendar.Slice;
import nl.waarborg.terms.calendar.Slice.State;
import nl.waarborg.terms.clock.Waiting.Party;
import org.junit.jupiter.api.Test;

/** OP-06: waiting is measured in open time, per clock, and shown beside the promise. */
class WaitingMovesTheNetDeadlineTest {

    @Test
    @Rule("INC-042")
    void by_default_waiting_is_shown_and_moves_no_promise() {
        var clock = response(Map.of(), waiting("2026-03-09T10:00", "2026-03-09T12:00", Party.THIRD_PARTY));
        assertEquals(at("2026-03-10T09:00"), clock.deadline());
        assertEquals(Optional.of(at("2026-03-10T11:00")), clock.netDeadline());
        assertEquals(Optional.of(clock.deadline()), clock.promisedBy());
        assertEquals(clock.deadline(), clock.slices().getLast().to());
        assertTrue(clock.slices().stream().noneMatch(slice -> slice.state() == State.PAUSED));
        var named = clock.slices().stream()
                .filter(slice -> slice.reason().equals("waiting for THIRD_PARTY, which stops no clock"))
                .toList();
        assertEquals(1, named.size());
        assertEquals(Duration.ofHours(2), named.getFirst().length());
    }

    @Test
    void waiting_after_a_clock_stopped_is_none_of_its_own() {
        var ledger = new PauseLedger(List.of(
                waiting("2026-03-09T09:00", "2026-03-09T10:00", Party.CUSTOMER),
                waiting("2026-03-09T11:00", "2026-03-09T13:00", Party.CUSTOMER),
                waiting("2026-03-09T14:00", "2026-03-09T15:00", Party.CUSTOMER)));
        assertEquals(
                List.of(
                        waiting("2026-03-09T09:00", "2026-03-09T10:00", Party.CUSTOMER),
                        waiting("2026-03-09T11:00", "2026-03-09T12:00", Party.CUSTOMER)),
                ledger.until(at("2026-03-09T12:00")).waiting());
    }

    @Test
    void by_agreement_waiting_for_the_customer_moves_the_promise() {
        var policy = Map.of("clock.pauseWhileWaiting", "CUSTOMER");
        var customer = response(policy, waiting("2026-03-09T10:00", "2026-03-09T12:00", Party.CUSTOMER));
        assertEquals(Optional.of(at("2026-03-10T11:00")), customer.promisedBy());
        assertEquals(at("2026-03-10T11:00"), customer.slices().getLast().to());
        var third = response(policy, waiting("2026-03-09T10:00", "2026-03-09T12:00", Party.THIRD_PARTY));
        assertEquals(Optional.of(third.deadline()), third.promisedBy());
    }

    @Test
    void there_is_no_net_deadline_while_waiting() {
        var clock = response(
                Map.of("clock.pauseWhileWaiting", "CUSTOMER_AND_THIRD_PARTY"),
                new Waiting(at("2026-03-09T10:00"), Optional.empty(), Party.THIRD_PARTY));
        assertEquals(Optional.empty(), clock.netDeadline());
        assertEquals(Optional.empty(), clock.promisedBy());
        assertEquals(Optional.empty(), clock.warnsAt());
        assertEquals(State.PAUSED, clock.slices().getLast().state());
    }

    @Test
    void waiting_outside_opening_hours_adds_nothing() {
        var clock = response(Map.of(), waiting("2026-03-09T17:00", "2026-03-10T08:00", Party.CUSTOMER));
        assertEquals(Optional.of(clock.deadline()), clock.netDeadline());
    }

    @Test
    void waiting_before_the_start_or_after_the_end_of_a_clock_adds_nothing() {
        var clock = response(
                Map.of(),
                waiting("2026-03-09T08:00", "2026-03-09T09:00", Party.CUSTOMER),
                waiting("2026-03-10T09:00", "2026-03-10T12:00", Party.CUSTOMER));
        assertEquals(Optional.of(clock.deadline()), clock.netDeadline());
    }

    @Test
    void waiting_within_the_time_that_waiting_gained_counts_too() {
        var clock = response(
                Map.of(),
                waiting("2026-03-09T10:00", "2026-03-09T12:00", Party.CUSTOMER),
                waiting("2026-03-10T10:00", "2026-03-10T10:30", Party.CUSTOMER));
        assertEquals(Optional.of(at("2026-03-10T11:30")), clock.netDeadline());
    }

    @Test
    void waiting_for_both_at_once_counts_once() {
        var clock = response(
                Map.of(),
                waiting("2026-03-09T10:00", "2026-03-09T12:00", Party.CUSTOMER),
                waiting("2026-03-09T11:00", "2026-03-09T13:00", Party.THIRD_PARTY));
        assertEquals(Optional.of(at("2026-03-10T12:00")), clock.netDeadline());
    }

    @Test
    void waiting_that_runs_backwards_is_refused() {
        assertThrows(
                CalendarRefusal.ReversedRange.class,
                () -> waiting("2026-03-09T12:00", "2026-03-09T10:00", Party.CUSTOMER));
    }

    @Property(tries = 300)
    void the_net_deadline_is_moved_by_exactly_the_paused_slices(@ForAll("ledgers") List<Waiting> waiting) {
        var clock = response(
                Map.of("clock.pauseWhileWaiting", "CUSTOMER_AND_THIRD_PARTY"), waiting.toArray(Waiting[]::new));
        var net = clock.netDeadline().orElseThrow();
        var paused =
                clock
                        .ledger()
                        .slices(clock.hours(), clock.startsAt(), net, PausePolicy.CUSTOMER_AND_THIRD_PARTY)
                        .stream()
                        .filter(slice -> slice.state() == State.PAUSED)
                        .map(Slice::length)
                        .reduce(Duration.ZERO, Duration::plus);
        assertEquals(clock.hours().between(clock.deadline(), net), paused);
        assertEquals(paused, clock.ledger().pausedTime(clock.hours(), clock.startsAt(), net, PausePolicy.NONE));
        var slices = clock.slices();
        for (var i = 1; i < slices.size(); i++) {
            assertEquals(slices.get(i - 1).to(), slices.get(i).from());
        }
    }

    @Provide
    Arbitrary<List<Waiting>> ledgers() {
        var monday = at("2026-03-09T06:00");
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60 * 60),
                        Arbitraries.integers().between(0, 20 * 60),
                        Arbitraries.of(Party.values()))
                .as((from, length, party) -> {
                    Instant start = monday.plusSeconds(60L * from);
                    return new Waiting(start, Optional.of(start.plusSeconds(60L * length)), party);
                })
                .list()
                .ofMaxSize(6);
    }

    private static Waiting waiting(String from, String to, Party party) {
        return new Waiting(at(from), Optional.of(at(to)), party);
    }

    /** A report of Monday 09:00, due on Tuesday 09:00. */
    private static SupportClock response(Map<String, String> deviations, Waiting... waiting) {
        return DeadlineCalculation.of(
                        Preset.AFAS_SLA,
                        deviations,
                        false,
                        at("2026-03-09T09:00"),
                        Priority.P2,
                        false,
                        List.of(waiting),
                        Optional.empty(),
                        Optional.empty())
                .clocks()
                .getFirst();
    }
}
