package nl.waarborg.incident.mail.storage;

import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.mail.domain.IncidentMailEvent;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.StaffWarned;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.SubmitterNotificationFailed;
import nl.waarborg.incident.mail.domain.IncidentMailEvent.SubmitterNotified;

/** Names under which the events of mails are stored, for ever. */
public final class IncidentMailEventTypes {

    public static final EventTypes<IncidentMailEvent> MAIL_EVENTS = new EventTypes<>(
                    "incident-mail", IncidentMailEvent.class)
            .type("submitter-notified", SubmitterNotified.class)
            .type("staff-warned", StaffWarned.class)
            .type("submitter-notification-failed", SubmitterNotificationFailed.class);

    private IncidentMailEventTypes() {}

    /** The mails about one incident, or about one migration. */
    public static StreamId stream(UUID tenant, UUID incident) {
        return StreamId.natural(MAIL_EVENTS.category(), tenant, incident.toString());
    }
}
