package nl.waarborg.processoragreement.document.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.document.domain.AgreementQuestion.Outcome;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionCommand.AnswerAgreementQuestion;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionCommand.SubmitAgreementQuestion;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent.AgreementQuestionAnswered;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent.AgreementQuestionSubmitted;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand.AnnounceSlaChange;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand.PublishSlaVersion;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand.RegisterRecognisedModel;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.RecognisedModelRegistered;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaChangeAnnounced;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaVersionPublished;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class DocumentDecidersTest {

    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");
    private static final List<TermChange> CHANGES =
            List.of(new TermChange("priority.P3.response", "4 WORKING_DAYS", "§2.2.3"));
    private static final UUID QUESTION = new UUID(0, 5);

    private final DeciderSpecification<StandardDocumentCommand, StandardDocuments, StandardDocumentEvent> documents =
            new DeciderSpecification<>(new StandardDocumentDecider());
    private final DeciderSpecification<AgreementQuestionCommand, AgreementQuestion, AgreementQuestionEvent> questions =
            new DeciderSpecification<>(new AgreementQuestionDecider());

    @Test
    @Rule({"XSV-003", "XSV-007"})
    void a_change_is_announced_beforehand_with_the_day_on_which_it_begins() {
        documents.given().when(announce(JULY, NOW)).then(announced(2, JULY));
        documents
                .given(announced(2, JULY))
                .when(announce(JULY.plusMonths(6), NOW))
                .then(announced(3, JULY.plusMonths(6)));
        documents.given().when(announce(LocalDate.parse("2026-06-01"), NOW)).thenRejected("XSV-007");
        // Shortly before midnight UTC it is the next day in Amsterdam already.
        documents
                .given()
                .when(announce(LocalDate.parse("2026-06-02"), Instant.parse("2026-06-01T22:30:00Z")))
                .thenRejected("XSV-007");
    }

    @Test
    @Rule({"XSV-003", "XSV-007"})
    void only_what_was_announced_is_published_and_not_after_its_day() {
        documents.given().when(publish(2, NOW)).thenRejected("XSV-003");
        var published = new SlaVersionPublished("afas", 2, JULY, "text/plain", "QQ==", "00", NOW);
        documents.given(announced(2, JULY)).when(publish(2, NOW)).then(published);
        documents.given(announced(2, JULY), published).when(publish(2, NOW)).thenNothing();
        documents
                .given(announced(2, JULY))
                .when(publish(2, Instant.parse("2026-07-01T22:00:00Z")))
                .thenRejected("XSV-007");
        documents
                .given(announced(2, JULY), published)
                .when(new PublishSlaVersion("afas", 2, "text/plain", "Qg==", "11", NOW))
                .thenRejected("XSV-007");
    }

    @Test
    @Rule("PRA-003")
    void recognised_models_are_registered_once() {
        var boz = new RecognisedModelRegistered(
                "afas", "BOZ_2022", "BoZ model Verwerkersovereenkomst", "december 2022", "care", List.of("Bijlage 1"));
        var register = new RegisterRecognisedModel(
                "afas", "BOZ_2022", "BoZ model Verwerkersovereenkomst", "december 2022", "care", List.of("Bijlage 1"));
        documents.given().when(register).then(boz);
        documents.given(boz).when(register).thenNothing();
    }

    @Test
    @Rule({"XSV-004", "XSV-006"})
    void a_question_is_answered_once_with_an_outcome() {
        var asked = new AgreementQuestionSubmitted(QUESTION, 2, "P3", "Why?", null, NOW);
        questions
                .given()
                .when(new SubmitAgreementQuestion(QUESTION, 2, "P3", "Why?", null, NOW))
                .then(asked);
        var answered = new AgreementQuestionAnswered(QUESTION, Outcome.NOT_RESOLVED, "No.", NOW);
        questions.given(asked).when(answer(Outcome.NOT_RESOLVED)).then(answered);
        questions.given(asked, answered).when(answer(Outcome.NOT_RESOLVED)).thenNothing();
        questions.given(asked, answered).when(answer(Outcome.ADJUSTED)).thenRejected("XSV-004");
        questions.given().when(answer(Outcome.ADJUSTED)).thenRejected("XSV-004");
    }

    private static AnswerAgreementQuestion answer(Outcome outcome) {
        return new AnswerAgreementQuestion(QUESTION, outcome, "No.", NOW);
    }

    private static AnnounceSlaChange announce(LocalDate from, Instant at) {
        return new AnnounceSlaChange("afas", "SLA", "P3 later", from, false, CHANGES, at);
    }

    private static PublishSlaVersion publish(int version, Instant at) {
        return new PublishSlaVersion("afas", version, "text/plain", "QQ==", "00", at);
    }

    private static SlaChangeAnnounced announced(int version, LocalDate from) {
        return new SlaChangeAnnounced("afas", version, "SLA", "P3 later", from, false, CHANGES, NOW);
    }
}
