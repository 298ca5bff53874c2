package nl.waarborg.processoragreement.audit.domain;

import java.math.BigDecimal;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.audit.domain.Audit.Known;
import nl.waarborg.processoragreement.audit.domain.Audit.Settlement;
import nl.waarborg.processoragreement.audit.domain.Audit.Unknown;
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

/** Independent auditors look at whether the vendor keeps its word, and the terms say who pays (PRA-028 to PRA-031, OP-56). */
public final class AuditDecider implements Decider<AuditCommand, Audit, AuditEvent> {

    @Override
    public Audit initialState() {
        return new Unknown();
    }

    @Override
    public Decision<AuditEvent> decide(AuditCommand command, Audit audit) {
        return switch (audit) {
            case Unknown _ ->
                switch (command) {
                    case RequestAudit c -> request(c);
                    case AnnounceSupervisorAudit c -> announce(c);
                    case ScheduleAudit _, GrantAuditorAccess _, CompleteAudit _, SettleAuditCosts _ ->
                        Decision.reject("PRA-028", "no-such-audit", "There is no such audit.");
                };
            case Known known ->
                switch (command) {
                    case RequestAudit _, AnnounceSupervisorAudit _ -> Decision.nothing();
                    case ScheduleAudit c -> schedule(c, known);
                    case GrantAuditorAccess c -> open(c, known);
                    case CompleteAudit c -> complete(c, known);
                    case SettleAuditCosts c -> settle(c, known);
                };
        };
    }

    private static Decision<AuditEvent> request(RequestAudit c) {
        return c.independent()
                ? Decision.of(new AuditRequested(c.auditId(), c.auditor(), c.scope(), c.at()))
                : Decision.reject(c.terms().rule(), "not-independent", "An audit is made by an independent auditor.");
    }

    private static Decision<AuditEvent> announce(AnnounceSupervisorAudit c) {
        if (c.noticeForbidden()) {
            return Decision.reject("PRA-029", "notice-forbidden", "The law forbids to tell the customer.");
        }
        return c.concernsCustomer()
                ? Decision.of(new SupervisorAuditAnnounced(c.auditId(), c.supervisor(), c.scope(), c.at()))
                : Decision.reject("PRA-029", "not-concerned", "The audit does not concern this customer's data.");
    }

    private static Decision<AuditEvent> schedule(ScheduleAudit c, Known audit) {
        if (c.through().isBefore(c.from())) {
            return Decision.reject("PRA-028", "range-runs-backwards", "The last day lies before the first.");
        }
        if (audit.importantFailure() != null) {
            return Decision.reject("PRA-028", "completed", "The audit is completed.");
        }
        return c.from().equals(audit.from()) && c.through().equals(audit.through())
                ? Decision.nothing()
                : Decision.of(new AuditScheduled(audit.auditId(), c.from(), c.through()));
    }

    private static Decision<AuditEvent> open(GrantAuditorAccess c, Known audit) {
        return audit.from() == null
                ? Decision.reject("PRA-031", "not-scheduled", "The auditor comes on days that were agreed.")
                : Decision.of(new AuditorAccessGranted(audit.auditId(), c.access(), c.at()));
    }

    private static Decision<AuditEvent> complete(CompleteAudit c, Known audit) {
        if (audit.from() == null) {
            return Decision.reject("PRA-028", "not-scheduled", "An audit that never began is not completed.");
        }
        return audit.importantFailure() != null
                ? Decision.nothing()
                : Decision.of(new AuditCompleted(audit.auditId(), c.findings(), c.importantFailure(), c.at()));
    }

    /** All for the customer, internal costs too, unless the terms say when they are divided (OP-56). */
    private static Decision<AuditEvent> settle(SettleAuditCosts c, Known audit) {
        var rule = c.terms().costs().equals("CUSTOMER_UNLESS_AGREED") ? "PRA-031" : "PRA-030";
        if (audit.origin() == AuditOrigin.SUPERVISOR) {
            return Decision.reject(rule, "not-the-customers", "Only an audit that the customer asked for is settled.");
        }
        if (audit.importantFailure() == null) {
            return Decision.reject(rule, "not-completed", "Costs are settled when the audit is completed.");
        }
        if (c.vendorShare().signum() < 0 || c.vendorShare().compareTo(c.total()) > 0) {
            return Decision.reject(rule, "impossible-share", "A share lies between nothing and all.");
        }
        var divided =
                switch (c.terms().costs()) {
                    case "CUSTOMER_UNLESS_AGREED" -> c.agreedOtherwise();
                    case "" -> false; // nobody agreed on a division
                    default -> audit.importantFailure();
                };
        if (c.vendorShare().signum() > 0 && !divided) {
            return Decision.reject(rule, "customer-pays", "All costs of this audit are for the customer.");
        }
        var settled = audit.settled();
        return settled != null && settled.is(c.total(), c.vendorShare())
                ? Decision.nothing()
                : Decision.of(new AuditCostsSettled(
                        audit.auditId(),
                        cents(c.total()),
                        cents(c.vendorShare()),
                        cents(c.total().subtract(c.vendorShare()))));
    }

    private static BigDecimal cents(BigDecimal euros) {
        return euros.setScale(2);
    }

    @Override
    public Audit evolve(Audit audit, AuditEvent event) {
        return switch (event) {
            case AuditRequested e -> new Known(e.auditId(), AuditOrigin.CUSTOMER, null, null, null, null);
            case SupervisorAuditAnnounced e -> new Known(e.auditId(), AuditOrigin.SUPERVISOR, null, null, null, null);
            case AuditScheduled e ->
                audit instanceof Known known
                        ? new Known(
                                known.auditId(),
                                known.origin(),
                                e.from(),
                                e.through(),
                                known.importantFailure(),
                                known.settled())
                        : audit;
            case AuditorAccessGranted _ -> audit;
            case AuditCompleted e ->
                audit instanceof Known known
                        ? new Known(
                                known.auditId(),
                                known.origin(),
                                known.from(),
                                known.through(),
                                e.importantFailure(),
                                known.settled())
                        : audit;
            case AuditCostsSettled e ->
                audit instanceof Known known
                        ? new Known(
                                known.auditId(),
                                known.origin(),
                                known.from(),
                                known.through(),
                                known.importantFailure(),
                                new Settlement(e.total(), e.vendorShare()))
                        : audit;
        };
    }
}
