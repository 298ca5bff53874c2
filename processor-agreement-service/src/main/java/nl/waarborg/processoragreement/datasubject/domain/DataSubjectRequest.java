package nl.waarborg.processoragreement.datasubject.domain;

import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules must know about a request.
 *
 * @param requestId null before anything is known of it
 * @param asked what the controller asked assistance with last
 * @param assisted whether help was given since
 */
public record DataSubjectRequest(
        @Nullable UUID requestId,
        boolean received,
        boolean forwarded,
        boolean assistanceRequested,
        @Nullable String asked,
        boolean assisted) {

    public static final String CATEGORY = "data-subject-request";

    public static StreamId stream(UUID request) {
        return new StreamId(CATEGORY, request);
    }
}
