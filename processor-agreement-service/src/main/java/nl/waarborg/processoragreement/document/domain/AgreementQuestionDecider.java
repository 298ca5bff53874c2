package nl.waarborg.processoragreement.document.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.document.domain.AgreementQuestion.Answered;
import nl.waarborg.processoragreement.document.domain.AgreementQuestion.Asked;
import nl.waarborg.processoragreement.document.domain.AgreementQuestion.NotAsked;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionCommand.AnswerAgreementQuestion;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionCommand.SubmitAgreementQuestion;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent.AgreementQuestionAnswered;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent.AgreementQuestionSubmitted;

/** XSV-004, XSV-006. */
public final class AgreementQuestionDecider
        implements Decider<AgreementQuestionCommand, AgreementQuestion, AgreementQuestionEvent> {

    @Override
    public AgreementQuestion initialState() {
        return new NotAsked();
    }

    @Override
    public Decision<AgreementQuestionEvent> decide(AgreementQuestionCommand command, AgreementQuestion question) {
        return switch (command) {
            case SubmitAgreementQuestion c ->
                question instanceof NotAsked
                        ? Decision.of(new AgreementQuestionSubmitted(
                                c.questionId(), c.slaVersion(), c.subject(), c.text(), c.personId(), c.at()))
                        : Decision.nothing();
            case AnswerAgreementQuestion c ->
                switch (question) {
                    case NotAsked _ -> Decision.reject("XSV-004", "no-question", "No such question was asked.");
                    case Asked _ ->
                        Decision.of(new AgreementQuestionAnswered(c.questionId(), c.outcome(), c.answer(), c.at()));
                    case Answered answered ->
                        answered.outcome() == c.outcome()
                                ? Decision.nothing()
                                : Decision.reject(
                                        "XSV-004", "already-answered", "It was answered: " + answered.outcome() + ".");
                };
        };
    }

    @Override
    public AgreementQuestion evolve(AgreementQuestion question, AgreementQuestionEvent event) {
        return switch (event) {
            case AgreementQuestionSubmitted _ -> new Asked();
            case AgreementQuestionAnswered e -> new Answered(e.outcome());
        };
    }
}
