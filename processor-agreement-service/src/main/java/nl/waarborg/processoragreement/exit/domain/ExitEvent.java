package nl.waarborg.processoragreement.exit.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import nl.waarborg.processoragreement.agreement.domain.ExitOption;
import nl.waarborg.processoragreement.exit.domain.Exit.PlannedActivity;
import nl.waarborg.processoragreement.exit.domain.Exit.Side;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface ExitEvent {

    record ExitStarted(Instant at) implements ExitEvent {}

    record ExitPlanCompleted(
            @Personal @Nullable String wishes,
            @Personal @Nullable String technicalDocumentation,
            @Personal @Nullable String dataToTransfer,
            @Nullable ExitOption option,
            @Personal List<PlannedActivity> activities,
            Instant at)
            implements ExitEvent {}

    record ExitActivityRecorded(UUID activityId, @Personal @Nullable String activity, Side by, Instant at)
            implements ExitEvent {}

    record ExitDischargeAgreed(Side by, Instant at) implements ExitEvent {}

    record ExitDischarged(Instant at) implements ExitEvent {}
}
