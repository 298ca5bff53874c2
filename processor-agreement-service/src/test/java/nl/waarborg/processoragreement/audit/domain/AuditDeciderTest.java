package nl.waarborg.processoragreement.audit.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.AnnounceSupervisorAudit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.CompleteAudit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.GrantAuditorAccess;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.RequestAudit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.ScheduleAudit;
import nl.waarborg.processoragreement.audit.domain.AuditCommand.SettleAuditCosts;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditCompleted;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditCostsSettled;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditRequested;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditScheduled;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditorAccessGranted;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.SupervisorAuditAnnounced;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Terms;
import org.junit.jupiter.api.Test;

class AuditDeciderTest {

    private static final UUID ID = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-04-01");
    private static final AuditTerms AFAS = AuditTerms.of(Terms.of(Preset.AFAS_SLA));
    private static final AuditTerms PHOCUS = AuditTerms.of(Terms.of(Preset.PHOCUS_CLOUD));

    private final DeciderSpecification<AuditCommand, Audit, AuditEvent> audits =
            new DeciderSpecification<>(new AuditDecider());
    private final AuditRequested requested = new AuditRequested(ID, "Example Auditors", "Access control", NOW);
    private final AuditScheduled scheduled = new AuditScheduled(ID, DAY, DAY);

    @Test
    @Rule("PRA-028")
    void an_independent_auditor_is_asked_for_scheduled_and_completes() {
        audits.given()
                .when(new RequestAudit(ID, "Example Auditors", true, "Access control", AFAS, NOW))
                .then(requested);
        audits.given()
                .when(new RequestAudit(ID, "A colleague", false, "Access control", AFAS, NOW))
                .thenRejected("PRA-028");
        audits.given(requested).when(new ScheduleAudit(DAY, DAY)).then(scheduled);
        audits.given(requested).when(new ScheduleAudit(DAY, DAY.minusDays(1))).thenRejected("PRA-028");
        audits.given(requested).when(new CompleteAudit("None", false, NOW)).thenRejected("PRA-028");
        audits.given(requested, scheduled)
                .when(new CompleteAudit("None", false, NOW))
                .then(new AuditCompleted(ID, "None", false, NOW));
        audits.given().when(new ScheduleAudit(DAY, DAY)).thenRejected("PRA-028");
    }

    @Test
    @Rule("PRA-031")
    void a_third_party_gets_access_to_what_the_audit_needs() {
        audits.given()
                .when(new RequestAudit(ID, "A colleague", false, "Security", PHOCUS, NOW))
                .thenRejected("PRA-031");
        audits.given(requested).when(new GrantAuditorAccess("Server room", NOW)).thenRejected("PRA-031");
        audits.given(requested, scheduled)
                .when(new GrantAuditorAccess("Server room", NOW))
                .then(new AuditorAccessGranted(ID, "Server room", NOW));
    }

    @Test
    @Rule("PRA-029")
    void a_customer_hears_of_the_supervisors_audit_where_it_may_and_is_concerned() {
        audits.given()
                .when(new AnnounceSupervisorAudit(ID, "AP", "Breaches", true, false, NOW))
                .then(new SupervisorAuditAnnounced(ID, "AP", "Breaches", NOW));
        audits.given()
                .when(new AnnounceSupervisorAudit(ID, "AP", "Breaches", true, true, NOW))
                .thenRejected("PRA-029");
        audits.given()
                .when(new AnnounceSupervisorAudit(ID, "AP", "Breaches", false, false, NOW))
                .thenRejected("PRA-029");
    }

    @Test
    @Rule("PRA-030")
    void the_customer_pays_unless_the_vendor_failed_on_important_points() {
        var clean = new AuditCompleted(ID, "None", false, NOW);
        var failed = new AuditCompleted(ID, "No encryption", true, NOW);
        audits.given(requested, scheduled, clean)
                .when(settle("12500.00", "0.00", false, AFAS))
                .then(settled("12500.00", "0.00", "12500.00"));
        audits.given(requested, scheduled, clean)
                .when(settle("12500.00", "5000.00", true, AFAS))
                .thenRejected("PRA-030");
        audits.given(requested, scheduled, failed)
                .when(settle("12500.00", "5000.00", false, AFAS))
                .then(settled("12500.00", "5000.00", "7500.00"));
        audits.given(requested, scheduled, failed)
                .when(settle("12500.00", "13000.00", false, AFAS))
                .thenRejected("PRA-030");
        audits.given(requested, scheduled)
                .when(settle("1.00", "0.00", false, AFAS))
                .thenRejected("PRA-030");
    }

    @Test
    @Rule("PRA-031")
    void at_phocus_the_customer_pays_unless_agreed_otherwise_for_that_audit() {
        var failed = new AuditCompleted(ID, "No encryption", true, NOW);
        audits.given(requested, scheduled, failed)
                .when(settle("12500.00", "5000.00", false, PHOCUS))
                .thenRejected("PRA-031");
        audits.given(requested, scheduled, failed)
                .when(settle("12500.00", "5000.00", true, PHOCUS))
                .then(settled("12500.00", "5000.00", "7500.00"));
    }

    @Test
    @Rule({"PRA-030", "PRA-031"})
    void a_settlement_is_corrected_and_the_same_one_again_tells_nothing() {
        var clean = new AuditCompleted(ID, "None", false, NOW);
        var first = settled("12500.00", "0.00", "12500.00");
        audits.given(requested, scheduled, clean, first)
                .when(settle("12500.0", "0", false, AFAS))
                .thenNothing();
        audits.given(requested, scheduled, clean, first)
                .when(settle("15000.00", "0.00", false, AFAS))
                .then(settled("15000.00", "0.00", "15000.00"));
        audits.given(requested, scheduled, clean, first, settled("15000.00", "0.00", "15000.00"))
                .when(settle("12500.00", "0.00", false, AFAS))
                .then(first);
    }

    @Test
    @Rule("PRA-030")
    void without_a_term_about_the_costs_they_are_not_divided() {
        var failed = new AuditCompleted(ID, "No encryption", true, NOW);
        var nothingAgreed = new AuditTerms(Set.of(), "");
        audits.given(requested, scheduled, failed)
                .when(settle("12500.00", "5000.00", true, nothingAgreed))
                .thenRejected("PRA-030");
        audits.given(requested, scheduled, failed)
                .when(settle("12500.00", "0.00", false, nothingAgreed))
                .then(settled("12500.00", "0.00", "12500.00"));
    }

    private static SettleAuditCosts settle(String total, String vendor, boolean agreed, AuditTerms terms) {
        return new SettleAuditCosts(new BigDecimal(total), new BigDecimal(vendor), agreed, terms);
    }

    private static AuditCostsSettled settled(String total, String vendor, String customer) {
        return new AuditCostsSettled(ID, new BigDecimal(total), new BigDecimal(vendor), new BigDecimal(customer));
    }
}
