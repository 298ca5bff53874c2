package nl.waarborg.processoragreement.securityincident.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.securityincident.domain.Breach;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportAnnounced;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityWindowElapsed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachAssessmentRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachClocksRecomputed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDeadlineMissWithdrawn;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDetected;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSupplemented;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachRecipientMissing;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformDeadlineMissed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.SubprocessorInformDeadlineMissed;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncident;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.AffectedTenantAdded;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.DiscoveryCorrected;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.SecurityIncidentClosed;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent.SecurityIncidentRegistered;

/** The stored names of the events of security incidents and breaches. */
public final class SecurityIncidentEventTypes {

    public static final EventTypes<SecurityIncidentEvent> REGISTER_EVENTS = new EventTypes<>(
                    SecurityIncident.CATEGORY, SecurityIncidentEvent.class)
            .type("security-incident-registered", SecurityIncidentRegistered.class)
            .type("affected-tenant-added", AffectedTenantAdded.class)
            .type("discovery-corrected", DiscoveryCorrected.class)
            .type("security-incident-closed", SecurityIncidentClosed.class);

    public static final EventTypes<BreachEvent> BREACH_EVENTS = new EventTypes<>(Breach.CATEGORY, BreachEvent.class)
            .type("breach-detected", BreachDetected.class)
            .type("breach-clocks-recomputed", BreachClocksRecomputed.class)
            .type("controller-informed", ControllerInformed.class)
            .type("breach-recipient-missing", BreachRecipientMissing.class)
            .type("subprocessor-inform-deadline-missed", SubprocessorInformDeadlineMissed.class)
            .type("controller-inform-deadline-missed", ControllerInformDeadlineMissed.class)
            .type("authority-window-elapsed", AuthorityWindowElapsed.class)
            .type("breach-deadline-miss-withdrawn", BreachDeadlineMissWithdrawn.class)
            .type("breach-notice-supplemented", BreachNoticeSupplemented.class)
            .type("breach-assessment-recorded", BreachAssessmentRecorded.class)
            .type("authority-report-announced", AuthorityReportAnnounced.class)
            .type("authority-report-recorded", AuthorityReportRecorded.class)
            .type("breach-notice-sent", BreachNoticeSent.class)
            .type("breach-notice-failed", BreachNoticeFailed.class);

    private SecurityIncidentEventTypes() {}
}
