package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about a replacement of staff. */
public sealed interface ConsentCommand {

    /**
     * @param subprocessorId the supplier in the register, if it is in it: it starts with this consent only
     * @param historic it is told of afterwards
     */
    record RequestReplacementConsent(
            UUID consentId,
            @Nullable UUID subprocessorId,
            String thirdParty,
            String task,
            LocalDate from,
            @Nullable LocalDate through,
            boolean historic,
            Instant at)
            implements ConsentCommand {}

    record GiveReplacementConsent(@Nullable UUID by, Instant at) implements ConsentCommand {}

    record RefuseReplacementConsent(@Nullable UUID by, @Nullable String reasons, Instant at)
            implements ConsentCommand {}
}
