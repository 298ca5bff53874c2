package nl.waarborg.incident.incident.domain;

import static nl.waarborg.incident.incident.domain.Situation.AFAS;
import static nl.waarborg.incident.incident.domain.Situation.AGENT;
import static nl.waarborg.incident.incident.domain.Situation.FIRST_CLASS;
import static nl.waarborg.incident.incident.domain.Situation.MARK;
import static nl.waarborg.incident.incident.domain.Situation.SUBMITTER;
import static nl.waarborg.incident.incident.domain.Situation.at;
import static nl.waarborg.incident.incident.domain.Situation.calamity;
import static nl.waarborg.incident.incident.domain.Situation.disruption;
import static nl.waarborg.incident.incident.domain.Situation.has;
import static nl.waarborg.incident.incident.domain.Situation.history;
import static nl.waarborg.incident.incident.domain.Situation.incident;
import static nl.waarborg.incident.incident.domain.Situation.only;
import static nl.waarborg.incident.incident.domain.Situation.question;
import static nl.waarborg.incident.incident.domain.Situation.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import nl.waarborg.incident.incident.domain.IncidentCommand.*;
import nl.waarborg.incident.incident.domain.IncidentCommand.HandleIncident;
import nl.waarborg.incident.incident.domain.IncidentEvent.*;
import nl.waarborg.incident.incident.domain.IncidentEvent.EscalationRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLinked;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryExpectationChanged;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterCorrected;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterEnded;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.DeadlineCalculation.Basis;
import nl.waarborg.terms.clock.Waiting.Party;
import org.junit.jupiter.api.Test;

class LifeOfAnIncidentTest {

    private static final Instant REPORT = at("2026-03-09T10:00");
    private static final Instant LATER = at("2026-03-09T14:00");

    @Rule("INC-029")
    @Test
    void a_question_is_not_prioritised_above_3() {
        incident()
                .given(history(question(AFAS, REPORT)))
                .when(new PrioritiseIncident(Priority.P2, true, null, AFAS, LATER))
                .thenRejected("INC-029");
    }

    @Rule("INC-029")
    @Test
    void what_turns_out_to_be_a_question_falls_to_3() {
        var events = incident()
                .given(history(disruption(Priority.P2, AFAS, REPORT)))
                .when(new ClassifyIncident(IncidentType.CONFIGURATION_QUESTION, null, AFAS, LATER))
                .events();
        assertEquals(Priority.P3, only(IncidentPrioritised.class, events).priority());
        assertTrue(has(DeadlinesRecalculated.class, events));
    }

    @Rule("INC-030")
    @Test
    void only_what_disrupts_production_is_priority_1_or_2() {
        var fault = history(Situation.report(IncidentType.FAULT, null, false, AFAS, REPORT));
        incident()
                .given(fault)
                .when(new PrioritiseIncident(Priority.P2, false, null, AFAS, LATER))
                .thenRejected("INC-030");
        var events = incident()
                .given(fault)
                .when(new PrioritiseIncident(Priority.P2, true, null, AFAS, LATER))
                .events();
        assertEquals(Priority.P2, only(IncidentPrioritised.class, events).priority());
    }

    @Rule("INC-031")
    @Test
    void priority_1_is_for_first_class() {
        var raised = history(disruption(Priority.P2, AFAS, REPORT));
        var first = new PrioritiseIncident(Priority.P1, true, null, AFAS, LATER);
        incident().given(raised).when(first).thenRejected("INC-031");
        var entitled = new PrioritiseIncident(Priority.P1, true, null, FIRST_CLASS, LATER);
        assertEquals(
                Priority.P1,
                only(
                                IncidentPrioritised.class,
                                incident().given(raised).when(entitled).events())
                        .priority());
    }

    @Rule("INC-021")
    @Test
    void lowering_needs_a_reason() {
        var raised = history(disruption(Priority.P2, AFAS, REPORT));
        incident()
                .given(raised)
                .when(new PrioritiseIncident(Priority.P3, false, null, AFAS, LATER))
                .thenRejected("INC-021");
    }

    @Rule("INC-020")
    @Test
    void the_customer_asks_for_a_higher_priority() {
        incident()
                .given(history(question(AFAS, REPORT)))
                .when(new RequestPriorityEscalation(SUBMITTER, null, "Payroll day", true, LATER))
                .then(new PriorityEscalationRequested(SUBMITTER, Priority.P2, "Payroll day", true, LATER));
    }

    @Rule("INC-020")
    @Test
    void asking_twice_or_for_less_changes_nothing() {
        var ask = new RequestPriorityEscalation(SUBMITTER, Priority.P2, "Payroll day", true, LATER);
        incident().given(history(question(AFAS, REPORT), ask)).when(ask).thenNothing();
        incident()
                .given(history(disruption(Priority.P2, AFAS, REPORT)))
                .when(new RequestPriorityEscalation(SUBMITTER, Priority.P2, null, true, LATER))
                .thenRejected("INC-020");
    }

    @Rule({"INC-021", "INC-041"})
    @Test
    void an_accepted_raise_says_by_whom_and_why_and_what_it_did_to_the_deadlines() {
        var fault = Situation.report(IncidentType.FAULT, null, false, AFAS, REPORT);
        var ask = new RequestPriorityEscalation(SUBMITTER, null, "Payroll day", true, LATER);
        var acceptance = at("2026-03-11T12:00");
        var events = incident()
                .given(history(fault, ask))
                .when(new EscalatePriority(AGENT, null, true, "Nobody is paid", AFAS, acceptance))
                .events();
        var escalated = only(PriorityEscalated.class, events);
        assertEquals(AGENT, escalated.assessor());
        assertEquals("Nobody is paid", escalated.reason());
        assertEquals(Priority.P3, escalated.from());
        assertEquals(Priority.P2, escalated.to());
        // Monday 10:00 + 1 working day has passed: from the acceptance (OP-09).
        var response = escalated.clocks().getFirst();
        assertEquals(at("2026-03-12T10:00"), response.oldDeadline());
        assertEquals(at("2026-03-12T12:00"), response.net().deadline());
        assertEquals(Basis.REBASED, response.basis());
        var recovery = escalated.clocks().getLast();
        assertEquals(at("2026-04-09T10:00"), recovery.net().deadline());
        assertEquals(Basis.ORIGINAL_START, recovery.basis());
        assertEquals(
                escalated.clocks(), only(DeadlinesRecalculated.class, events).clocks());
        assertEquals(Priority.P2, only(IncidentPrioritised.class, events).priority());
    }

    @Rule({"INC-021", "INC-031"})
    @Test
    void first_class_is_checked_when_the_raise_is_decided() {
        var raised = history(
                disruption(Priority.P2, FIRST_CLASS, REPORT),
                new RequestPriorityEscalation(SUBMITTER, Priority.P1, "All branches", true, LATER));
        var decide = new EscalatePriority(AGENT, null, true, "Assessed", AFAS, LATER.plusSeconds(60));
        incident()
                .given(raised)
                .when(decide)
                .thenRejected(
                        "INC-031",
                        new PriorityEscalationRejected(AGENT, Priority.P1, "INC-031", "Assessed", false, decide.at()));
    }

    @Rule("INC-021")
    @Test
    void support_may_reject_a_raise_with_a_reason() {
        var raised =
                history(question(AFAS, REPORT), new RequestPriorityEscalation(SUBMITTER, null, null, false, LATER));
        incident()
                .given(raised)
                .when(new RejectPriorityEscalation(AGENT, "A question", AFAS, LATER))
                .then(new PriorityEscalationRejected(AGENT, Priority.P2, null, "A question", false, LATER));
        incident()
                .given(history(question(AFAS, REPORT)))
                .when(new EscalatePriority(AGENT, Priority.P2, true, "No request", AFAS, LATER))
                .thenRejected("INC-021");
    }

    @Rule("INC-045")
    @Test
    void first_class_incidents_stay_with_first_class() {
        incident()
                .given(history(question(FIRST_CLASS, REPORT)))
                .when(new AssignIncident(AGENT, Team.SUPPORT, null, FIRST_CLASS, LATER))
                .thenRejected("INC-045");
        incident()
                .given(history(question(FIRST_CLASS, REPORT)))
                .when(new AssignIncident(AGENT, null, "payroll", FIRST_CLASS, LATER))
                .then(new IncidentAssigned(AGENT, Team.FIRST_CLASS, "payroll", LATER));
    }

    @Rule("INC-005")
    @Test
    void both_sides_talk_in_the_dossier_and_a_repeated_message_is_one() {
        var reaction = new AddVendorReaction(MARK, AGENT, "We look.", List.of(), false, true, LATER);
        var events =
                incident().given(history(question(AFAS, REPORT))).when(reaction).events();
        assertEquals("We look.", only(VendorReactionAdded.class, events).text());
        incident()
                .given(history(question(AFAS, REPORT), reaction))
                .when(reaction)
                .thenNothing();
    }

    @Rule("INC-008")
    @Test
    void the_customer_can_always_add_information_even_after_the_end() {
        var handled = history(question(AFAS, REPORT), new HandleIncident(AGENT, "Explained.", AFAS, LATER));
        var reaction = new AddCustomerReaction(MARK, SUBMITTER, "Thanks.", List.of(), AFAS, LATER.plusSeconds(60));
        incident()
                .given(handled)
                .when(reaction)
                .then(new CustomerReactionAdded(MARK, SUBMITTER, "Thanks.", List.of(), reaction.at()));
    }

    @Rule("INC-044")
    @Test
    void the_customer_is_kept_informed_by_visible_reactions() {
        var first = history(
                disruption(Priority.P1, FIRST_CLASS, REPORT),
                new AddVendorReaction(MARK, AGENT, "Still working on it.", List.of(), false, true, LATER));
        assertTrue(only(VendorReactionAdded.class, first).visible());
    }

    @Rule({"INC-007", "INC-009"})
    @Test
    void handling_changes_the_status_and_asks_for_a_rating() {
        var events = incident()
                .given(history(question(AFAS, REPORT)))
                .when(new HandleIncident(AGENT, "Explained.", AFAS, LATER))
                .events();
        assertEquals("Explained.", only(IncidentHandled.class, events).solution());
        assertEquals(
                List.of(Status.IN_PROGRESS, Status.HANDLED),
                events.stream()
                        .filter(IncidentStatusChanged.class::isInstance)
                        .map(event -> ((IncidentStatusChanged) event).to())
                        .toList());
        assertEquals(SUBMITTER, only(FeedbackRequested.class, events).submitter());
    }

    @Rule("INC-009")
    @Test
    void a_rating_is_given_once_and_only_after_handling() {
        var handled = history(question(AFAS, REPORT), new HandleIncident(AGENT, "Explained.", AFAS, LATER));
        var rating = new GiveFeedback(SUBMITTER, 5, "Quick", LATER.plusSeconds(60));
        incident().given(handled).when(rating).then(new FeedbackGiven(SUBMITTER, 5, "Quick", rating.at()));
        var rated = history(question(AFAS, REPORT), new HandleIncident(AGENT, "Explained.", AFAS, LATER), rating);
        incident().given(rated).when(rating).thenNothing();
        incident().given(history(question(AFAS, REPORT))).when(rating).thenRejected("INC-009");
    }

    @Rule("INC-007")
    @Test
    void every_step_of_the_life_changes_the_status() {
        var life = history(
                question(AFAS, REPORT),
                new GiveFirstResponse(AGENT, LATER),
                new WaitForParty(Party.CUSTOMER, "Which month?", AFAS, LATER.plusSeconds(60)),
                new ResumeIncident(null, AFAS, LATER.plusSeconds(120)),
                new ProvideWorkaround(AGENT, "Use the app.", AFAS, LATER.plusSeconds(180)),
                new ResumeIncident(null, AFAS, LATER.plusSeconds(240)),
                new HandleIncident(AGENT, "Fixed.", AFAS, LATER.plusSeconds(300)),
                new ReopenIncident(SUBMITTER, "Again", LATER.plusSeconds(360)),
                new HandleIncident(AGENT, "Fixed again.", AFAS, LATER.plusSeconds(420)));
        assertEquals(
                List.of(
                        Status.IN_PROGRESS,
                        Status.WAITING_FOR_CUSTOMER,
                        Status.IN_PROGRESS,
                        Status.WORKAROUND_PROVIDED,
                        Status.IN_PROGRESS,
                        Status.HANDLED,
                        Status.IN_PROGRESS,
                        Status.HANDLED),
                life.stream()
                        .filter(IncidentStatusChanged.class::isInstance)
                        .map(event -> ((IncidentStatusChanged) event).to())
                        .toList());
    }

    @Rule("INC-050")
    @Test
    void a_handled_incident_can_be_reopened_and_its_clocks_do_not_start_again() {
        var handle = new HandleIncident(AGENT, "Fixed.", AFAS, LATER);
        var before = state(history(disruption(Priority.P2, AFAS, REPORT), handle));
        var after = state(history(
                disruption(Priority.P2, AFAS, REPORT),
                handle,
                new ReopenIncident(SUBMITTER, "Again", LATER.plusSeconds(60))));
        assertEquals(Status.IN_PROGRESS, after.status());
        assertEquals(before.clocks(), after.clocks());
        assertFalse(after.clock(ClockKind.RECOVERY).isRunning());
    }

    @Rule("INC-050")
    @Test
    void a_lapsed_incident_is_final_and_its_clocks_end_without_a_verdict() {
        var lapse = new LapseIncident("No answer", LATER);
        var lapsed = history(disruption(Priority.P2, AFAS, REPORT), lapse);
        assertFalse(has(ResponseDeadlineMissed.class, lapsed));
        assertTrue(state(lapsed).clock(ClockKind.RECOVERY).cancelled());
        incident().given(lapsed).when(lapse).thenNothing();
        incident()
                .given(lapsed)
                .when(new ReopenIncident(SUBMITTER, "Again", LATER))
                .thenRejected("INC-050");
        incident()
                .given(lapsed)
                .when(new NoticeMissedDeadline(ClockKind.RECOVERY, at("2026-04-09T10:00")))
                .thenNothing();
    }

    @Test
    void lapsing_hides_no_miss() {
        var lapsed =
                history(disruption(Priority.P2, AFAS, REPORT), new LapseIncident("No answer", at("2026-03-20T10:00")));
        assertEquals(
                at("2026-03-10T10:00"),
                only(ResponseDeadlineMissed.class, lapsed).deadline());
    }

    @Rule("INC-026")
    @Test
    void contact_within_the_hour_is_in_time_and_is_the_response_too() {
        var contact = new RecordCalamityContact(AGENT, SUBMITTER, at("2026-03-09T11:00"));
        var history = history(calamity(AFAS, REPORT), contact);
        assertFalse(has(CalamityContactDeadlineMissed.class, history));
        assertEquals(SUBMITTER, only(CalamityContactMade.class, history).contactedPerson());
        assertTrue(has(IncidentResponseGiven.class, history));
        incident().given(history).when(contact).thenNothing();
    }

    @Rule("INC-026")
    @Test
    void no_contact_within_the_hour_is_missed() {
        var due = at("2026-03-09T11:00");
        incident()
                .given(history(calamity(AFAS, REPORT)))
                .when(new NoticeMissedDeadline(ClockKind.CALAMITY_CONTACT, due))
                .then(new CalamityContactDeadlineMissed(due, due));
        var automatic = new AddVendorReaction(MARK, null, "Received.", List.of(), true, true, REPORT);
        assertFalse(has(CalamityContactMade.class, history(calamity(AFAS, REPORT), automatic)));
    }

    @Rule("INC-027")
    @Test
    void the_follow_up_is_agreed_in_the_contact() {
        var agree = new AgreeCalamityFollowUp("Workaround today, patch tomorrow.", LATER);
        incident().given(history(calamity(AFAS, REPORT))).when(agree).thenRejected("INC-027");
        var contacted = history(calamity(AFAS, REPORT), new RecordCalamityContact(AGENT, SUBMITTER, LATER));
        incident()
                .given(contacted)
                .when(agree)
                .then(new CalamityFollowUpAgreed("Workaround today, patch tomorrow.", LATER));
    }

    @Rule("INC-022")
    @Test
    void support_may_downgrade_a_calamity_and_its_clock_ends() {
        var downgraded =
                history(calamity(AFAS, REPORT), new DowngradeCalamity(AGENT, "One user", REPORT.plusSeconds(600)));
        assertEquals(Calamity.DOWNGRADED, state(downgraded).calamity());
        incident()
                .given(downgraded)
                .when(new NoticeMissedDeadline(ClockKind.CALAMITY_CONTACT, at("2026-03-09T11:00")))
                .thenNothing();
    }

    @Rule("INC-022")
    @Test
    void an_incident_can_turn_out_to_be_a_calamity() {
        var events = incident()
                .given(history(question(AFAS, REPORT)))
                .when(new ReportCalamity(AFAS, LATER))
                .events();
        assertEquals(
                at("2026-03-09T15:00"),
                only(CalamityReported.class, events).contactClock().deadline());
        assertEquals(Priority.P2, only(IncidentPrioritised.class, events).priority());
    }

    @Rule("INC-059")
    @Test
    void the_customer_can_turn_to_its_account_manager() {
        incident()
                .given(history(question(Situation.PHOCUS, REPORT)))
                .when(new EscalateIncident(SUBMITTER, "Consultation leads nowhere", LATER))
                .then(new EscalationRaised(SUBMITTER, "account-manager", "Consultation leads nowhere", LATER));
    }

    @Rule("INC-059")
    @Test
    void the_same_call_upon_the_account_manager_again_changes_nothing() {
        var again = new EscalateIncident(SUBMITTER, "Consultation leads nowhere", LATER);
        incident()
                .given(history(question(Situation.PHOCUS, REPORT), again))
                .when(again)
                .thenNothing();
        incident()
                .given(history(question(Situation.PHOCUS, REPORT), again))
                .when(new EscalateIncident(SUBMITTER, "Still nowhere", LATER))
                .then(new EscalationRaised(SUBMITTER, "account-manager", "Still nowhere", LATER));
    }

    @Test
    void an_outage_is_linked_once_and_its_news_is_kept() {
        var link = new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, LATER, null), LATER);
        var linked = history(question(AFAS, REPORT), link);
        incident().given(linked).when(link).thenNothing();
        var postponed = LATER.plusSeconds(3600);
        incident()
                .given(linked)
                .when(new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, postponed, null), LATER))
                .then(new RecoveryExpectationChanged(RelatedKind.OUTAGE, MARK, postponed, LATER));
        var over = new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, null, postponed), postponed);
        incident()
                .given(linked)
                .when(over)
                .then(new RelatedMatterEnded(RelatedKind.OUTAGE, MARK, SUBMITTER, postponed, postponed));
        incident().given(history(question(AFAS, REPORT), link, over)).when(over).thenNothing();
    }

    @Test
    void an_outage_that_ended_at_another_time_or_lasts_again_is_corrected() {
        var link = new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, LATER, null), LATER);
        var over = new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, null, LATER), LATER);
        var earlier = LATER.minusSeconds(60);
        var corrected = new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, null, earlier), LATER);
        incident()
                .given(history(question(AFAS, REPORT), link, over))
                .when(corrected)
                .then(new RelatedMatterCorrected(RelatedKind.OUTAGE, MARK, SUBMITTER, null, earlier, LATER));
        incident()
                .given(history(question(AFAS, REPORT), link, over, corrected))
                .when(corrected)
                .thenNothing();
        var again = new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, null, null), LATER);
        incident()
                .given(history(question(AFAS, REPORT), link, over))
                .when(again)
                .then(new RelatedMatterCorrected(RelatedKind.OUTAGE, MARK, SUBMITTER, null, null, LATER));
        incident()
                .given(history(question(AFAS, REPORT), link, over, again))
                .when(over)
                .then(new RelatedMatterEnded(RelatedKind.OUTAGE, MARK, SUBMITTER, LATER, LATER));
    }

    @Test
    void a_handled_incident_hears_no_more_of_its_outage() {
        var link = new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, LATER, null), LATER);
        incident()
                .given(history(question(AFAS, REPORT), link, new HandleIncident(AGENT, "Restarted", AFAS, LATER)))
                .when(new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, null, LATER), LATER))
                .thenNothing();
    }

    @Test
    void an_outage_may_have_begun_before_the_report() {
        var before = REPORT.minusSeconds(600);
        incident()
                .given(history(question(AFAS, REPORT)))
                .when(new LinkIncident(new Related(RelatedKind.OUTAGE, MARK, null, null), before))
                .then(new IncidentLinked(RelatedKind.OUTAGE, MARK, SUBMITTER, null, before));
    }
}
