package nl.waarborg.processoragreement.securitytest.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about security tests. */
public sealed interface SecurityTestCommand {

    /**
     * @param version of the software that was tested
     * @param every how often an external party tests; null: nothing was promised
     * @param today the day on which it is recorded, Europe/Amsterdam
     */
    record RecordSecurityTest(
            UUID testId,
            String provider,
            TestKind kind,
            @Nullable String externalParty,
            String version,
            LocalDate testedOn,
            @Nullable Period every,
            LocalDate today,
            Instant at)
            implements SecurityTestCommand {}

    record PublishSecurityTestResult(UUID testId, String provider, String url, Instant at)
            implements SecurityTestCommand {}

    /** By the clock, after the day. */
    record NoticeOverdueSecurityTest(LocalDate dueOn, String provider) implements SecurityTestCommand {}
}
