package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.processoragreement.securityincident.domain.BreachMails.Mailed;
import org.jspecify.annotations.Nullable;

/** What can be asked about one customer's part of a security incident. */
public sealed interface BreachCommand {

    record DetectBreach(
            UUID incidentId,
            IncidentType type,
            IncidentOrigin origin,
            Instant discoveredAt,
            @Nullable Instant occurredAt,
            List<UUID> relatedIncidents,
            @Nullable String description,
            int termsVersion,
            List<ClockRun> clocks,
            List<NoticeField> mandatory)
            implements BreachCommand {}

    /** @param at when the correction was made */
    record RecomputeClocks(Instant discoveredAt, int termsVersion, List<ClockRun> clocks, Instant at)
            implements BreachCommand {}

    /**
     * @param recipients contacts that can be reached; none is refused
     * @param authority the clock that begins when the controller knows
     */
    record InformController(
            Instant informedAt,
            NoticeContent content,
            @Nullable String lateReason,
            List<UUID> recipients,
            boolean fallback,
            @Nullable ClockRun authority)
            implements BreachCommand {}

    record SupplementBreachNotice(
            SupplementCause cause, String text, NoticeContent content, List<UUID> recipients, Instant at)
            implements BreachCommand {}

    record RecordBreachAssessment(
            boolean isBreach, boolean reportNeeded, @Nullable String reasons, @Nullable UUID assessedBy, Instant at)
            implements BreachCommand {}

    record AnnounceAuthorityReport(Instant plannedAt, Instant at) implements BreachCommand {}

    record RecordAuthorityReport(Instant reportedAt, boolean provisional) implements BreachCommand {}

    record NoticeMissedDeadline(BreachClock clock, Instant deadline) implements BreachCommand {}

    record RecordNoticeSent(Mailed mail, String messageId, Instant at) implements BreachCommand {}

    /** @param forGood it is not tried again */
    record RecordNoticeFailed(Mailed mail, String reason, boolean forGood, Instant at) implements BreachCommand {}

    /** None of the recipients of what an event says could be mailed. */
    record RecordNobodyReached(UUID aboutEvent, Instant at) implements BreachCommand {}
}
