package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about a replacement of staff. */
public sealed interface ConsentCommand {

    record RequestReplacementConsent(
            UUID consentId, String thirdParty, String task, LocalDate from, @Nullable LocalDate through, Instant at)
            implements ConsentCommand {}

    record GiveReplacementConsent(@Nullable UUID by, Instant at) implements ConsentCommand {}

    record RefuseReplacementConsent(@Nullable UUID by, @Nullable String reasons, Instant at)
            implements ConsentCommand {}
}
