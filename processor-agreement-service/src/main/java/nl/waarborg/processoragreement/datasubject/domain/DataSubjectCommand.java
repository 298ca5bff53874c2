package nl.waarborg.processoragreement.datasubject.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about the request of a data subject. */
public sealed interface DataSubjectCommand {

    record ReceiveDataSubjectRequest(
            UUID requestId,
            RequestKind kind,
            String dataSubject,
            String text,
            Instant receivedAt,
            @Nullable UUID receivedBy)
            implements DataSubjectCommand {}

    record ForwardDataSubjectRequest(AssistanceTerms terms, @Nullable UUID forwardedBy, Instant at)
            implements DataSubjectCommand {}

    record RequestDataSubjectAssistance(
            UUID requestId, boolean written, String text, @Nullable UUID requestedBy, AssistanceTerms terms, Instant at)
            implements DataSubjectCommand {}

    /** @param feasible the software allows it, or the vendor has access to the data within the assignment */
    record GiveDataSubjectAssistance(
            boolean feasible, String result, @Nullable UUID givenBy, AssistanceTerms terms, Instant at)
            implements DataSubjectCommand {}
}
