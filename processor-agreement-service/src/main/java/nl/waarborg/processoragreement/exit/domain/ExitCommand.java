package nl.waarborg.processoragreement.exit.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.processoragreement.exit.domain.Exit.PlannedActivity;
import nl.waarborg.processoragreement.exit.domain.Exit.Side;
import org.jspecify.annotations.Nullable;

/** What is done in an exit. */
public sealed interface ExitCommand {

    record StartExit(Instant at) implements ExitCommand {}

    /** @param option the adapted licence that the customer goes on with; null: it ends altogether */
    record CompleteExitPlan(
            Side by,
            String wishes,
            String technicalDocumentation,
            String dataToTransfer,
            @Nullable ExitOption option,
            List<PlannedActivity> activities,
            Instant at)
            implements ExitCommand {}

    record RecordExitActivity(UUID activityId, String activity, Side by, Instant at) implements ExitCommand {}

    /** One side's declaration. */
    record DischargeExit(Side by, boolean planComplete, boolean allDataReceived, Instant at) implements ExitCommand {}
}
