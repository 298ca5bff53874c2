package nl.waarborg.processoragreement.agreement.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementDocumentAttached;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementExtended;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementSigned;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionExpired;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchDetected;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchWithdrawn;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassStarted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassSubscribed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancellationRefused;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChangeRequested;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SeparateProcessorAgreementRegistered;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SlaVersionAdopted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SpecificTermAgreed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TerminationRefused;

/** The stored names of an agreement's events. */
public final class AgreementEventTypes {

    public static final EventTypes<AgreementEvent> AGREEMENT_EVENTS = new EventTypes<>(
                    Agreement.CATEGORY, AgreementEvent.class)
            .type("agreement-concluded", AgreementConcluded.class)
            .type("tenant-terms-published", TenantTermsPublished.class)
            .type("first-class-subscribed", FirstClassSubscribed.class)
            .type("first-class-started", FirstClassStarted.class)
            .type("first-class-cancelled", FirstClassCancelled.class)
            .type("first-class-ended", FirstClassEnded.class)
            .type("licence-change-requested", LicenceChangeRequested.class)
            .type("licence-changed", LicenceChanged.class)
            .type("invoice-recorded", InvoiceRecorded.class)
            .type("first-class-mismatch-detected", FirstClassMismatchDetected.class)
            .upcast("first-class-mismatch-detected", 1, stored -> stored.put("mismatch", "NOT_INVOICED"))
            .type("first-class-mismatch-withdrawn", FirstClassMismatchWithdrawn.class)
            .type("exit-option-chosen", ExitOptionChosen.class)
            .type("exit-option-expired", ExitOptionExpired.class)
            .type("agreement-extended", AgreementExtended.class)
            .type("agreement-terminated", AgreementTerminated.class)
            .upcast("agreement-terminated", 1, stored -> stored.putNull("contestedSlaVersion"))
            .type("termination-refused", TerminationRefused.class)
            .type("licence-cancelled", LicenceCancelled.class)
            .type("licence-cancellation-refused", LicenceCancellationRefused.class)
            .type("sla-version-adopted", SlaVersionAdopted.class)
            .upcast("sla-version-adopted", 1, stored -> {
                stored.putArray("keys");
                return stored;
            })
            .type("separate-processor-agreement-registered", SeparateProcessorAgreementRegistered.class)
            .type("specific-term-agreed", SpecificTermAgreed.class)
            .type("agreement-signed", AgreementSigned.class)
            .type("agreement-document-attached", AgreementDocumentAttached.class)
            .type("agreement-ended", AgreementEnded.class);

    private AgreementEventTypes() {}
}
