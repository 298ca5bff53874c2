package nl.waarborg.processoragreement.continuity.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked about continuity. */
public sealed interface ContinuityCommand {

    /**
     * @param continuesFor calendar days for which the terms promise services after a bankruptcy of the vendor; null: nothing was promised
     * @param today the day on which it is recorded, Europe/Amsterdam
     */
    record RecordContinuityEvent(
            String provider,
            ContinuityKind kind,
            String party,
            LocalDate occurredOn,
            @Nullable Integer continuesFor,
            LocalDate today,
            Instant at)
            implements ContinuityCommand {}

    /** @param arrangement the continuity plan, or what was agreed with the trustee */
    record ArrangeContinuity(String arrangement, LocalDate arrangedOn, LocalDate today, Instant at)
            implements ContinuityCommand {}

    /** By the clock, shortly before the last day. */
    record NoticeEndingPeriod(LocalDate endsOn) implements ContinuityCommand {}
}
