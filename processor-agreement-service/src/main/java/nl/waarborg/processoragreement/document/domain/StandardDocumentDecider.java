package nl.waarborg.processoragreement.document.domain;

import java.time.Instant;
import java.time.LocalDate;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand.AnnounceSlaChange;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand.PublishSlaVersion;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand.RegisterRecognisedModel;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.RecognisedModelRegistered;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaChangeAnnounced;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaVersionPublished;
import nl.waarborg.terms.AgreedCalendars;

/** XSV-002, XSV-003, XSV-007, PRA-003. */
public final class StandardDocumentDecider
        implements Decider<StandardDocumentCommand, StandardDocuments, StandardDocumentEvent> {

    @Override
    public StandardDocuments initialState() {
        return StandardDocuments.NONE;
    }

    @Override
    public Decision<StandardDocumentEvent> decide(StandardDocumentCommand command, StandardDocuments documents) {
        return switch (command) {
            case AnnounceSlaChange c -> announce(c, documents);
            case PublishSlaVersion c -> publish(c, documents);
            case RegisterRecognisedModel c -> register(c, documents);
        };
    }

    /** Changes are announced beforehand, with the day on which they begin to hold (OP-75). */
    private static Decision<StandardDocumentEvent> announce(AnnounceSlaChange c, StandardDocuments documents) {
        if (!c.effectiveFrom().isAfter(dayOf(c.at()))) {
            return Decision.reject(
                    "XSV-007", "not-announced-beforehand", "A change of the standard agreement begins on a later day.");
        }
        return Decision.of(new SlaChangeAnnounced(
                c.provider(),
                documents.nextVersion(),
                c.title(),
                c.summary(),
                c.effectiveFrom(),
                c.statutory(),
                c.changes(),
                c.at()));
    }

    private static Decision<StandardDocumentEvent> publish(PublishSlaVersion c, StandardDocuments documents) {
        var announced = documents.announced().get(c.slaVersion());
        if (announced == null) {
            return Decision.reject("XSV-003", "not-announced", "A version is announced before it is published.");
        }
        var known = documents.published().get(c.slaVersion());
        if (known != null) {
            return known.equals(c.sha256())
                    ? Decision.nothing()
                    : Decision.reject(
                            "XSV-007", "already-published", "Another document was published as this version.");
        }
        if (dayOf(c.at()).isAfter(announced.effectiveFrom())) {
            return Decision.reject(
                    "XSV-007",
                    "effective-date-passed",
                    "The day from which it was to hold has passed; announce the change again.");
        }
        return Decision.of(new SlaVersionPublished(
                c.provider(),
                c.slaVersion(),
                announced.effectiveFrom(),
                c.mediaType(),
                c.content(),
                c.sha256(),
                c.at()));
    }

    private static Decision<StandardDocumentEvent> register(RegisterRecognisedModel c, StandardDocuments documents) {
        var model = new RecognisedModelRegistered(
                c.provider(), c.code(), c.name(), c.modelVersion(), c.sector(), c.annexes());
        return model.equals(documents.models().get(c.code())) ? Decision.nothing() : Decision.of(model);
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, AgreedCalendars.ZONE);
    }

    @Override
    public StandardDocuments evolve(StandardDocuments documents, StandardDocumentEvent event) {
        return switch (event) {
            case SlaChangeAnnounced e -> documents.with(e);
            case SlaVersionPublished e -> documents.publishing(e.slaVersion(), e.sha256());
            case RecognisedModelRegistered e -> documents.with(e);
        };
    }
}
