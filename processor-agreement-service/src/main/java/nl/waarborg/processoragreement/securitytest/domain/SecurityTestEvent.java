package nl.waarborg.processoragreement.securitytest.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the platform's streams; nothing of it is personal. */
public sealed interface SecurityTestEvent {

    String provider();

    /**
     * @param nextDueOn last day for the next test by an external party; null: this one moves nothing
     */
    record SecurityTestRecorded(
            UUID testId,
            String provider,
            TestKind kind,
            @Nullable String externalParty,
            String version,
            LocalDate testedOn,
            @Nullable LocalDate nextDueOn,
            Instant at)
            implements SecurityTestEvent {}

    record SecurityTestResultPublished(UUID testId, String provider, String url, Instant at)
            implements SecurityTestEvent {}

    record SecurityTestOverdue(String provider, LocalDate dueOn) implements SecurityTestEvent {}

    /** A test that was held in time became known late. */
    record SecurityTestOverdueWithdrawn(String provider, LocalDate dueOn) implements SecurityTestEvent {}
}
