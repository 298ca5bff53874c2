package nl.waarborg.processoragreement.audit.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the customer's streams. */
public sealed interface AuditEvent {

    UUID auditId();

    record AuditRequested(
            UUID auditId, @Personal @Nullable String auditor, @Personal @Nullable String scope, Instant at)
            implements AuditEvent {}

    /** An audit by the supervisor that concerns the customer's data; the customer was informed. */
    record SupervisorAuditAnnounced(
            UUID auditId, String supervisor, @Personal @Nullable String scope, Instant informedAt)
            implements AuditEvent {}

    /** @param through last day */
    record AuditScheduled(UUID auditId, LocalDate from, LocalDate through) implements AuditEvent {}

    /** @param access facilities, staff and documents that were opened */
    record AuditorAccessGranted(UUID auditId, @Personal @Nullable String access, Instant at) implements AuditEvent {}

    /** @param importantFailure the vendor failed its obligations on important points */
    record AuditCompleted(UUID auditId, @Personal @Nullable String findings, boolean importantFailure, Instant at)
            implements AuditEvent {}

    /** Euros excluding VAT. */
    record AuditCostsSettled(UUID auditId, BigDecimal total, BigDecimal vendorShare, BigDecimal customerShare)
            implements AuditEvent {}
}
