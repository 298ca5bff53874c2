package nl.waarborg.processoragreement.service.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.AppointmentCancelled;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.AppointmentPlanned;
import nl.waarborg.processoragreement.service.domain.AppointmentEvent.CancellationFeeDue;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.BudgetOverrunSignalled;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectClosed;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectEvaluated;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectHandedOver;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectNoteRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectSpendingRecorded;
import nl.waarborg.processoragreement.service.domain.ProjectEvent.ProjectStarted;
import nl.waarborg.processoragreement.service.domain.ServiceRequest.Clock;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.ApproveService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.AssessServiceRequest;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.CloseServiceRequest;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.DeliverService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.EstimateService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.InvoiceService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.NoticeAssessmentOverdue;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.ProposeService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.RecordTimeSpent;
import nl.waarborg.processoragreement.service.domain.ServiceRequestCommand.RequestService;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceApproved;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceAssessmentOverdue;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceAssessmentOverdueWithdrawn;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceDelivered;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceEstimated;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceInvoiced;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceProposed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequestAssessed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequestClosed;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.ServiceRequested;
import nl.waarborg.processoragreement.service.domain.ServiceRequestEvent.TimeSpentRecorded;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.clock.Deadlines;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServiceDecidersTest {

    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant BY = Instant.parse("2026-06-04T09:00:00Z");
    private static final UUID ID = new UUID(0, 1);
    private static final UUID REQUEST = new UUID(0, 77);
    private static final UUID MANAGER = new UUID(0, 2);
    private static final LocalDate DAY = LocalDate.parse("2026-06-20");

    private final DeciderSpecification<ServiceRequestCommand, ServiceRequest, ServiceRequestEvent> request =
            new DeciderSpecification<>(new ServiceRequestDecider());
    private final DeciderSpecification<Appointment.Command, Appointment, AppointmentEvent> appointment =
            new DeciderSpecification<>(new Appointment.Rules());
    private final DeciderSpecification<Project.Command, Project, ProjectEvent> project =
            new DeciderSpecification<>(new Project.Rules());

    @Nested
    class Requests {

        private final ServiceRequestEvent question = requested(ServiceKind.SERVICE_MANAGEMENT, true, BY);
        private final ServiceRequestEvent assessed = new ServiceRequestAssessed(true, MANAGER, BY, NOW);
        private final ServiceRequestEvent proposed = new ServiceProposed(euros("450.00"), DAY, NOW);
        private final ServiceRequestEvent approved = new ServiceApproved(null, NOW);

        @Test
        @Rule({"XSV-032", "XSV-034"})
        void a_configuration_question_goes_from_request_to_closing_at_its_fixed_price() {
            request.given()
                    .when(new RequestService(
                            ID, ServiceKind.SERVICE_MANAGEMENT, true, "Text", null, new Clock(BY, 1), NOW))
                    .then(question);
            request.given(question)
                    .when(new ProposeService(euros("450.00"), DAY, NOW))
                    .thenRejected("XSV-033");
            request.given(question, assessed)
                    .when(new ProposeService(euros("450.00"), DAY, NOW))
                    .then(proposed);
            request.given(question, assessed).when(deliver()).thenRejected("XSV-032");
            request.given(question, assessed, proposed).when(deliver()).thenRejected("XSV-032");
            request.given(question, assessed, proposed)
                    .when(new ApproveService(null, NOW))
                    .then(approved);
            var delivered = new ServiceDelivered(ID, ServiceKind.SERVICE_MANAGEMENT, "Done", BigDecimal.ZERO, NOW);
            request.given(question, assessed, proposed, approved)
                    .when(deliver())
                    .then(delivered);
            request.given(question, assessed, proposed, approved)
                    .when(new CloseServiceRequest(NOW))
                    .thenRejected("XSV-032");
            request.given(question, assessed, proposed, approved, delivered)
                    .when(new InvoiceService(null, NOW))
                    .then(new ServiceInvoiced(euros("450.00"), NOW));
            request.given(question, assessed, proposed, approved, delivered)
                    .when(new CloseServiceRequest(NOW))
                    .then(new ServiceRequestClosed(ID, NOW));
            request.given(question, assessed)
                    .when(new EstimateService(euros("1.00"), 1, NOW))
                    .thenRejected("XSV-034");
        }

        @Test
        @Rule("XSV-032")
        void another_proposal_asks_for_another_approval() {
            request.given(question, assessed, proposed, approved, new ServiceProposed(euros("600.00"), DAY, NOW))
                    .when(deliver())
                    .thenRejected("XSV-032");
        }

        @Test
        @Rule("XSV-033")
        void the_assessment_gives_three_results() {
            request.given(question)
                    .when(new AssessServiceRequest(true, MANAGER, null, NOW))
                    .thenRejected("XSV-033");
            request.given(question)
                    .when(new AssessServiceRequest(true, MANAGER, BY, NOW))
                    .then(assessed);
            request.given(question, assessed)
                    .when(new AssessServiceRequest(false, null, null, NOW))
                    .thenRejected("XSV-033");
            request.given(question, new ServiceRequestAssessed(false, null, null, NOW))
                    .when(new ProposeService(euros("450.00"), DAY, NOW))
                    .thenRejected("XSV-032");
        }

        @Test
        @Rule("XSV-033")
        void three_working_days_pass_by_the_clock_and_a_fact_that_arrives_late_takes_the_miss_back() {
            var terms = Terms.of(Preset.AFAS_SLA);
            // Requested on Friday 22 May 2026 at 11:00; Whit Monday does not count: 26, 27, 28 May.
            assertEquals(
                    Instant.parse("2026-05-28T09:00:00Z"),
                    Deadlines.of(terms, AgreedCalendars.of(terms).support().hours())
                            .after(
                                    Instant.parse("2026-05-22T09:00:00Z"),
                                    terms.span(TermKey.SERVICE_MANAGEMENT_ASSESS_WITHIN)
                                            .orElseThrow()));
            var overdue = new ServiceAssessmentOverdue(BY);
            request.given(question).when(new NoticeAssessmentOverdue(BY)).then(overdue);
            request.given(question, assessed)
                    .when(new NoticeAssessmentOverdue(BY))
                    .thenNothing();
            request.given(question, overdue)
                    .when(new AssessServiceRequest(true, MANAGER, BY, NOW))
                    .then(assessed, new ServiceAssessmentOverdueWithdrawn(NOW));
            var late = BY.plusSeconds(1);
            request.given(question, overdue)
                    .when(new AssessServiceRequest(true, MANAGER, late, late))
                    .then(new ServiceRequestAssessed(true, MANAGER, late, late));
            request.given(requested(ServiceKind.SERVICE_MANAGEMENT, true, null))
                    .when(new NoticeAssessmentOverdue(BY))
                    .thenNothing();
        }

        @Test
        @Rule("XSV-033")
        void a_term_that_passed_unnoticed_is_missed_all_the_same() {
            var overdue = new ServiceAssessmentOverdue(BY);
            var late = BY.plusSeconds(1);
            var assessedLate = new ServiceRequestAssessed(true, MANAGER, late, late);
            request.given(question)
                    .when(new AssessServiceRequest(true, MANAGER, late, late))
                    .then(overdue, assessedLate);
            request.given(question)
                    .when(new CloseServiceRequest(late))
                    .then(overdue, new ServiceRequestClosed(ID, late));
            request.given(question).when(new CloseServiceRequest(NOW)).then(new ServiceRequestClosed(ID, NOW));
            request.given(question, overdue, assessedLate)
                    .when(new CloseServiceRequest(late))
                    .then(new ServiceRequestClosed(ID, late));
        }

        @Test
        @Rule("XSV-033")
        void an_assessment_from_before_the_request_takes_no_miss_back() {
            request.given(question, new ServiceAssessmentOverdue(BY))
                    .when(new AssessServiceRequest(true, MANAGER, BY, NOW.minusSeconds(1)))
                    .thenRejected("XSV-033");
        }

        @Test
        @Rule({"XSV-020", "XSV-031"})
        void other_services_are_estimated_beforehand_and_charged_by_what_was_spent() {
            var consultancy = requested(ServiceKind.CONSULTANCY, false, null);
            request.given(consultancy).when(new ApproveService(null, NOW)).thenRejected("XSV-031");
            request.given(consultancy)
                    .when(new ProposeService(euros("1.00"), DAY, NOW))
                    .thenRejected("XSV-031");
            var estimated = new ServiceEstimated(euros("1200.00"), 10, NOW);
            request.given(consultancy)
                    .when(new EstimateService(euros("1200.00"), 10, NOW))
                    .then(estimated);
            var spent = new TimeSpentRecorded(ID, MANAGER, new BigDecimal("3.50"), DAY);
            request.given(consultancy, estimated)
                    .when(new RecordTimeSpent(ID, MANAGER, new BigDecimal("3.50"), DAY, NOW))
                    .thenRejected("XSV-032");
            request.given(consultancy, estimated, approved)
                    .when(new RecordTimeSpent(ID, MANAGER, new BigDecimal("3.50"), DAY, NOW))
                    .then(spent);
            var delivered = new ServiceDelivered(ID, ServiceKind.CONSULTANCY, "Done", new BigDecimal("7.00"), NOW);
            request.given(consultancy, estimated, approved, spent, spent)
                    .when(deliver())
                    .then(delivered);
            request.given(consultancy, estimated, approved, spent, spent)
                    .when(new InvoiceService(euros("150.25"), NOW))
                    .thenRejected("XSV-031");
            request.given(consultancy, estimated, approved, spent, spent, delivered)
                    .when(new InvoiceService(null, NOW))
                    .thenRejected("XSV-031");
            request.given(consultancy, estimated, approved, spent, spent, delivered)
                    .when(new InvoiceService(euros("150.25"), NOW))
                    .then(new ServiceInvoiced(euros("1051.75"), NOW));
        }

        @Test
        @Rule("XSV-037")
        void success_management_waits_for_the_assessment_of_its_conditions() {
            var success = requested(ServiceKind.SUCCESS_MANAGEMENT, false, null);
            request.given(success)
                    .when(new EstimateService(euros("1.00"), 1, NOW))
                    .thenRejected("XSV-037");
            request.given(success, new ServiceRequestAssessed(false, null, null, NOW))
                    .when(new EstimateService(euros("1.00"), 1, NOW))
                    .thenRejected("XSV-032");
        }

        private static ServiceRequestEvent requested(ServiceKind kind, boolean fixed, Instant by) {
            return new ServiceRequested(ID, kind, fixed, "Text", null, by, 1, NOW);
        }

        private static DeliverService deliver() {
            return new DeliverService("Done", NOW);
        }
    }

    @Nested
    class Appointments {

        @Test
        @Rule({"XSV-034", "XSV-035"})
        void cancelling_is_free_until_the_same_clock_time_three_working_days_before() {
            var terms = Terms.of(Preset.AFAS_SLA);
            var hours = AgreedCalendars.of(terms).support().hours();
            var span = terms.span(TermKey.APPOINTMENT_CANCEL_BEFORE).orElseThrow();
            // Thursday 28 May 2026 10:00: 27, 26 and, skipping Whit Monday, Friday 22 May 10:00.
            var starts = Instant.parse("2026-05-28T08:00:00Z");
            var by = Deadlines.of(terms, hours).before(starts, span);
            assertEquals(Instant.parse("2026-05-22T08:00:00Z"), by);
            for (var kind : Map.of(
                            ServiceKind.SERVICE_MANAGEMENT,
                            Appointment.FeeBasis.ANALYSIS,
                            ServiceKind.CONSULTANCY,
                            Appointment.FeeBasis.DURATION)
                    .entrySet()) {
                var planned = new AppointmentPlanned(ID, kind.getKey(), null, starts, Duration.ofHours(7), true, by, 1);
                appointment
                        .given(planned)
                        .when(new Appointment.Command.CancelAppointment(by))
                        .then(new AppointmentCancelled(ID, by));
                var late = by.plusSeconds(1);
                appointment
                        .given(planned)
                        .when(new Appointment.Command.CancelAppointment(late))
                        .then(
                                new AppointmentCancelled(ID, late),
                                new CancellationFeeDue(ID, kind.getValue(), Duration.ofHours(7)));
                appointment
                        .given(planned, new AppointmentCancelled(ID, by))
                        .when(new Appointment.Command.CancelAppointment(late))
                        .thenNothing();
                appointment
                        .given(planned)
                        .when(new Appointment.Command.CancelAppointment(starts))
                        .thenRejected(kind.getKey() == ServiceKind.CONSULTANCY ? "XSV-035" : "XSV-034");
            }
        }

        @Test
        @Rule("XSV-035")
        void a_day_of_consultancy_is_seven_hours_as_the_terms_say() {
            assertEquals(
                    "PT7H",
                    Terms.of(Preset.AFAS_SLA)
                            .span(TermKey.CONSULTANCY_DAY)
                            .orElseThrow()
                            .toString());
        }

        @Test
        @Rule({"XSV-034", "XSV-035", "XSV-037"})
        void cancelling_success_management_is_free_for_no_fee_was_agreed() {
            var planned = new AppointmentPlanned(
                    ID, ServiceKind.SUCCESS_MANAGEMENT, null, BY, Duration.ofHours(7), true, NOW, 1);
            var late = NOW.plusSeconds(1);
            appointment
                    .given(planned)
                    .when(new Appointment.Command.CancelAppointment(late))
                    .then(new AppointmentCancelled(ID, late));
        }

        @Test
        void without_a_term_cancelling_is_free() {
            var planned =
                    new AppointmentPlanned(ID, ServiceKind.CONSULTANCY, null, BY, Duration.ofHours(7), true, null, 1);
            appointment
                    .given(planned)
                    .when(new Appointment.Command.CancelAppointment(NOW))
                    .then(new AppointmentCancelled(ID, NOW));
        }
    }

    @Nested
    class Projects {

        private final ProjectEvent started =
                new ProjectStarted(ID, REQUEST, "Plan", euros("1000.00"), LocalDate.parse("2026-05-20"), NOW);

        @Test
        @Rule("XSV-036")
        void a_project_starts_with_a_plan_after_the_teams_knowledge_was_tested() {
            project.given()
                    .when(new Project.Command.StartProject(ID, REQUEST, "Plan", euros("1000.00"), null, NOW))
                    .thenRejected("XSV-036");
            project.given()
                    .when(new Project.Command.StartProject(
                            ID, REQUEST, "Plan", euros("1000.00"), LocalDate.parse("2026-05-20"), NOW))
                    .then(started);
        }

        @Test
        @Rule("XSV-036")
        void an_overrun_of_the_budget_is_signalled_at_once_and_once() {
            var most = new ProjectSpendingRecorded(euros("1000.00"), NOW);
            project.given(started)
                    .when(new Project.Command.RecordSpending(euros("1000.00"), NOW))
                    .then(most);
            var more = new ProjectSpendingRecorded(euros("0.01"), NOW);
            var overrun = new BudgetOverrunSignalled(euros("1000.00"), euros("1000.01"), NOW);
            project.given(started, most)
                    .when(new Project.Command.RecordSpending(euros("0.01"), NOW))
                    .then(more, overrun);
            project.given(started, most, more, overrun)
                    .when(new Project.Command.RecordSpending(euros("0.01"), NOW))
                    .then(more);
        }

        @Test
        @Rule("XSV-036")
        void risks_have_measures_and_every_project_ends_with_an_evaluation() {
            project.given(started)
                    .when(new Project.Command.RecordProjectNote(ID, Project.NoteKind.RISK, "Late", null, NOW))
                    .thenRejected("XSV-036");
            project.given(started)
                    .when(new Project.Command.RecordProjectNote(ID, Project.NoteKind.RISK, "Late", "Weekly", NOW))
                    .then(new ProjectNoteRecorded(ID, Project.NoteKind.RISK, "Late", "Weekly", NOW));
            var handedOver = new ProjectHandedOver(ID, NOW);
            project.given(started)
                    .when(new Project.Command.HandOverProject(NOW))
                    .then(handedOver);
            project.given(started, handedOver)
                    .when(new Project.Command.CloseProject(NOW))
                    .thenRejected("XSV-036");
            var evaluated = new ProjectEvaluated("Well", NOW);
            project.given(started, handedOver)
                    .when(new Project.Command.EvaluateProject("Well", NOW))
                    .then(evaluated);
            project.given(started, handedOver, evaluated)
                    .when(new Project.Command.CloseProject(NOW))
                    .then(new ProjectClosed(ID, NOW));
        }
    }

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }
}
