package nl.waarborg.incident.mail.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of the mail about one change of an incident. */
public sealed interface IncidentMailCommand {

    UUID incidentId();

    /** The event of the incident that the mail tells. */
    UUID aboutEvent();

    /** @param sentAt when the mail server accepted it, UTC */
    record RecordSubmitterNotified(
            UUID incidentId, UUID aboutEvent, MailCause cause, List<UUID> recipients, String messageId, Instant sentAt)
            implements IncidentMailCommand {}

    /** @param sentAt when the mail server accepted the warning, UTC */
    record RecordStaffWarned(UUID incidentId, UUID aboutEvent, Instant sentAt) implements IncidentMailCommand {}

    /** @param reason what the mail server answered; without addresses */
    record RecordMailFailure(UUID incidentId, UUID aboutEvent, MailCause cause, String reason, Instant at)
            implements IncidentMailCommand {}
}
