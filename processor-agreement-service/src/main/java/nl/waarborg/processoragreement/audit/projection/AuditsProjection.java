package nl.waarborg.processoragreement.audit.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.audit.domain.AuditEvent;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditCompleted;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditCostsSettled;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditRequested;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditScheduled;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditorAccessGranted;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.SupervisorAuditAnnounced;
import nl.waarborg.processoragreement.audit.domain.AuditOrigin;

/** Audits as they stand. */
public final class AuditsProjection implements Projection<AuditEvent> {

    private static final String REQUESTED =
            """
            insert into audit (audit_id, tenant_id, version, requested_by, auditor, supervisor, scope, requested_at,
                informed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SCHEDULED = "update audit set from_day = ?, through_day = ? where audit_id = ?";
    private static final String OPENED = "update audit set access = ?, access_granted_at = ? where audit_id = ?";
    private static final String COMPLETED =
            "update audit set findings = ?, important_failure = ?, completed_at = ? where audit_id = ?";
    private static final String SETTLED =
            "update audit set total_cost = ?, vendor_share = ?, customer_share = ? where audit_id = ?";
    private static final String VERSION = "update audit set version = ? where audit_id = ?";

    private final PersonalData personal;

    public AuditsProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "audits";
    }

    @Override
    public Class<AuditEvent> events() {
        return AuditEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("audit");
    }

    @Override
    public void apply(List<RecordedEvent<AuditEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            var tenant = recorded.tenant();
            switch (recorded.event()) {
                case AuditRequested e ->
                    statements.add(
                            REQUESTED,
                            e.auditId(),
                            tenant,
                            recorded.version(),
                            AuditOrigin.CUSTOMER,
                            personal.protect(tenant, e.auditor()),
                            null,
                            personal.protect(tenant, e.scope()),
                            e.at(),
                            null);
                case SupervisorAuditAnnounced e ->
                    statements.add(
                            REQUESTED,
                            e.auditId(),
                            tenant,
                            recorded.version(),
                            AuditOrigin.SUPERVISOR,
                            null,
                            e.supervisor(),
                            personal.protect(tenant, e.scope()),
                            e.informedAt(),
                            e.informedAt());
                case AuditScheduled e -> statements.add(SCHEDULED, e.from(), e.through(), e.auditId());
                case AuditorAccessGranted e ->
                    statements.add(OPENED, personal.protect(tenant, e.access()), e.at(), e.auditId());
                case AuditCompleted e ->
                    statements.add(
                            COMPLETED,
                            personal.protect(tenant, e.findings()),
                            e.importantFailure(),
                            e.at(),
                            e.auditId());
                case AuditCostsSettled e ->
                    statements.add(SETTLED, e.total(), e.vendorShare(), e.customerShare(), e.auditId());
            }
            statements.add(VERSION, recorded.version(), recorded.event().auditId());
        }
        statements.run(connection);
    }
}
