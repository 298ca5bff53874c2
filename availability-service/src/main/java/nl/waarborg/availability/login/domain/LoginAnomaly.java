package nl.waarborg.availability.login.domain;

import java.time.Instant;
import nl.waarborg.availability.login.domain.UsualLogins.Direction;

/** What the rules must know of an anomaly. */
public sealed interface LoginAnomaly {

    record NotDetected() implements LoginAnomaly {}

    record Detected(Instant hour, Direction direction, LoginSubject subject) implements LoginAnomaly {}

    record Investigated() implements LoginAnomaly {}
}
