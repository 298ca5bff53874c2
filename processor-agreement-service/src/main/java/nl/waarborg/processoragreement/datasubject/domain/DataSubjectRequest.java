package nl.waarborg.processoragreement.datasubject.domain;

import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules must know about a request.
 *
 * @param requestId null before anything is known of it
 */
public record DataSubjectRequest(
        @Nullable UUID requestId, boolean received, boolean forwarded, boolean assistanceRequested, boolean assisted) {

    public static final String CATEGORY = "data-subject-request";

    public static StreamId stream(UUID request) {
        return new StreamId(CATEGORY, request);
    }
}
