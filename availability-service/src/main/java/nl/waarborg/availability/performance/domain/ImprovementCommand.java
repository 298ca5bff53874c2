package nl.waarborg.availability.performance.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was improved where response times showed the need (AVL-032). Times are business times, UTC. */
public sealed interface ImprovementCommand {

    record RecordPerformanceImprovement(
            UUID improvementId,
            String provider,
            List<String> functions,
            String description,
            LocalDate since,
            @Nullable UUID by,
            Instant at)
            implements ImprovementCommand {}
}
