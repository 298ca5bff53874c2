package nl.waarborg.processoragreement.document.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.processoragreement.document.domain.AgreementQuestion.Outcome;
import org.jspecify.annotations.Nullable;

public sealed interface AgreementQuestionCommand {

    /** @param slaVersion the announced change that it is about; null for any other subject */
    record SubmitAgreementQuestion(
            UUID questionId,
            @Nullable Integer slaVersion,
            String subject,
            String text,
            @Nullable UUID personId,
            Instant at)
            implements AgreementQuestionCommand {}

    record AnswerAgreementQuestion(UUID questionId, Outcome outcome, String answer, Instant at)
            implements AgreementQuestionCommand {}
}
