package nl.waarborg.incident.systemuser.domain;

import java.time.Instant;
import java.util.UUID;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface SupportPlusEvent {

    record SupportPlusActivated(UUID byPersonId, Instant at) implements SupportPlusEvent {}

    record SupportPlusDeactivated(UUID byPersonId, Instant at) implements SupportPlusEvent {}
}
