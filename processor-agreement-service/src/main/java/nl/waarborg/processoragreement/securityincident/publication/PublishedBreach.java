package nl.waarborg.processoragreement.securityincident.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.processoragreement.securityincident.domain.BreachClock;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportAnnounced;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityWindowElapsed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachAssessmentRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachClocksRecomputed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDeadlineMissWithdrawn;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDetected;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSupplemented;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachRecipientMissing;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformDeadlineMissed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.SubprocessorInformDeadlineMissed;
import nl.waarborg.processoragreement.securityincident.domain.ClockRun;
import org.jspecify.annotations.Nullable;

/** That there is a breach and that its controller knows; nothing of what it is (catalogue 6). */
public sealed interface PublishedBreach {

    String PREFIX = "nl.waarborg.processor-agreement.";

    record BreachDetectedV1(
            UUID securityIncidentId, List<UUID> relatedIncidents, Instant discoveredAt, @Nullable Instant informBy)
            implements PublishedBreach {}

    record ControllerInformedV1(UUID securityIncidentId, List<UUID> relatedIncidents, Instant informedAt, boolean late)
            implements PublishedBreach {}

    static Optional<PublishedEvent> from(BreachEvent event) {
        return switch (event) {
            case BreachDetected e ->
                published(
                        "breach-detected.v1",
                        new BreachDetectedV1(
                                e.incidentId(),
                                e.relatedIncidents(),
                                e.discoveredAt(),
                                e.clocks().stream()
                                        .filter(run -> run.clock() == BreachClock.CONTROLLER)
                                        .findFirst()
                                        .map(ClockRun::deadline)
                                        .orElse(null)));
            case ControllerInformed e ->
                published(
                        "controller-informed.v1",
                        new ControllerInformedV1(e.incidentId(), e.relatedIncidents(), e.informedAt(), e.late()));
            case BreachClocksRecomputed _,
                    BreachRecipientMissing _,
                    SubprocessorInformDeadlineMissed _,
                    ControllerInformDeadlineMissed _,
                    AuthorityWindowElapsed _,
                    BreachDeadlineMissWithdrawn _,
                    BreachNoticeSupplemented _,
                    BreachAssessmentRecorded _,
                    AuthorityReportAnnounced _,
                    AuthorityReportRecorded _,
                    BreachNoticeSent _,
                    BreachNoticeFailed _ -> Optional.empty();
        };
    }

    private static Optional<PublishedEvent> published(String name, PublishedBreach data) {
        return Optional.of(new PublishedEvent(PREFIX + name, data));
    }
}
