package nl.waarborg.incident.person.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import org.jspecify.annotations.Nullable;

/** What can be asked of a person's record. Times are business times, UTC. */
public sealed interface PersonCommand {

    UUID personId();

    /** Registers a person, or changes what is known of it. */
    record RegisterPerson(
            UUID personId,
            Actor.Side side,
            String provider,
            String name,
            String mail,
            @Nullable String phone,
            Language language)
            implements PersonCommand {}

    /** The person left the organisation: its roles end, its mail goes to the Administrators (OP-21). */
    record RecordDeparture(UUID personId, Instant at) implements PersonCommand {}

    /**
     * @param knowledgeDeclared the customer declares that the person has extensive knowledge of the software (INC-004)
     * @param authority a fact: on whose authority, as of {@code at}
     * @param assignedBy the Administrator; null for a system
     */
    record AssignPortalRole(
            UUID personId,
            PortalRole role,
            boolean knowledgeDeclared,
            Authority authority,
            @Nullable UUID assignedBy,
            Instant at)
            implements PersonCommand {}

    record RevokePortalRole(UUID personId, PortalRole role, Authority authority, @Nullable UUID revokedBy, Instant at)
            implements PersonCommand {}

    /** May this caller submit an incident by phone (INC-014)? */
    record CheckCaller(UUID personId, String phoneNumber, Instant at) implements PersonCommand {}
}
