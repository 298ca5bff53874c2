package nl.waarborg.processoragreement.processing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.ConsentToDisclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.InformControllerOfDisclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.RecordDisclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.RecordDisclosureOrder;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DataDisclosed;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureConsented;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureOrdered;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureReportedToController;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.ExecuteProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.GiveProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionCommand.RefuseProcessingInstruction;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionExecuted;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionGiven;
import nl.waarborg.processoragreement.processing.domain.ProcessingInstructionEvent.ProcessingInstructionRefused;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.DeclareLegalBasis;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RecordDpia;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RegisterDataCategory;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RegisterProcessingActivity;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterCommand.RequestAdvice;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.AdviceRequested;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DataCategoryRegistered;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.DpiaRecorded;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.LegalBasisDeclared;
import nl.waarborg.processoragreement.processing.domain.ProcessingRegisterEvent.ProcessingActivityRegistered;
import nl.waarborg.processoragreement.processing.domain.Responsibility.Duty;
import nl.waarborg.processoragreement.processing.domain.Responsibility.Party;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionCommand.RecordComplianceMeasure;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionCommand.ReportSupervisorInstruction;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent.ComplianceMeasureRecorded;
import nl.waarborg.processoragreement.processing.domain.SupervisorInstructionEvent.SupervisorInstructionReported;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProcessingDecidersTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID ACTIVITY = new UUID(1, 2);
    private static final UUID PERSON = new UUID(1, 3);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    @Nested
    class TheRegister {

        private final DeciderSpecification<ProcessingRegisterCommand, ProcessingRegister, ProcessingRegisterEvent>
                register = new DeciderSpecification<>(new ProcessingRegisterDecider());
        private final ProcessingActivityRegistered payroll =
                new ProcessingActivityRegistered(ACTIVITY, "Payroll", "7 years", "Tax authority", NOW);

        @Test
        @Rule("PRA-009")
        void a_purpose_is_registered_with_retention_and_recipients_and_changed_by_the_customer() {
            register.given()
                    .when(new RegisterProcessingActivity(ACTIVITY, "Payroll", "7 years", "Tax authority", NOW))
                    .then(payroll);
            register.given(payroll)
                    .when(new RegisterProcessingActivity(ACTIVITY, "Payroll", "7 years", "Tax authority", NOW))
                    .thenNothing();
            register.given(payroll)
                    .when(new RegisterProcessingActivity(ACTIVITY, "Payroll", "8 years", "Tax authority", NOW))
                    .then(new ProcessingActivityRegistered(ACTIVITY, "Payroll", "8 years", "Tax authority", NOW));
        }

        @Test
        @Rule("PRA-012")
        void the_customer_declares_the_ground_of_a_known_purpose() {
            var declared = new LegalBasisDeclared(ACTIVITY, LegalBasis.LEGAL_OBLIGATION, "Tax law", NOW);
            var declare = new DeclareLegalBasis(ACTIVITY, LegalBasis.LEGAL_OBLIGATION, "Tax law", NOW);
            register.given(payroll).when(declare).then(declared);
            register.given(payroll, declared).when(declare).thenNothing();
            register.given(payroll, declared)
                    .when(new DeclareLegalBasis(ACTIVITY, LegalBasis.CONTRACT, null, NOW))
                    .then(new LegalBasisDeclared(ACTIVITY, LegalBasis.CONTRACT, null, NOW));
            register.given().when(declare).thenRejected("PRA-012");
        }

        @Test
        @Rule({"PRA-013", "PRA-014"})
        void categories_of_data_carry_a_sensitivity_and_own_ones_are_marked() {
            var registered = new DataCategoryRegistered("Allergies", Sensitivity.SPECIAL_CATEGORY, true, NOW);
            var register1 = new RegisterDataCategory("Allergies", Sensitivity.SPECIAL_CATEGORY, true, NOW);
            register.given().when(register1).then(registered);
            register.given(registered).when(register1).thenNothing();
            register.given(registered)
                    .when(new RegisterDataCategory("Allergies", Sensitivity.ORDINARY, true, NOW))
                    .then(new DataCategoryRegistered("Allergies", Sensitivity.ORDINARY, true, NOW));
            Arrays.stream(Sensitivity.values())
                    .forEach(each -> assertEquals(each != Sensitivity.ORDINARY, each.sensitive(), each.name()));
        }

        @Test
        @Rule("PRA-015")
        void the_customer_asks_for_advice_and_makes_its_own_assessment() {
            var asked = new AdviceRequested(ID, "May we register allergies?", NOW);
            var ask = new RequestAdvice(ID, "May we register allergies?", NOW);
            register.given().when(ask).then(asked);
            register.given(asked).when(ask).thenNothing();
            var assessed = new DpiaRecorded(ACTIVITY, DAY, "DPIA-1", NOW);
            var assess = new RecordDpia(ACTIVITY, DAY, "DPIA-1", NOW);
            register.given(payroll).when(assess).then(assessed);
            register.given(payroll, assessed).when(assess).thenNothing();
            register.given().when(assess).thenRejected("PRA-015");
        }
    }

    @Nested
    class Instructions {

        private final DeciderSpecification<
                        ProcessingInstructionCommand, ProcessingInstruction, ProcessingInstructionEvent>
                instructions = new DeciderSpecification<>(new ProcessingInstructionDecider());
        private final ProcessingInstructionExecuted executed = new ProcessingInstructionExecuted(ID, PERSON, NOW);

        @Test
        @Rule("PRA-010")
        void nothing_is_done_to_data_without_a_written_instruction() {
            instructions.given().when(execute(NOW)).thenRejected("PRA-010");
            instructions
                    .given(given(InstructionKind.DELETE))
                    .when(execute(NOW.minusSeconds(1)))
                    .thenRejected("PRA-010");
            instructions.given(given(InstructionKind.DELETE)).when(execute(NOW)).then(executed);
            instructions
                    .given(given(InstructionKind.DELETE), executed)
                    .when(execute(NOW))
                    .thenNothing();
        }

        @Test
        @Rule("PRA-009")
        void an_instruction_serves_a_registered_purpose() {
            instructions
                    .given()
                    .when(give(InstructionKind.ADD, ACTIVITY, true, null, false))
                    .then(given(InstructionKind.ADD));
            instructions
                    .given()
                    .when(give(InstructionKind.ADD, ACTIVITY, false, null, false))
                    .thenRejected("PRA-009");
            instructions
                    .given()
                    .when(give(InstructionKind.ADD, null, false, null, false))
                    .thenRejected("PRA-009");
        }

        @Test
        @Rule("PRA-056")
        void in_the_course_of_an_incident_the_vendor_follows_the_customers_instructions() {
            var incident = new UUID(1, 9);
            instructions
                    .given()
                    .when(give(InstructionKind.OTHER, null, false, incident, true))
                    .then(new ProcessingInstructionGiven(
                            ID,
                            InstructionChannel.PORTAL,
                            InstructionKind.OTHER,
                            "Do it",
                            null,
                            incident,
                            null,
                            PERSON,
                            NOW));
            instructions
                    .given()
                    .when(give(InstructionKind.OTHER, null, false, incident, false))
                    .thenRejected("PRA-056");
        }

        @Test
        @Rule("PRA-011")
        void an_unlawful_instruction_is_refused_and_not_carried_out() {
            var refused = new ProcessingInstructionRefused(ID, InstructionRefusal.UNLAWFUL, "Forbidden", PERSON, NOW);
            instructions
                    .given(given(InstructionKind.ADD))
                    .when(refuse(InstructionRefusal.UNLAWFUL))
                    .then(refused);
            instructions
                    .given(given(InstructionKind.ADD), refused)
                    .when(execute(NOW))
                    .thenRejected("PRA-011");
            instructions
                    .given(given(InstructionKind.ADD), refused)
                    .when(refuse(InstructionRefusal.UNLAWFUL))
                    .thenNothing();
            instructions
                    .given(given(InstructionKind.ADD), executed)
                    .when(refuse(InstructionRefusal.UNLAWFUL))
                    .thenRejected("PRA-011");
        }

        @Test
        @Rule("PRA-026")
        void the_vendor_searches_changes_and_improves_where_it_has_access() {
            for (var kind : InstructionKind.values()) {
                var refusing = instructions.given(given(kind)).when(refuse(InstructionRefusal.NO_ACCESS));
                switch (kind) {
                    case SEARCH, CHANGE, IMPROVE ->
                        refusing.then(new ProcessingInstructionRefused(
                                ID, InstructionRefusal.NO_ACCESS, "Forbidden", PERSON, NOW));
                    case ADD, DELETE, OTHER -> refusing.thenRejected("PRA-026");
                }
            }
        }

        private static GiveProcessingInstruction give(
                InstructionKind kind,
                @Nullable UUID activity,
                boolean agreed,
                @Nullable UUID incident,
                boolean affected) {
            return new GiveProcessingInstruction(
                    ID,
                    InstructionChannel.PORTAL,
                    kind,
                    "Do it",
                    activity,
                    agreed,
                    incident,
                    affected,
                    null,
                    PERSON,
                    NOW);
        }

        private static ProcessingInstructionGiven given(InstructionKind kind) {
            return new ProcessingInstructionGiven(
                    ID, InstructionChannel.PORTAL, kind, "Do it", ACTIVITY, null, null, PERSON, NOW);
        }

        private static ExecuteProcessingInstruction execute(Instant at) {
            return new ExecuteProcessingInstruction(PERSON, at);
        }

        private static RefuseProcessingInstruction refuse(InstructionRefusal reason) {
            return new RefuseProcessingInstruction(reason, "Forbidden", PERSON, NOW);
        }
    }

    @Nested
    class Disclosures {

        private final DeciderSpecification<DisclosureCommand, Disclosure, DisclosureEvent> disclosures =
                new DeciderSpecification<>(new DisclosureDecider());
        private final DataDisclosed made = new DataDisclosed(ID, PERSON, NOW);

        @Test
        @Rule("PRA-017")
        void an_order_lifts_confidentiality_unless_a_privilege_can_be_invoked() {
            disclosures.given().when(order(false, true)).then(ordered(true));
            disclosures.given().when(order(true, true)).thenRejected("PRA-017");
            disclosures.given(ordered(true)).when(order(false, true)).thenNothing();
        }

        @Test
        @Rule("PRA-018")
        void the_customer_is_informed_of_an_order_as_soon_as_that_is_permitted() {
            var reported = new DisclosureReportedToController(ID, NOW);
            disclosures
                    .given(ordered(true))
                    .when(new InformControllerOfDisclosure(false, NOW))
                    .then(reported);
            disclosures
                    .given(ordered(false))
                    .when(new InformControllerOfDisclosure(false, NOW))
                    .thenRejected("PRA-018");
            disclosures
                    .given(ordered(false))
                    .when(new InformControllerOfDisclosure(true, NOW))
                    .then(reported);
            disclosures
                    .given(ordered(true), reported)
                    .when(new InformControllerOfDisclosure(false, NOW))
                    .thenNothing();
            disclosures
                    .given()
                    .when(new InformControllerOfDisclosure(false, NOW))
                    .thenRejected("PRA-018");
        }

        @Test
        @Rule("PRA-019")
        void third_parties_get_data_with_permission_or_by_order_and_never_else() {
            var disclose = new RecordDisclosure(PERSON, NOW);
            var consented = new DisclosureConsented(ID, "Example Insurers", "Absence", PERSON, NOW);
            disclosures.given().when(disclose).thenRejected("PRA-019");
            disclosures.given(ordered(false)).when(disclose).then(made);
            disclosures
                    .given()
                    .when(new ConsentToDisclosure(ID, "Example Insurers", "Absence", PERSON, NOW))
                    .then(consented);
            disclosures.given(consented).when(disclose).then(made);
            disclosures.given(consented, made).when(disclose).thenNothing();
        }

        private static RecordDisclosureOrder order(boolean privileged, boolean mayInform) {
            return new RecordDisclosureOrder(
                    ID, "Court", DisclosureBasis.COURT_DECISION, "Wages of 2025", privileged, mayInform, NOW);
        }

        private static DisclosureOrdered ordered(boolean mayInform) {
            return new DisclosureOrdered(ID, "Court", DisclosureBasis.COURT_DECISION, "Wages of 2025", mayInform, NOW);
        }
    }

    @Test
    @Rule("PRA-035")
    void the_customer_reports_a_supervisors_instruction_and_the_vendor_makes_compliance_possible() {
        var instructions = new DeciderSpecification<>(new SupervisorInstructionDecider());
        var reported = new SupervisorInstructionReported(ID, Supervisor.AP, DAY, "Stop", NOW);
        var report = new ReportSupervisorInstruction(ID, Supervisor.AP, DAY, "Stop", DAY.plusDays(1), NOW);
        var measure = new RecordComplianceMeasure(ACTIVITY, "The field was closed", NOW);
        instructions.given().when(report).then(reported);
        instructions.given(reported).when(report).thenNothing();
        instructions
                .given()
                .when(new ReportSupervisorInstruction(ID, Supervisor.GBA, DAY, "Stop", DAY.minusDays(1), NOW))
                .thenRejected("PRA-035");
        instructions
                .given(reported)
                .when(measure)
                .then(new ComplianceMeasureRecorded(ID, ACTIVITY, "The field was closed", NOW));
        instructions.given().when(measure).thenRejected("PRA-035");
    }

    @Test
    @Rule("PRA-027")
    void entered_data_and_data_subjects_are_the_customers_own_care() {
        for (var preset : Preset.values()) {
            var matrix = Responsibility.of(Terms.of(preset));
            assertEquals(Duty.values().length, matrix.size());
            for (var duty : new Duty[] {
                Duty.CORRECTNESS_OF_ENTERED_DATA, Duty.INFORMING_DATA_SUBJECTS, Duty.ASSISTING_DATA_SUBJECTS
            }) {
                assertTrue(matrix.stream()
                        .anyMatch(each -> each.duty() == duty
                                && each.party() == Party.CONTROLLER
                                && each.rule().equals("PRA-027")));
            }
            assertFalse(matrix.stream()
                    .anyMatch(each -> each.duty() == Duty.SECURITY_MEASURES && each.party() == Party.CONTROLLER));
        }
        assertEquals(
                "WITHIN_THE_SOFTWARE",
                Responsibility.of(Terms.of(Preset.AFAS_SLA)).stream()
                        .filter(each -> each.duty() == Duty.HELPING_THE_CONTROLLER)
                        .findFirst()
                        .orElseThrow()
                        .agreed());
    }
}
