package nl.waarborg.processoragreement.subprocessor.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.subprocessor.domain.Consent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentGiven;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentRefused;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentRequested;
import nl.waarborg.processoragreement.subprocessor.domain.Subprocessor;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorActivated;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorEnded;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionDecided;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionRaised;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRefused;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRegistered;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SupplierChangeAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamChangeReceived;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamNoticeTooShort;
import nl.waarborg.processoragreement.subprocessor.domain.SystemDecider;
import nl.waarborg.processoragreement.subprocessor.domain.SystemEvent;
import nl.waarborg.processoragreement.subprocessor.domain.SystemEvent.ProcessingSystemRegistered;

/** The stored names of the events of suppliers. */
public final class SubprocessorEventTypes {

    public static final EventTypes<SubprocessorEvent> SUBPROCESSOR_EVENTS = new EventTypes<>(
                    Subprocessor.CATEGORY, SubprocessorEvent.class)
            .type("subprocessor-registered", SubprocessorRegistered.class)
            .type("subprocessor-refused", SubprocessorRefused.class)
            .type("upstream-notice-too-short", UpstreamNoticeTooShort.class)
            .type("subprocessor-announced", SubprocessorAnnounced.class)
            .type("subprocessor-activated", SubprocessorActivated.class)
            .type("subprocessor-ended", SubprocessorEnded.class)
            .type("subprocessor-objection-raised", SubprocessorObjectionRaised.class)
            .type("subprocessor-objection-decided", SubprocessorObjectionDecided.class)
            .upcast("subprocessor-objection-decided", 1, stored -> stored.putNull("sealedReasons"))
            .type("upstream-change-received", UpstreamChangeReceived.class)
            .type("supplier-change-announced", SupplierChangeAnnounced.class);

    public static final EventTypes<ConsentEvent> CONSENT_EVENTS = new EventTypes<>(Consent.CATEGORY, ConsentEvent.class)
            .type("replacement-consent-requested", ReplacementConsentRequested.class)
            .type("replacement-consent-given", ReplacementConsentGiven.class)
            .type("replacement-consent-refused", ReplacementConsentRefused.class);

    public static final EventTypes<SystemEvent> SYSTEM_EVENTS = new EventTypes<>(
                    SystemDecider.CATEGORY, SystemEvent.class)
            .type("processing-system-registered", ProcessingSystemRegistered.class);

    private SubprocessorEventTypes() {}
}
