package nl.waarborg.incident.incident.domain;

import static nl.waarborg.incident.incident.domain.Situation.AFAS;
import static nl.waarborg.incident.incident.domain.Situation.AGENT;
import static nl.waarborg.incident.incident.domain.Situation.FIRST_CLASS;
import static nl.waarborg.incident.incident.domain.Situation.MARK;
import static nl.waarborg.incident.incident.domain.Situation.PAUSING;
import static nl.waarborg.incident.incident.domain.Situation.SUBMITTER;
import static nl.waarborg.incident.incident.domain.Situation.at;
import static nl.waarborg.incident.incident.domain.Situation.calamity;
import static nl.waarborg.incident.incident.domain.Situation.disruption;
import static nl.waarborg.incident.incident.domain.Situation.has;
import static nl.waarborg.incident.incident.domain.Situation.history;
import static nl.waarborg.incident.incident.domain.Situation.incident;
import static nl.waarborg.incident.incident.domain.Situation.only;
import static nl.waarborg.incident.incident.domain.Situation.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import nl.waarborg.incident.incident.domain.IncidentCommand.*;
import nl.waarborg.incident.incident.domain.IncidentEvent.*;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.calendar.Holiday;
import nl.waarborg.terms.calendar.OpeningHoursDeviation;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.DeadlineCalculation.Basis;
import nl.waarborg.terms.clock.Waiting.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClocksTest {

    @Rule({"INC-032", "INC-033", "INC-034", "INC-035", "INC-036", "INC-037", "INC-038", "INC-039", "INC-040"})
    @ParameterizedTest
    @CsvSource({
        // catalogue 4.6, numbers 1 to 5
        "P2, false, 2026-03-05T16:30, 2026-03-05T16:30, INC-036, 2026-03-06T16:00, INC-039, 2026-04-05T16:30",
        "P3, false, 2026-03-06T16:05, 2026-03-09T08:00, INC-037, 2026-03-12T08:00, INC-040, 2026-06-09T08:00",
        "P2, false, 2026-03-09T07:30, 2026-03-09T08:00, INC-036, 2026-03-10T08:00, INC-039, 2026-04-09T08:00",
        "P2, false, 2026-01-30T10:00, 2026-01-30T10:00, INC-036, 2026-02-02T10:00, INC-039, 2026-02-28T10:00",
        "P1, true, 2026-04-02T16:50, 2026-04-02T16:50, INC-035, 2026-04-02T17:50, INC-038, 2026-04-08T16:50"
    })
    void a_report_starts_the_clocks_of_its_priority(
            Priority priority,
            boolean firstClass,
            String reported,
            String starts,
            String responseRule,
            String respondBy,
            String recoveryRule,
            String recoverBy) {
        var events = history(disruption(priority, firstClass ? FIRST_CLASS : AFAS, at(reported)));
        var response = only(ResponseClockStarted.class, events).clock();
        var recovery = only(RecoveryClockStarted.class, events).clock();
        assertEquals(at(starts), response.startsAt());
        assertEquals(at(starts), recovery.startsAt());
        assertEquals(at(respondBy), response.deadline());
        assertEquals(at(recoverBy), recovery.deadline());
        assertEquals(responseRule, response.rule());
        assertEquals(recoveryRule, recovery.rule());
        assertEquals("AFAS_SLA/support", response.calendar());
    }

    @Rule({"INC-026", "INC-028"})
    @ParameterizedTest
    @CsvSource({
        // catalogue 4.6, numbers 6 to 8
        "2026-03-11T22:45, true, 2026-03-11T23:45, , INC-026",
        "2026-03-14T10:00, false, 2026-03-16T17:00, 2026-03-16T07:00, INC-028",
        "2026-03-10T02:00, false, 2026-03-10T17:00, 2026-03-10T07:00, INC-028"
    })
    void a_calamity_has_a_contact_clock_on_its_own_calendar(
            String reported, boolean inside, String contactBy, String target, String rule) {
        var event = only(CalamityReported.class, history(calamity(AFAS, at(reported))));
        assertEquals(inside, event.insideWindow());
        assertEquals(at(contactBy), event.contactClock().deadline());
        assertEquals(target == null ? null : at(target), event.contactClock().target());
        assertEquals(rule, event.contactClock().rule());
        assertEquals("AFAS_SLA/calamity", event.contactClock().calendar());
    }

    @Rule("INC-025")
    @Test
    void the_weekend_service_answers_first_class_only() {
        var saturday = at("2026-03-14T10:00");
        assertTrue(only(CalamityReported.class, history(calamity(FIRST_CLASS, saturday)))
                .insideWindow());
        assertFalse(
                only(CalamityReported.class, history(calamity(AFAS, saturday))).insideWindow());
    }

    @Rule("INC-032")
    @Test
    void the_first_reaction_by_a_person_is_the_response() {
        var raised = disruption(Priority.P2, AFAS, at("2026-03-09T10:00"));
        var automatic = reaction(true, true, "2026-03-09T10:00");
        var internal = new AddVendorReaction(
                new java.util.UUID(0, 9), AGENT, "Known?", List.of(), false, false, at("2026-03-09T11:00"));
        var answer = new AddVendorReaction(
                new java.util.UUID(0, 8), AGENT, "We look.", List.of(), false, true, at("2026-03-09T12:00"));
        var history = history(raised, automatic, internal);
        assertFalse(has(IncidentResponseGiven.class, history));
        var events = incident().given(history).when(answer).events();
        assertEquals(
                at("2026-03-09T12:00"),
                only(IncidentResponseGiven.class, events).at());
        assertEquals(
                Status.IN_PROGRESS, only(IncidentStatusChanged.class, events).to());
    }

    @Rule({"INC-035", "INC-036", "INC-037"})
    @Test
    void a_response_at_the_deadline_is_in_time_and_one_second_later_it_is_not() {
        var raised = disruption(Priority.P2, AFAS, at("2026-03-09T10:00"));
        var due = at("2026-03-10T10:00");
        assertFalse(has(ResponseDeadlineMissed.class, history(raised, new GiveFirstResponse(AGENT, due))));
        var late = history(raised, new GiveFirstResponse(AGENT, due.plusSeconds(1)));
        assertEquals(new ResponseDeadlineMissed(Priority.P2, due, due), only(ResponseDeadlineMissed.class, late));
    }

    @Rule({"INC-036", "INC-039"})
    @Test
    void the_clock_notices_what_was_missed_once() {
        var raised = disruption(Priority.P2, AFAS, at("2026-03-09T10:00"));
        var due = at("2026-03-10T10:00");
        var notice = new NoticeMissedDeadline(ClockKind.RESPONSE, due);
        incident().given(history(raised)).when(notice).then(new ResponseDeadlineMissed(Priority.P2, due, due));
        incident().given(history(raised, notice)).when(notice).thenNothing();
        incident()
                .given(history(raised, new GiveFirstResponse(AGENT, due.minusSeconds(1))))
                .when(notice)
                .thenNothing();
        incident()
                .given(history(raised))
                .when(new NoticeMissedDeadline(ClockKind.RESPONSE, due.minusSeconds(1)))
                .thenNothing();
        var recoveryDue = at("2026-04-09T10:00");
        incident()
                .given(history(raised))
                .when(new NoticeMissedDeadline(ClockKind.RECOVERY, recoveryDue))
                .then(new RecoveryDeadlineMissed(Priority.P2, recoveryDue, recoveryDue));
    }

    @Rule("INC-032")
    @Test
    void a_fact_that_comes_late_withdraws_a_recorded_miss() {
        var raised = disruption(Priority.P2, AFAS, at("2026-03-09T10:00"));
        var due = at("2026-03-10T10:00");
        var missed = history(raised, new NoticeMissedDeadline(ClockKind.RESPONSE, due));
        var events = incident()
                .given(missed)
                .when(new GiveFirstResponse(AGENT, at("2026-03-09T15:00")))
                .events();
        assertEquals(
                new DeadlineMissWithdrawn(ClockKind.RESPONSE, due, at("2026-03-09T15:00")),
                only(DeadlineMissWithdrawn.class, events));
        assertEquals(
                at("2026-03-09T15:00"),
                only(IncidentResponseGiven.class, events).at());
    }

    @Rule("INC-032")
    @Test
    void an_earlier_response_that_comes_in_later_counts() {
        var raised = disruption(Priority.P2, AFAS, at("2026-03-09T10:00"));
        var history = history(raised, new GiveFirstResponse(AGENT, at("2026-03-10T12:00")));
        assertTrue(has(ResponseDeadlineMissed.class, history));
        var events = incident()
                .given(history)
                .when(new GiveFirstResponse(AGENT, at("2026-03-09T12:00")))
                .events();
        assertTrue(has(DeadlineMissWithdrawn.class, events));
        incident()
                .given(history)
                .when(new GiveFirstResponse(AGENT, at("2026-03-11T12:00")))
                .thenNothing();
    }

    @Rule({"INC-027", "INC-038", "INC-039", "INC-040"})
    @Test
    void a_workaround_ends_the_recovery_clock_and_the_incident_stays_open() {
        var raised = disruption(Priority.P2, AFAS, at("2026-03-09T10:00"));
        var workaround = new ProvideWorkaround(AGENT, "Open them in the app.", AFAS, at("2026-03-09T11:00"));
        var history = history(raised, workaround);
        var state = state(history);
        assertEquals(Status.WORKAROUND_PROVIDED, state.status());
        assertEquals(at("2026-03-09T11:00"), state.clock(ClockKind.RECOVERY).stoppedAt());
        // Whoever solves has reacted.
        assertEquals(at("2026-03-09T11:00"), state.clock(ClockKind.RESPONSE).stoppedAt());
        // The definitive solution has no deadline of its own (OP-07).
        var handled = history(raised, workaround, new HandleIncident(AGENT, "Patched.", AFAS, at("2026-09-01T11:00")));
        assertFalse(has(RecoveryDeadlineMissed.class, handled));
    }

    @Rule({"INC-038", "INC-039", "INC-040"})
    @Test
    void a_solution_after_the_deadline_is_late() {
        var raised = disruption(Priority.P1, FIRST_CLASS, at("2026-04-02T16:50"));
        var late = history(raised, new HandleIncident(AGENT, "Patched.", FIRST_CLASS, at("2026-04-08T16:51")));
        assertEquals(
                at("2026-04-08T16:50"), only(RecoveryDeadlineMissed.class, late).deadline());
        var inTime = history(raised, new HandleIncident(AGENT, "Patched.", FIRST_CLASS, at("2026-04-08T16:50")));
        assertFalse(has(RecoveryDeadlineMissed.class, inTime));
    }

    @Rule("INC-042")
    @Test
    void waiting_is_recorded_with_its_party_and_stops_no_clock_by_default() {
        var raised = disruption(Priority.P2, AFAS, at("2026-03-09T10:00"));
        var wait = new WaitForParty(Party.THIRD_PARTY, "Supplier", AFAS, at("2026-03-09T11:00"));
        var events = incident().given(history(raised)).when(wait).events();
        assertEquals(
                Party.THIRD_PARTY, only(IncidentStatusChanged.class, events).waitingFor());
        assertFalse(has(ClocksPaused.class, events));
        assertEquals(
                at("2026-03-10T10:00"),
                state(history(raised, wait)).clock(ClockKind.RESPONSE).due());
    }

    @Rule("INC-042")
    @Test
    void under_terms_that_pause_the_deadline_moves_by_the_open_time_waited_for() {
        var raised = disruption(Priority.P2, PAUSING, at("2026-03-09T10:00"));
        var wait = new WaitForParty(Party.CUSTOMER, null, PAUSING, at("2026-03-09T16:00"));
        var paused = history(raised, wait);
        assertEquals(
                List.of(ClockKind.RESPONSE, ClockKind.RECOVERY),
                only(ClocksPaused.class, paused).clocks());
        // Not missed while paused.
        incident()
                .given(paused)
                .when(new NoticeMissedDeadline(ClockKind.RESPONSE, at("2026-03-10T10:00")))
                .thenNothing();
        // 16:00-17:00 and 08:00-12:00: five open hours.
        var resumed = incident()
                .given(paused)
                .when(new ResumeIncident(null, PAUSING, at("2026-03-10T12:00")))
                .events();
        var net = only(ClocksResumed.class, resumed).deadlines();
        assertEquals(at("2026-03-10T15:00"), net.getFirst().deadline());
        assertEquals(ClockKind.RESPONSE, net.getFirst().kind());
    }

    @Rule("INC-042")
    @Test
    void waiting_for_a_third_party_does_not_pause_where_only_the_customer_does() {
        var raised = disruption(Priority.P2, PAUSING, at("2026-03-09T10:00"));
        assertFalse(has(
                ClocksPaused.class,
                history(raised, new WaitForParty(Party.THIRD_PARTY, null, PAUSING, at("2026-03-09T16:00")))));
    }

    @Rule("INC-042")
    @Test
    void waiting_that_is_told_late_withdraws_the_miss() {
        var raised = disruption(Priority.P2, PAUSING, at("2026-03-09T10:00"));
        var missed = history(raised, new NoticeMissedDeadline(ClockKind.RESPONSE, at("2026-03-10T10:00")));
        var events = incident()
                .given(missed)
                .when(new WaitForParty(Party.CUSTOMER, null, PAUSING, at("2026-03-09T16:00")))
                .events();
        assertEquals(
                ClockKind.RESPONSE, only(DeadlineMissWithdrawn.class, events).clock());
    }

    @Rule("INC-042")
    @Test
    void a_pause_survives_a_change_of_priority() {
        var raised = disruption(Priority.P2, PAUSING, at("2026-03-09T10:00"));
        var history = history(
                raised,
                new WaitForParty(Party.CUSTOMER, null, PAUSING, at("2026-03-09T16:00")),
                new ResumeIncident(null, PAUSING, at("2026-03-10T12:00")),
                new PrioritiseIncident(Priority.P3, false, "Fewer users", PAUSING, at("2026-03-10T12:30")));
        // Three working days from Monday 10:00 and five open hours: Thursday 15:00.
        assertEquals(
                at("2026-03-12T15:00"), state(history).clock(ClockKind.RESPONSE).due());
    }

    @Rule("INC-042")
    @Test
    void waiting_does_not_end_before_it_began() {
        incident()
                .given(history(
                        disruption(Priority.P2, AFAS, at("2026-03-09T10:00")),
                        new WaitForParty(Party.CUSTOMER, null, AFAS, at("2026-03-09T16:00"))))
                .when(new ResumeIncident(null, AFAS, at("2026-03-09T15:00")))
                .thenRejected("INC-042");
    }

    @Rule("INC-041")
    @Test
    void a_lower_priority_sets_longer_terms_from_the_original_start() {
        var raised = disruption(Priority.P2, AFAS, at("2026-03-09T10:00"));
        var events = incident()
                .given(history(raised))
                .when(new PrioritiseIncident(Priority.P3, false, "Fewer users", AFAS, at("2026-03-09T12:00")))
                .events();
        var change = only(DeadlinesRecalculated.class, events);
        assertEquals(RecalculationCause.PRIORITY_CHANGED, change.cause());
        var response = change.clocks().getFirst();
        assertEquals(at("2026-03-10T10:00"), response.oldDeadline());
        assertEquals(at("2026-03-12T10:00"), response.net().deadline());
        assertEquals(Basis.ORIGINAL_START, response.basis());
        assertEquals("INC-037", response.clock().rule());
    }

    @Rule("INC-041")
    @Test
    void a_given_response_stays_given() {
        var raised = disruption(Priority.P3, AFAS, at("2026-03-09T10:00"));
        var history = history(
                raised,
                new GiveFirstResponse(AGENT, at("2026-03-09T11:00")),
                new PrioritiseIncident(Priority.P2, true, null, AFAS, at("2026-03-12T12:00")));
        var change = only(DeadlinesRecalculated.class, history);
        assertEquals(
                List.of(ClockKind.RECOVERY),
                change.clocks().stream().map(Recalculation::kind).toList());
        assertEquals(
                at("2026-03-09T11:00"), state(history).clock(ClockKind.RESPONSE).stoppedAt());
    }

    @Rule("INC-017")
    @Test
    void another_calendar_moves_open_clocks_only() {
        var raised = disruption(Priority.P2, AFAS, at("2026-03-09T10:00"));
        var closed = OpeningHoursDeviation.closed(Holiday.on(LocalDate.of(2026, 3, 10)));
        var republished = new Promise(
                AFAS.terms(),
                new AgreedCalendars(
                        AFAS.calendars().support().deviating(closed),
                        AFAS.calendars().calamity()),
                false,
                SupportRight.SUPPORTED);
        var recalculate = new RecalculateDeadlines(republished, at("2026-03-09T12:00"));
        var change = only(
                DeadlinesRecalculated.class,
                incident().given(history(raised)).when(recalculate).events());
        assertEquals(RecalculationCause.CALENDAR_CHANGED, change.cause());
        assertEquals(1, change.clocks().size()); // a month later is a month later
        assertEquals(at("2026-03-10T10:00"), change.clocks().getFirst().oldDeadline());
        assertEquals(at("2026-03-11T10:00"), change.clocks().getFirst().net().deadline());
        assertEquals(2, change.clocks().getFirst().clock().calendarVersion());

        incident()
                .given(history(raised, new GiveFirstResponse(AGENT, at("2026-03-09T11:00"))))
                .when(recalculate)
                .thenNothing();
    }

    @Test
    void a_warning_comes_once_and_mail_to_staff_waits_for_service_hours() {
        var raised = disruption(Priority.P1, FIRST_CLASS, at("2026-04-02T16:50"));
        var clock = only(ResponseClockStarted.class, history(raised)).clock();
        assertTrue(clock.warnsAt().isBefore(clock.deadline()));
        var warn = new WarnOfDeadline(ClockKind.RESPONSE, FIRST_CLASS, at("2026-04-02T17:30"));
        incident()
                .given(history(raised))
                .when(warn)
                .then(new DeadlineWarningRaised(
                        ClockKind.RESPONSE, clock.deadline(), at("2026-04-03T08:00"), warn.at()));
        incident().given(history(raised, warn)).when(warn).thenNothing();
    }

    private static AddVendorReaction reaction(boolean automatic, boolean visible, String at) {
        return new AddVendorReaction(MARK, null, "Received.", List.of(), automatic, visible, at(at));
    }

    @Rule("INC-008")
    @Test
    void an_answer_of_the_customer_ends_waiting_for_it() {
        var history = history(
                disruption(Priority.P2, AFAS, at("2026-03-09T10:00")),
                new WaitForParty(Party.CUSTOMER, null, AFAS, at("2026-03-09T11:00")),
                new AddCustomerReaction(MARK, SUBMITTER, "See attachment.", List.of(), AFAS, at("2026-03-09T12:00")));
        assertEquals(Status.IN_PROGRESS, state(history).status());
    }
}
