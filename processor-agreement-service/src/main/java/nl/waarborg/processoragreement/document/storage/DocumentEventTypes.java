package nl.waarborg.processoragreement.document.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.document.domain.AgreementQuestion;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent.AgreementQuestionAnswered;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent.AgreementQuestionSubmitted;
import nl.waarborg.processoragreement.document.domain.SlaNotice;
import nl.waarborg.processoragreement.document.domain.SlaNoticeEvent;
import nl.waarborg.processoragreement.document.domain.SlaNoticeEvent.SlaNoticeMailed;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.RecognisedModelRegistered;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaChangeAnnounced;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaVersionPublished;
import nl.waarborg.processoragreement.document.domain.StandardDocuments;

/** The stored names of the events of standard documents, for ever. */
public final class DocumentEventTypes {

    public static final EventTypes<StandardDocumentEvent> STANDARD_DOCUMENT_EVENTS = new EventTypes<>(
                    StandardDocuments.CATEGORY, StandardDocumentEvent.class)
            .type("sla-change-announced", SlaChangeAnnounced.class)
            .type("sla-version-published", SlaVersionPublished.class)
            .type("recognised-model-registered", RecognisedModelRegistered.class);

    public static final EventTypes<AgreementQuestionEvent> QUESTION_EVENTS = new EventTypes<>(
                    AgreementQuestion.CATEGORY, AgreementQuestionEvent.class)
            .type("agreement-question-submitted", AgreementQuestionSubmitted.class)
            .type("agreement-question-answered", AgreementQuestionAnswered.class);

    public static final EventTypes<SlaNoticeEvent> NOTICE_EVENTS =
            new EventTypes<>(SlaNotice.CATEGORY, SlaNoticeEvent.class).type("sla-notice-mailed", SlaNoticeMailed.class);

    private DocumentEventTypes() {}
}
