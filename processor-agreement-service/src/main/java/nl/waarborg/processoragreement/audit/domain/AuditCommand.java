package nl.waarborg.processoragreement.audit.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What can be asked about an audit. */
public sealed interface AuditCommand {

    record RequestAudit(UUID auditId, String auditor, boolean independent, String scope, AuditTerms terms, Instant at)
            implements AuditCommand {}

    /**
     * @param supervisor AP or GBA
     * @param noticeForbidden the law forbids to tell the customer
     */
    record AnnounceSupervisorAudit(
            UUID auditId,
            String supervisor,
            String scope,
            boolean concernsCustomer,
            boolean noticeForbidden,
            Instant at)
            implements AuditCommand {}

    record ScheduleAudit(LocalDate from, LocalDate through) implements AuditCommand {}

    record GrantAuditorAccess(String access, Instant at) implements AuditCommand {}

    record CompleteAudit(String findings, boolean importantFailure, Instant at) implements AuditCommand {}

    /** @param agreedOtherwise the parties agreed otherwise for this audit */
    record SettleAuditCosts(BigDecimal total, BigDecimal vendorShare, boolean agreedOtherwise, AuditTerms terms)
            implements AuditCommand {}
}
