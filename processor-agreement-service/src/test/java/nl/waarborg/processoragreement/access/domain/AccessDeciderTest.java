package nl.waarborg.processoragreement.access.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.access.domain.AccessCommand.ApproveTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.EndTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.GrantDataAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.RecordPrivilegedAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.RequestTemporaryAccess;
import nl.waarborg.processoragreement.access.domain.AccessCommand.WithdrawDataAccess;
import nl.waarborg.processoragreement.access.domain.AccessEvent.DataAccessGranted;
import nl.waarborg.processoragreement.access.domain.AccessEvent.DataAccessWithdrawn;
import nl.waarborg.processoragreement.access.domain.AccessEvent.PrivilegedAccessRecorded;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessApproved;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessEnded;
import nl.waarborg.processoragreement.access.domain.AccessEvent.TemporaryAccessRequested;
import nl.waarborg.processoragreement.access.domain.StaffCommand.RecordStaff;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConductCertificateRecorded;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConfidentialityDeclarationRecorded;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class AccessDeciderTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID EMPLOYEE = new UUID(2, 1);
    private static final UUID MANAGER = new UUID(2, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    private final DeciderSpecification<AccessCommand, Access, AccessEvent> access =
            new DeciderSpecification<>(new AccessDecider());
    private final TemporaryAccessRequested requested =
            new TemporaryAccessRequested(ID, EMPLOYEE, null, "A crash in one payslip", NOW);
    private final TemporaryAccessApproved approved = new TemporaryAccessApproved(ID, MANAGER, NOW, LATER);

    @Test
    @Rule("PRA-020")
    void full_access_has_one_of_four_purposes_and_an_interval_that_was() {
        assertEquals(
                Set.of("NEW_VERSION", "PATCH", "BACKUP_MANAGEMENT", "DATA_MOVE"),
                Arrays.stream(PrivilegedPurpose.values()).map(Enum::name).collect(Collectors.toSet()));
        access.given()
                .when(new RecordPrivilegedAccess(ID, EMPLOYEE, PrivilegedPurpose.PATCH, null, NOW, LATER, NOW))
                .then(new PrivilegedAccessRecorded(ID, EMPLOYEE, PrivilegedPurpose.PATCH, null, NOW, LATER));
        access.given()
                .when(new RecordPrivilegedAccess(ID, EMPLOYEE, PrivilegedPurpose.PATCH, null, LATER, NOW, LATER))
                .thenRejected("PRA-020");
        access.given()
                .when(new RecordPrivilegedAccess(
                        ID, EMPLOYEE, PrivilegedPurpose.PATCH, null, LATER, LATER.plusSeconds(1), NOW))
                .thenRejected("PRA-020");
    }

    @Test
    @Rule("PRA-021")
    void temporary_access_begins_with_the_approval_of_another_and_ends_by_itself() {
        access.given()
                .when(new RequestTemporaryAccess(ID, EMPLOYEE, null, "A crash in one payslip", NOW))
                .then(requested);
        access.given(requested)
                .when(new ApproveTemporaryAccess(MANAGER, LATER, Set.of(), NOW))
                .then(approved);
        access.given(requested)
                .when(new ApproveTemporaryAccess(EMPLOYEE, LATER, Set.of(), NOW))
                .thenRejected("PRA-021");
        access.given(requested)
                .when(new ApproveTemporaryAccess(MANAGER, NOW, Set.of(), NOW))
                .thenRejected("PRA-021");
        access.given(requested, approved)
                .when(new EndTemporaryAccess(true, LATER))
                .then(new TemporaryAccessEnded(ID, LATER));
        var longer = new TemporaryAccessApproved(ID, MANAGER, NOW, LATER.plusSeconds(3600));
        access.given(requested, approved, longer)
                .when(new EndTemporaryAccess(true, LATER))
                .thenNothing();
        access.given(requested, approved, new TemporaryAccessEnded(ID, NOW))
                .when(new ApproveTemporaryAccess(MANAGER, LATER, Set.of(), NOW))
                .thenRejected("PRA-021");
        access.given().when(new EndTemporaryAccess(false, NOW)).thenRejected("PRA-021");
    }

    @Test
    @Rule("PRA-022")
    void others_have_access_while_the_customer_permits_it() {
        var granted = new DataAccessGranted(ID, EMPLOYEE, "Payroll of 2026", MANAGER, NOW);
        access.given()
                .when(new GrantDataAccess(ID, EMPLOYEE, "Payroll of 2026", MANAGER, Set.of(), NOW))
                .then(granted);
        access.given(granted)
                .when(new WithdrawDataAccess(MANAGER, LATER))
                .then(new DataAccessWithdrawn(ID, MANAGER, LATER));
        access.given(granted, new DataAccessWithdrawn(ID, MANAGER, LATER))
                .when(new WithdrawDataAccess(MANAGER, LATER))
                .thenNothing();
        access.given(requested).when(new WithdrawDataAccess(MANAGER, LATER)).thenRejected("PRA-022");
    }

    @Test
    @Rule({"PRA-016", "PRA-023"})
    void nobody_has_access_without_the_instruction_and_declaration_that_the_terms_ask() {
        access.given()
                .when(new GrantDataAccess(ID, EMPLOYEE, "All", MANAGER, Set.of(StaffRecord.INSTRUCTION), NOW))
                .thenRejected("PRA-023");
        access.given()
                .when(new GrantDataAccess(ID, EMPLOYEE, "All", MANAGER, Set.of(StaffRecord.CONFIDENTIALITY), NOW))
                .thenRejected("PRA-016");
        access.given(requested)
                .when(new ApproveTemporaryAccess(MANAGER, LATER, Set.of(StaffRecord.CONFIDENTIALITY), NOW))
                .thenRejected("PRA-016");
    }

    @Test
    @Rule("PRA-016")
    void declarations_and_certificates_are_put_on_record_once() {
        var staff = new DeciderSpecification<StaffCommand, StaffDecider.OnRecord, StaffEvent>(new StaffDecider());
        var day = LocalDate.parse("2026-01-05");
        var declared = new ConfidentialityDeclarationRecorded("phocus", EMPLOYEE, day, "HR-1", NOW);
        var declare = new RecordStaff(StaffRecord.CONFIDENTIALITY, "phocus", EMPLOYEE, day, null, "HR-1", NOW);
        staff.given().when(declare).then(declared);
        staff.given(declared).when(declare).thenNothing();
        staff.given(declared)
                .when(new RecordStaff(StaffRecord.CERTIFICATE_OF_CONDUCT, "phocus", EMPLOYEE, day, null, "VOG-1", NOW))
                .then(new ConductCertificateRecorded("phocus", EMPLOYEE, day, null, "VOG-1", NOW));
        staff.given()
                .when(new RecordStaff(
                        StaffRecord.CERTIFICATE_OF_CONDUCT, "phocus", EMPLOYEE, day, day.minusDays(1), "VOG-1", NOW))
                .thenRejected("PRA-016");
    }
}
