package nl.waarborg.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.Text;
import nl.waarborg.terms.calendar.CalendarId;
import org.junit.jupiter.api.Test;

class DeviationsGoBeforeThePresetTest {

    private static final TermKey KEY = TermKey.PRIORITY_P2_RESPONSE;

    @Test
    @Rule("PRA-005")
    void a_specific_provision_takes_the_place_of_the_presets_term() {
        var terms = Terms.of(Preset.AFAS_SLA, Deviation.read(Map.of("priority.P2.response", "PT4H")));
        var term = terms.find(KEY).orElseThrow();
        assertEquals(new Elapsed(Duration.ofHours(4)), term.value());
        assertEquals(Origin.SPECIFIC_PROVISION, term.origin());
        assertTrue(terms.deviatesIn(KEY));
        assertFalse(terms.deviatesIn(TermKey.PRIORITY_P3_RESPONSE));
    }

    @Test
    @Rule("PRA-002")
    void a_separate_agreement_goes_before_specific_provisions_in_whatever_order_they_are_given() {
        var separate = Deviation.read("priority.P2.response", "PT2H", "art. 3", Origin.SEPARATE_AGREEMENT);
        var specific = Deviation.read("priority.P2.response", "PT4H", "annex", Origin.SPECIFIC_PROVISION);
        for (var order : List.of(List.of(separate, specific), List.of(specific, separate))) {
            var term = Terms.of(Preset.AFAS_SLA, order).find(KEY).orElseThrow();
            assertEquals(new Elapsed(Duration.ofHours(2)), term.value());
            assertEquals("art. 3", term.clause());
        }
    }

    @Test
    void absent_takes_a_term_away() {
        var terms = Terms.of(Preset.AFAS_SLA, Deviation.read(Map.of("priority.P2.response", "ABSENT")));
        assertEquals(Optional.empty(), terms.find(KEY));
        assertEquals("ABSENT", terms.deviations().getFirst().form());
    }

    @Test
    void what_cannot_be_a_term_is_named_key_by_key() {
        var refusal = assertThrows(
                UnacceptableTerms.class,
                () -> Deviation.read(Map.of(
                        "priority.P9.response", "PT1H",
                        "priority.P2.response", "soon",
                        "workingDayCounting", "BY_MOONLIGHT",
                        "support.hours.FRI", "17:00-08:00",
                        "availability.floor", "PT1H",
                        "priority.P3.response", "PT8H")));
        assertEquals(
                List.of(
                        "availability.floor",
                        "priority.P2.response",
                        "priority.P9.response",
                        "support.hours.FRI",
                        "workingDayCounting"),
                refusal.problems().keySet().stream().sorted().toList());
        assertTrue(refusal.problems().getOrDefault("priority.P2.response", "").contains("3 WORKING_DAYS"));
        assertTrue(refusal.problems().getOrDefault("workingDayCounting", "").contains("END_OF_NTH_DAY"));
        assertThrows(
                UnacceptableTerms.class, () -> Deviation.of(TermKey.AVAILABILITY_FLOOR, new Elapsed(Duration.ZERO)));
    }

    @Test
    void deviating_twice_from_one_key_is_refused() {
        var once = Deviation.of(KEY, new Elapsed(Duration.ofHours(1)));
        assertThrows(UnacceptableTerms.class, () -> Terms.of(Preset.AFAS_SLA, List.of(once, once)));
    }

    @Test
    void a_choice_may_be_written_in_any_case_and_words_without_quotes() {
        var terms = Terms.of(
                Preset.AFAS_SLA,
                Deviation.read(Map.of("clock.outsideHoursStart", "nextWorkingDay", "lawAndCourt", "Belgian law")));
        assertEquals(
                Optional.of(ClockStart.NEXT_WORKING_DAY),
                terms.choice(TermKey.CLOCK_OUTSIDE_HOURS_START, ClockStart.class));
        assertEquals(Optional.of(new Text("Belgian law")), terms.value(TermKey.LAW_AND_COURT, Text.class));
    }

    @Test
    @Rule("XSV-004")
    void a_moment_finds_the_version_that_held_then() {
        var january = Instant.parse("2026-01-01T00:00:00Z");
        var july = Instant.parse("2026-07-01T00:00:00Z");
        var first = new Terms(Preset.AFAS_SLA, 1, january, Optional.of(july), List.of());
        var second = new Terms(Preset.AFAS_SLA, 2, july, Optional.empty(), List.of());
        var history = new TermsHistory(List.of(first, second));
        assertEquals(Optional.empty(), history.at(january.minusNanos(1)));
        assertEquals(Optional.of(first), history.at(january));
        assertEquals(Optional.of(first), history.at(july.minusNanos(1)));
        assertEquals(Optional.of(second), history.at(july));
        assertEquals(Optional.of(second), history.version(2));
    }

    @Test
    void other_hours_give_the_tenant_a_calendar_of_its_own() {
        var deviation = Map.of("support.hours.FRI", "08:00-20:00", "support.hours.WEEKEND", "10:00-12:00");
        var agreed = AgreedCalendars.of(Terms.of(Preset.AFAS_SLA, Deviation.read(deviation)));
        var support = agreed.support();
        assertTrue(support.id().value().startsWith("AFAS_SLA/support#"), support::toString);
        assertTrue(support.hours().isOpen(Amsterdam.at("2026-03-06T19:59")));
        assertTrue(support.hours().isOpen(Amsterdam.at("2026-03-07T10:00")));
        assertFalse(support.hours().isOpen(Amsterdam.at("2026-03-05T18:00")), "other days stay as they were");
        assertFalse(support.hours().isOpen(Amsterdam.at("2026-04-06T10:00")), "holidays stay");
        assertEquals(
                new CalendarId("AFAS_SLA/calamity"),
                agreed.calamity().orElseThrow().id());
        assertEquals(
                support.id(),
                AgreedCalendars.of(Terms.of(Preset.AFAS_SLA, Deviation.read(deviation)))
                        .support()
                        .id(),
                "the same deviation has the same name");
    }

    @Test
    void an_unknown_calendar_is_refused() {
        assertThrows(UnacceptableTerms.class, () -> AgreedCalendars.firstVersion(new CalendarId("AFAS_SLA/moon")));
    }
}
