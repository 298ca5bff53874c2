package nl.waarborg.processoragreement.document.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import nl.waarborg.processoragreement.document.domain.AgreementQuestion.Outcome;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface AgreementQuestionEvent {

    UUID questionId();

    record AgreementQuestionSubmitted(
            UUID questionId,
            @Nullable Integer slaVersion,
            @Personal @Nullable String subject,
            @Personal @Nullable String text,
            @Nullable UUID personId,
            Instant at)
            implements AgreementQuestionEvent {}

    record AgreementQuestionAnswered(UUID questionId, Outcome outcome, @Personal @Nullable String answer, Instant at)
            implements AgreementQuestionEvent {}
}
