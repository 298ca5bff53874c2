package nl.waarborg.processoragreement.audit.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.audit.domain.Audit;
import nl.waarborg.processoragreement.audit.domain.AuditEvent;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditCompleted;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditCostsSettled;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditRequested;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditScheduled;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.AuditorAccessGranted;
import nl.waarborg.processoragreement.audit.domain.AuditEvent.SupervisorAuditAnnounced;

/** The stored names of the events of audits. */
public final class AuditEventTypes {

    public static final EventTypes<AuditEvent> AUDIT_EVENTS = new EventTypes<>(Audit.CATEGORY, AuditEvent.class)
            .type("audit-requested", AuditRequested.class)
            .type("supervisor-audit-announced", SupervisorAuditAnnounced.class)
            .type("audit-scheduled", AuditScheduled.class)
            .type("auditor-access-granted", AuditorAccessGranted.class)
            .type("audit-completed", AuditCompleted.class)
            .type("audit-costs-settled", AuditCostsSettled.class);

    private AuditEventTypes() {}
}
