package nl.waarborg.incident.person.storage;

import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.person.domain.PersonEvent;
import nl.waarborg.incident.person.domain.PersonEvent.CallerChecked;
import nl.waarborg.incident.person.domain.PersonEvent.PersonChanged;
import nl.waarborg.incident.person.domain.PersonEvent.PersonLeft;
import nl.waarborg.incident.person.domain.PersonEvent.PersonRegistered;
import nl.waarborg.incident.person.domain.PersonEvent.PortalRoleAssigned;
import nl.waarborg.incident.person.domain.PersonEvent.PortalRoleRevoked;

/** Names under which the events of persons are stored, for ever. */
public final class PersonEventTypes {

    public static final EventTypes<PersonEvent> PERSON_EVENTS = new EventTypes<>("person", PersonEvent.class)
            .type("person-registered", PersonRegistered.class)
            .type("person-changed", PersonChanged.class)
            .type("person-left", PersonLeft.class)
            .type("portal-role-assigned", PortalRoleAssigned.class)
            .type("portal-role-revoked", PortalRoleRevoked.class)
            .type("caller-checked", CallerChecked.class);

    private PersonEventTypes() {}

    /** A person is known per tenant: the same id with another tenant is another stream. */
    public static StreamId stream(UUID tenant, UUID person) {
        return StreamId.natural(PERSON_EVENTS.category(), tenant, person.toString());
    }
}
