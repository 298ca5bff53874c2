package nl.waarborg.incident.person.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface PersonEvent {

    UUID personId();

    /** Text is null once the tenant's key is destroyed. */
    record PersonRegistered(
            UUID personId,
            Actor.Side side,
            String provider,
            @Personal @Nullable String name,
            @Personal @Nullable String mail,
            @Personal @Nullable String phone,
            Language language)
            implements PersonEvent {}

    record PersonChanged(
            UUID personId,
            @Personal @Nullable String name,
            @Personal @Nullable String mail,
            @Personal @Nullable String phone,
            Language language)
            implements PersonEvent {}

    record PersonLeft(UUID personId, Instant at) implements PersonEvent {}

    record PortalRoleAssigned(
            UUID personId, PortalRole role, boolean knowledgeDeclared, @Nullable UUID assignedBy, Instant at)
            implements PersonEvent {

        /** An Administrator may give itself a role; it leaves this trace (OP-15). */
        public boolean selfAssigned() {
            return personId.equals(assignedBy);
        }
    }

    record PortalRoleRevoked(UUID personId, PortalRole role, @Nullable UUID revokedBy, Instant at)
            implements PersonEvent {}

    record CallerChecked(UUID personId, @Personal @Nullable String phoneNumber, boolean authorised, Instant at)
            implements PersonEvent {}
}
