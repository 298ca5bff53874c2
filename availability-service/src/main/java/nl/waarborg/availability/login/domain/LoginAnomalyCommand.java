package nl.waarborg.availability.login.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.login.domain.UsualLogins.Direction;
import org.jspecify.annotations.Nullable;

/** AVL-030. Times are business times, UTC. */
public sealed interface LoginAnomalyCommand {

    UUID anomalyId();

    record DetectLoginAnomaly(
            UUID anomalyId,
            Instant hour,
            Direction direction,
            LoginSubject subject,
            @Nullable String pseudonym,
            long attempts,
            BigDecimal usual,
            int weeks,
            Instant at)
            implements LoginAnomalyCommand {}

    record InvestigateLoginAnomaly(
            UUID anomalyId, String conclusion, @Nullable UUID securityIncidentId, @Nullable UUID by, Instant at)
            implements LoginAnomalyCommand {}
}
