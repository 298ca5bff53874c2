package nl.waarborg.processoragreement;

import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.document.automation.WhenSlaChangeAnnouncedThenMailCustomers;
import nl.waarborg.processoragreement.document.automation.WhenSlaVersionPublishedThenAdoptIt;
import nl.waarborg.processoragreement.document.domain.AgreementQuestion;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionCommand;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionDecider;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent;
import nl.waarborg.processoragreement.document.domain.SlaNotice;
import nl.waarborg.processoragreement.document.domain.SlaNoticeCommand;
import nl.waarborg.processoragreement.document.domain.SlaNoticeDecider;
import nl.waarborg.processoragreement.document.domain.SlaNoticeEvent;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand;
import nl.waarborg.processoragreement.document.domain.StandardDocumentDecider;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent;
import nl.waarborg.processoragreement.document.domain.StandardDocuments;
import nl.waarborg.processoragreement.document.projection.AnnouncedChanges;
import nl.waarborg.processoragreement.document.projection.NewCustomersProjection;
import nl.waarborg.processoragreement.document.projection.QuestionsProjection;
import nl.waarborg.processoragreement.document.projection.SlaNoticesProjection;
import nl.waarborg.processoragreement.document.projection.StandardDocumentsProjection;
import nl.waarborg.processoragreement.document.storage.DocumentEventTypes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The vendor's standard agreement in its versions, and what customers are told and ask about it (XSV-002 to XSV-008). */
@ApplicationScoped
class DocumentAggregate implements Aggregate {

    private final CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements;
    private final CommandHandler<SlaNoticeCommand, SlaNotice, SlaNoticeEvent> notices;
    private final AnnouncedChanges changes;
    private final AgreedTerms terms;
    private final Mailer mailer;
    private final InstantSource clock;
    private final PersonalData personal;
    private final String messageIdDomain;

    DocumentAggregate(
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements,
            CommandHandler<SlaNoticeCommand, SlaNotice, SlaNoticeEvent> notices,
            AnnouncedChanges changes,
            AgreedTerms terms,
            Mailer mailer,
            InstantSource clock,
            PersonalData personal,
            @ConfigProperty(name = "waarborg.mail.message-id-domain", defaultValue = "waarborg.example")
                    String messageIdDomain) {
        this.agreements = agreements;
        this.notices = notices;
        this.changes = changes;
        this.terms = terms;
        this.mailer = mailer;
        this.clock = clock;
        this.personal = personal;
        this.messageIdDomain = messageIdDomain;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<StandardDocumentCommand, StandardDocuments, StandardDocumentEvent> documents(
            CommandHandlers handlers) {
        return handlers.of(new StandardDocumentDecider(), DocumentEventTypes.STANDARD_DOCUMENT_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<AgreementQuestionCommand, AgreementQuestion, AgreementQuestionEvent> questions(
            CommandHandlers handlers) {
        return handlers.of(new AgreementQuestionDecider(), DocumentEventTypes.QUESTION_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SlaNoticeCommand, SlaNotice, SlaNoticeEvent> notices(CommandHandlers handlers) {
        return handlers.of(new SlaNoticeDecider(), DocumentEventTypes.NOTICE_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(
                DocumentEventTypes.STANDARD_DOCUMENT_EVENTS,
                DocumentEventTypes.QUESTION_EVENTS,
                DocumentEventTypes.NOTICE_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new StandardDocumentsProjection(),
                new NewCustomersProjection(),
                new QuestionsProjection(personal),
                new SlaNoticesProjection());
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(
                new WhenSlaVersionPublishedThenAdoptIt(agreements, changes),
                new WhenSlaChangeAnnouncedThenMailCustomers(notices, changes, terms, mailer, clock, messageIdDomain));
    }
}
