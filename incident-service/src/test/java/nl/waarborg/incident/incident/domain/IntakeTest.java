package nl.waarborg.incident.incident.domain;

import static nl.waarborg.incident.incident.domain.Situation.AFAS;
import static nl.waarborg.incident.incident.domain.Situation.FIRST_CLASS;
import static nl.waarborg.incident.incident.domain.Situation.PHOCUS;
import static nl.waarborg.incident.incident.domain.Situation.SUBMITTER;
import static nl.waarborg.incident.incident.domain.Situation.at;
import static nl.waarborg.incident.incident.domain.Situation.calamity;
import static nl.waarborg.incident.incident.domain.Situation.disruption;
import static nl.waarborg.incident.incident.domain.Situation.has;
import static nl.waarborg.incident.incident.domain.Situation.history;
import static nl.waarborg.incident.incident.domain.Situation.incident;
import static nl.waarborg.incident.incident.domain.Situation.only;
import static nl.waarborg.incident.incident.domain.Situation.question;
import static nl.waarborg.incident.incident.domain.Situation.report;
import static nl.waarborg.incident.incident.domain.Situation.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import nl.waarborg.incident.incident.domain.IncidentCommand.ClassifyIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.RaiseIncident;
import nl.waarborg.incident.incident.domain.IncidentEvent.*;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IntakeTest {

    private static final Instant MONDAY = at("2026-03-09T10:00");
    private static final Instant SUNDAY_NIGHT = at("2026-03-08T03:00");

    @Rule("INC-001")
    @ParameterizedTest
    @EnumSource
    void a_report_of_any_type_is_registered_as_an_incident_and_classified(IncidentType type) {
        var raised =
                incident().given().when(report(type, null, false, AFAS, MONDAY)).events();
        assertEquals(type, only(IncidentRaised.class, raised).claimedType());

        var classified = incident()
                .given(history(report(null, null, false, AFAS, MONDAY)))
                .when(new ClassifyIncident(type, Category.PERFORMANCE, AFAS, MONDAY.plusSeconds(60)))
                .events();
        assertEquals(type, only(IncidentClassified.class, classified).type());
    }

    @Rule("INC-001")
    @Test
    void classifying_the_same_way_again_changes_nothing() {
        var classify = new ClassifyIncident(IncidentType.FAULT, null, AFAS, MONDAY.plusSeconds(60));
        incident()
                .given(history(question(AFAS, MONDAY), classify))
                .when(new ClassifyIncident(IncidentType.FAULT, null, AFAS, MONDAY.plusSeconds(90)))
                .thenNothing();
    }

    @Test
    void the_same_report_again_changes_nothing() {
        incident()
                .given(history(question(AFAS, MONDAY)))
                .when(question(AFAS, MONDAY))
                .thenNothing();
    }

    @Rule("INC-002")
    @Test
    void the_portal_takes_a_report_at_any_hour_and_only_the_clocks_wait() {
        var events = incident().given().when(question(AFAS, SUNDAY_NIGHT)).events();
        assertEquals(SUNDAY_NIGHT, only(IncidentRaised.class, events).at());
        assertEquals(
                at("2026-03-09T08:00"),
                only(ResponseClockStarted.class, events).clock().startsAt());
    }

    @Rule("INC-003")
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void the_intake_records_whether_the_help_center_was_consulted_and_refuses_neither(boolean consulted) {
        var events = incident().given().when(consulted(consulted)).events();
        assertEquals(consulted, only(IncidentRaised.class, events).helpCenterConsulted());
    }

    @Rule({"INC-012", "INC-014"})
    @ParameterizedTest
    @CsvSource({"PORTAL, INC-012", "PHONE, INC-014"})
    void who_may_not_submit_is_refused_and_the_refusal_is_kept(Channel channel, String rule) {
        var command = report(null, null, false, AFAS, channel, Topic.GENERAL, SubmissionRight.NONE, MONDAY);
        incident()
                .given()
                .when(command)
                .thenRejected(
                        rule, new IncidentSubmissionRefused(SUBMITTER, RefusalReason.NOT_AUTHORISED, channel, MONDAY));
    }

    @Rule("INC-013")
    @Test
    void a_viewer_submits_nothing() {
        var command = report(null, null, false, AFAS, Channel.PORTAL, Topic.GENERAL, SubmissionRight.VIEW_ONLY, MONDAY);
        incident()
                .given()
                .when(command)
                .thenRejected(
                        "INC-013",
                        new IncidentSubmissionRefused(SUBMITTER, RefusalReason.ROLE_VIEW_ONLY, Channel.PORTAL, MONDAY));
    }

    @Rule("INC-012")
    @Test
    void a_refused_submission_can_be_raised_once_the_role_is_there() {
        var refused = new IncidentSubmissionRefused(SUBMITTER, RefusalReason.NOT_AUTHORISED, Channel.PORTAL, MONDAY);
        assertTrue(has(
                IncidentRaised.class,
                incident().given(refused).when(question(AFAS, MONDAY)).events()));
    }

    @Rule("INC-061")
    @Test
    void a_licence_without_support_is_refused() {
        incident()
                .given()
                .when(question(without(AFAS, SupportRight.NOT_IN_LICENCE), MONDAY))
                .thenRejected(
                        "INC-061",
                        new IncidentSubmissionRefused(
                                SUBMITTER, RefusalReason.NO_SUPPORT_IN_LICENCE, Channel.PORTAL, MONDAY));
    }

    @Rule({"XSV-014", "XSV-020"})
    @Test
    void after_the_agreement_only_questions_about_the_exit_are_taken() {
        var ended = without(AFAS, SupportRight.AGREEMENT_ENDED);
        incident()
                .given()
                .when(question(ended, MONDAY))
                .thenRejected(
                        "XSV-014",
                        new IncidentSubmissionRefused(
                                SUBMITTER, RefusalReason.AGREEMENT_ENDED, Channel.PORTAL, MONDAY));
        for (var right : List.of(SupportRight.AGREEMENT_ENDED, SupportRight.NOT_IN_LICENCE)) {
            assertTrue(has(
                    IncidentRaised.class,
                    incident()
                            .given()
                            .when(report(
                                    null,
                                    null,
                                    false,
                                    without(AFAS, right),
                                    Channel.PORTAL,
                                    Topic.EXIT_EXPORT,
                                    SubmissionRight.MAY_SUBMIT,
                                    MONDAY))
                            .events()));
        }
    }

    @Rule("INC-058")
    @ParameterizedTest
    @EnumSource
    void a_report_by_any_channel_becomes_a_ticket(Channel channel) {
        var command = report(null, null, false, PHOCUS, channel, Topic.GENERAL, SubmissionRight.MAY_SUBMIT, MONDAY);
        assertEquals(
                channel,
                only(IncidentRaised.class, incident().given().when(command).events())
                        .channel());
    }

    @Rule({"INC-060", "XSV-020"})
    @ParameterizedTest
    @CsvSource({"GENERAL, false", "ADDITIONAL_SUPPORT, true", "EXIT_EXPORT, false"})
    void only_support_on_top_may_be_charged(Topic topic, boolean chargeable) {
        var command = report(null, null, false, PHOCUS, Channel.MAIL, topic, SubmissionRight.MAY_SUBMIT, MONDAY);
        assertEquals(
                chargeable,
                only(IncidentRaised.class, incident().given().when(command).events())
                        .chargeable());
    }

    @Rule("INC-029")
    @ParameterizedTest
    @EnumSource(names = {"KNOWLEDGE_QUESTION", "CONFIGURATION_QUESTION"})
    void a_question_is_priority_3_whatever_is_claimed(IncidentType type) {
        var events = incident()
                .given()
                .when(report(type, Priority.P1, false, FIRST_CLASS, MONDAY))
                .events();
        assertEquals(Priority.P3, only(IncidentPrioritised.class, events).priority());
    }

    @Rule({"INC-030", "INC-031", "INC-044"})
    @ParameterizedTest
    @CsvSource({
        "FAULT, P1, true, P3",
        "FAULT, P2, false, P3",
        "DISRUPTION, P1, true, P1",
        "DISRUPTION, P1, false, P2",
        "DISRUPTION, P2, false, P2",
        "DISRUPTION, P3, false, P3"
    })
    void the_claim_holds_as_far_as_the_conditions_allow(
            IncidentType type, Priority claimed, boolean firstClass, Priority expected) {
        var promise = firstClass ? FIRST_CLASS : AFAS;
        var events = incident()
                .given()
                .when(report(type, claimed, false, promise, MONDAY))
                .events();
        var prioritised = only(IncidentPrioritised.class, events);
        assertEquals(expected, prioritised.priority());
        assertTrue(prioritised.atIntake());
        assertEquals(claimed, only(IncidentRaised.class, events).claimedPriority());
    }

    @Rule("INC-044")
    @Test
    void a_first_class_customer_says_how_it_is_reached_outside_office_hours() {
        var events = incident().given().when(reachable("06-12345678")).events();
        assertEquals("06-12345678", only(IncidentRaised.class, events).reachableContact());
    }

    @Rule("INC-045")
    @Test
    void incidents_of_a_first_class_customer_go_to_first_class() {
        var events = incident().given().when(question(FIRST_CLASS, MONDAY)).events();
        assertEquals(Team.FIRST_CLASS, only(IncidentAssigned.class, events).team());
        assertFalse(has(
                IncidentAssigned.class,
                incident().given().when(question(AFAS, MONDAY)).events()));
    }

    @Rule("INC-022")
    @Test
    void a_calamity_is_reported_through_the_portal_with_a_clock_of_its_own() {
        var events = incident().given().when(calamity(AFAS, MONDAY)).events();
        var reported = only(CalamityReported.class, events);
        assertTrue(reported.insideWindow());
        assertEquals(at("2026-03-09T11:00"), reported.contactClock().deadline());
        // OP-11: without First Class it stays priority 2
        assertEquals(Priority.P2, only(IncidentPrioritised.class, events).priority());
    }

    @Test
    void terms_that_promise_nothing_start_no_clock() {
        var events = incident().given().when(calamity(PHOCUS, MONDAY)).events();
        assertFalse(has(ResponseClockStarted.class, events));
        assertFalse(has(RecoveryClockStarted.class, events));
        assertNull(only(CalamityReported.class, events).contactClock());
    }

    @Test
    void what_is_not_raised_can_only_be_raised() {
        incident()
                .given()
                .when(new ClassifyIncident(IncidentType.FAULT, null, AFAS, MONDAY))
                .thenRejected("INC-001");
    }

    @Test
    void nothing_happens_before_the_report() {
        incident()
                .given(history(question(AFAS, MONDAY)))
                .when(new ClassifyIncident(IncidentType.FAULT, null, AFAS, MONDAY.minusSeconds(1)))
                .thenRejected("INC-001");
    }

    private static RaiseIncident consulted(boolean helpCenter) {
        return changed(helpCenter, null);
    }

    private static RaiseIncident reachable(String contact) {
        return changed(true, contact);
    }

    private static RaiseIncident changed(boolean helpCenter, String contact) {
        var c = disruption(Priority.P1, FIRST_CLASS, MONDAY);
        return new RaiseIncident(
                c.source(),
                c.number(),
                c.submitter(),
                c.channel(),
                c.title(),
                c.description(),
                c.environment(),
                c.topic(),
                c.claimedType(),
                c.claimedPriority(),
                c.urgent(),
                c.productionDisrupting(),
                c.calamity(),
                helpCenter,
                contact,
                c.chargeable(),
                null,
                c.right(),
                c.promise(),
                c.at());
    }
}
