package nl.waarborg.processoragreement;

import java.util.List;
import nl.waarborg.eventsourcing.test.StoredEventsSpecification;
import nl.waarborg.processoragreement.access.storage.AccessEventTypes;
import nl.waarborg.processoragreement.agreement.storage.AgreementEventTypes;
import nl.waarborg.processoragreement.ai.storage.AiEventTypes;
import nl.waarborg.processoragreement.audit.storage.AuditEventTypes;
import nl.waarborg.processoragreement.contact.storage.ContactEventTypes;
import nl.waarborg.processoragreement.continuity.storage.ContinuityEventTypes;
import nl.waarborg.processoragreement.datasubject.storage.DataSubjectEventTypes;
import nl.waarborg.processoragreement.disposition.storage.DispositionEventTypes;
import nl.waarborg.processoragreement.document.storage.DocumentEventTypes;
import nl.waarborg.processoragreement.exit.storage.ExitEventTypes;
import nl.waarborg.processoragreement.fairuse.storage.FairUseEventTypes;
import nl.waarborg.processoragreement.firstclass.storage.FirstClassEventTypes;
import nl.waarborg.processoragreement.measure.storage.MeasureEventTypes;
import nl.waarborg.processoragreement.monthlyreport.storage.SlaReportEventTypes;
import nl.waarborg.processoragreement.organisation.storage.OrganisationEventTypes;
import nl.waarborg.processoragreement.partner.storage.PartnerEventTypes;
import nl.waarborg.processoragreement.processing.storage.ProcessingEventTypes;
import nl.waarborg.processoragreement.securityincident.storage.SecurityIncidentEventTypes;
import nl.waarborg.processoragreement.securitytest.storage.SecurityTestEventTypes;
import nl.waarborg.processoragreement.service.storage.ServiceEventTypes;
import nl.waarborg.processoragreement.subprocessor.storage.SubprocessorEventTypes;
import nl.waarborg.processoragreement.training.storage.TrainingEventTypes;
import nl.waarborg.processoragreement.usage.storage.UsageEventTypes;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    @Test
    void every_version_ever_stored_can_be_read_and_every_event_has_a_sample() {
        StoredEventsSpecification.verify(List.of(
                AccessEventTypes.ACCESS_EVENTS,
                AccessEventTypes.STAFF_EVENTS,
                AgreementEventTypes.AGREEMENT_EVENTS,
                AiEventTypes.OFFER_EVENTS,
                AiEventTypes.USE_EVENTS,
                AuditEventTypes.AUDIT_EVENTS,
                ContactEventTypes.CONTACT_EVENTS,
                ContinuityEventTypes.CONTINUITY_EVENTS,
                DataSubjectEventTypes.DATA_SUBJECT_EVENTS,
                DispositionEventTypes.DISPOSITION_EVENTS,
                DocumentEventTypes.NOTICE_EVENTS,
                DocumentEventTypes.QUESTION_EVENTS,
                DocumentEventTypes.STANDARD_DOCUMENT_EVENTS,
                ExitEventTypes.EXIT_EVENTS,
                FairUseEventTypes.FAIR_USE_EVENTS,
                FirstClassEventTypes.CARE_EVENTS,
                MeasureEventTypes.MEASURE_EVENTS,
                OrganisationEventTypes.ORGANISATION_EVENTS,
                PartnerEventTypes.PARTNER_EVENTS,
                ProcessingEventTypes.DISCLOSURE_EVENTS,
                ProcessingEventTypes.INSTRUCTION_EVENTS,
                ProcessingEventTypes.REGISTER_EVENTS,
                ProcessingEventTypes.SUPERVISOR_EVENTS,
                SecurityIncidentEventTypes.BREACH_EVENTS,
                SecurityIncidentEventTypes.REGISTER_EVENTS,
                SecurityTestEventTypes.SECURITY_TEST_EVENTS,
                ServiceEventTypes.APPOINTMENT_EVENTS,
                ServiceEventTypes.PROJECT_EVENTS,
                ServiceEventTypes.REQUEST_EVENTS,
                SubprocessorEventTypes.CONSENT_EVENTS,
                SubprocessorEventTypes.SUBPROCESSOR_EVENTS,
                SubprocessorEventTypes.SYSTEM_EVENTS,
                TrainingEventTypes.TRAINING_EVENTS,
                UsageEventTypes.USAGE_EVENTS,
                SlaReportEventTypes.REPORT_EVENTS));
    }
}
