package nl.waarborg.incident.mail.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stored forever, on a stream beside the incident's. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface IncidentMailEvent {

    /** The incident that the mail is about, or the migration. */
    UUID incidentId();

    /** @param recipients persons; their addresses are in their own records */
    record SubmitterNotified(
            UUID incidentId,
            UUID aboutEvent,
            MailCause cause,
            List<UUID> recipients,
            String channel,
            String messageId,
            Instant sentAt)
            implements IncidentMailEvent {

        public SubmitterNotified {
            recipients = List.copyOf(recipients);
        }
    }

    /** The vendor's staff was warned of a deadline that nears. */
    record StaffWarned(UUID incidentId, UUID aboutEvent, Instant sentAt) implements IncidentMailEvent {}

    /** The first refusal of a mail server; it is tried again until it is accepted. */
    record SubmitterNotificationFailed(UUID incidentId, UUID aboutEvent, MailCause cause, String reason, Instant at)
            implements IncidentMailEvent {}
}
