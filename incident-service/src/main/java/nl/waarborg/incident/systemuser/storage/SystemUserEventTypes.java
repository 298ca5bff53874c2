package nl.waarborg.incident.systemuser.storage;

import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.systemuser.domain.AccessCause;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent.SupportPlusActivated;
import nl.waarborg.incident.systemuser.domain.SupportPlusEvent.SupportPlusDeactivated;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessApproved;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessBlocked;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessExpired;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessGranted;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessRefused;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessRequested;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessRevoked;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent.SystemUserAccessUsed;

/** Names under which the events of system users and Support+ are stored, for ever. */
public final class SystemUserEventTypes {

    public static final EventTypes<SystemUserAccessEvent> ACCESS_EVENTS = new EventTypes<>(
                    "system-user-access", SystemUserAccessEvent.class)
            .type("system-user-access-requested", SystemUserAccessRequested.class)
            .type("system-user-access-approved", SystemUserAccessApproved.class)
            .type("system-user-access-granted", SystemUserAccessGranted.class)
            .type("system-user-access-refused", SystemUserAccessRefused.class)
            .type("system-user-access-used", SystemUserAccessUsed.class)
            .type("system-user-access-expired", SystemUserAccessExpired.class)
            .type("system-user-access-revoked", SystemUserAccessRevoked.class)
            .type("system-user-access-blocked", SystemUserAccessBlocked.class);

    public static final EventTypes<SupportPlusEvent> SUPPORT_PLUS_EVENTS = new EventTypes<>(
                    "support-plus", SupportPlusEvent.class)
            .type("support-plus-activated", SupportPlusActivated.class)
            .type("support-plus-deactivated", SupportPlusDeactivated.class);

    private SystemUserEventTypes() {}

    /** One employee's access for one cause: a second grant finds the first. */
    public static StreamId access(UUID tenant, AccessCause cause, UUID employee) {
        return StreamId.natural(ACCESS_EVENTS.category(), tenant, cause.type() + "/" + cause.id() + "/" + employee);
    }

    public static StreamId access(UUID access) {
        return new StreamId(ACCESS_EVENTS.category(), access);
    }

    public static StreamId supportPlus(UUID tenant) {
        return StreamId.natural(SUPPORT_PLUS_EVENTS.category(), tenant, "");
    }
}
