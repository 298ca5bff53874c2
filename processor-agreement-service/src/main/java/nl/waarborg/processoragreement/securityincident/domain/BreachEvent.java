package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, per affected customer: what one customer is told of a security incident, by its own terms and under its own key. */
public sealed interface BreachEvent {

    /** The entry of the register. */
    UUID incidentId();

    /**
     * What is or may be a breach of personal data of this customer.
     *
     * @param termsVersion in force at discovery; the clocks keep it
     * @param clocks that run from discovery; none where the terms say nothing
     * @param mandatory what the controller must come to know
     */
    record BreachDetected(
            UUID incidentId,
            IncidentType type,
            IncidentOrigin origin,
            Instant discoveredAt,
            @Nullable Instant occurredAt,
            List<UUID> relatedIncidents,
            @Personal @Nullable String description,
            int termsVersion,
            List<ClockRun> clocks,
            List<NoticeField> mandatory)
            implements BreachEvent {}

    /** The discovery was corrected: each clock as it was and as it is. */
    record BreachClocksRecomputed(
            UUID incidentId,
            Instant formerly,
            Instant discoveredAt,
            int termsVersion,
            List<ClockRun> former,
            List<ClockRun> clocks)
            implements BreachEvent {}

    /**
     * @param relatedIncidents of the service desk
     * @param late after the deadline, if there is one
     * @param supplied what this first notice says; content is null once the tenant's key was destroyed
     * @param missing what the terms ask and is not known yet
     * @param fallback nobody has a role that the terms name, others were told
     * @param authority the clock that begins now; null: the terms say nothing
     */
    record ControllerInformed(
            UUID incidentId,
            List<UUID> relatedIncidents,
            Instant informedAt,
            boolean late,
            @Personal @Nullable String lateReason,
            @Personal @Nullable NoticeContent content,
            List<NoticeField> supplied,
            List<NoticeField> missing,
            List<UUID> recipients,
            boolean fallback,
            @Nullable ClockRun authority)
            implements BreachEvent {}

    /**
     * A notice had nobody to go to; the vendor must find somebody (OP-54).
     *
     * @param aboutEvent whose recipients could all not be mailed; null: there was nobody when the notice was to be given
     */
    record BreachRecipientMissing(UUID incidentId, Instant at, @Nullable UUID aboutEvent) implements BreachEvent {}

    record SubprocessorInformDeadlineMissed(UUID incidentId, Instant deadline) implements BreachEvent {}

    record ControllerInformDeadlineMissed(UUID incidentId, Instant deadline) implements BreachEvent {}

    record AuthorityWindowElapsed(UUID incidentId, Instant deadline) implements BreachEvent {}

    /** A fact that arrived late shows that the deadline was kept, or a correction moved it. */
    record BreachDeadlineMissWithdrawn(UUID incidentId, BreachClock clock, Instant deadline) implements BreachEvent {}

    record BreachNoticeSupplemented(
            UUID incidentId,
            SupplementCause cause,
            @Personal @Nullable String text,
            @Personal @Nullable NoticeContent content,
            List<NoticeField> supplied,
            List<NoticeField> missing,
            List<UUID> recipients,
            Instant at)
            implements BreachEvent {}

    record BreachAssessmentRecorded(
            UUID incidentId,
            boolean isBreach,
            boolean reportNeeded,
            @Personal @Nullable String reasons,
            @Nullable UUID assessedBy,
            Instant at)
            implements BreachEvent {}

    record AuthorityReportAnnounced(UUID incidentId, Instant plannedAt, Instant at) implements BreachEvent {}

    /** @param announcedFirst the vendor was told before, as the customer is asked to (PRA-051) */
    record AuthorityReportRecorded(UUID incidentId, Instant reportedAt, boolean provisional, boolean announcedFirst)
            implements BreachEvent {}

    /**
     * The mail server accepted a mail about an event.
     *
     * @param recipients who was mailed; nobody at the customer by an alert
     * @param mail null: recorded when all mails about an event went together
     */
    record BreachNoticeSent(
            UUID incidentId,
            UUID aboutEvent,
            List<UUID> recipients,
            String messageId,
            Instant at,
            @Nullable NoticeMail mail)
            implements BreachEvent {}

    /**
     * @param mail null: recorded when all mails about an event went together
     * @param recipient the contact who could not be mailed; null: the vendor
     * @param refused for good: it is not tried again
     */
    record BreachNoticeFailed(
            UUID incidentId,
            UUID aboutEvent,
            String reason,
            Instant at,
            @Nullable NoticeMail mail,
            @Nullable UUID recipient,
            @Nullable Boolean refused)
            implements BreachEvent {

        public boolean forGood() {
            return Boolean.TRUE.equals(refused);
        }
    }
}
