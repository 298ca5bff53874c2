package nl.waarborg.processoragreement.disposition.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.processoragreement.disposition.domain.Disposition.Choice;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDestroyed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDispositionChosen;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataReturned;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DispositionCostEstimated;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DispositionCostSettled;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ErasureConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldLifted;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldPlaced;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionInstructed;

/** What other services may know of a disposition. These change only as the contracts allow. */
public sealed interface PublishedDispositionEvent {

    String PREFIX = "nl.waarborg.processor-agreement.";

    record DataDispositionChosenV1(UUID dispositionId, Choice choice, Instant at)
            implements PublishedDispositionEvent {}

    record TenantErasureConfirmedV1(UUID erasureId) implements PublishedDispositionEvent {}

    record DataReturnedV1(UUID dispositionId, String format, Instant at) implements PublishedDispositionEvent {}

    record DataDestroyedV1(UUID dispositionId, String method, String certificate, Instant at)
            implements PublishedDispositionEvent {}

    static Optional<PublishedEvent> from(DispositionEvent event) {
        return switch (event) {
            case DataDispositionChosen e ->
                published(
                        "data-disposition-chosen.v1",
                        new DataDispositionChosenV1(e.dispositionId(), e.choice(), e.at()));
            case ErasureConfirmed e ->
                published("tenant-erasure-confirmed.v1", new TenantErasureConfirmedV1(e.erasureId()));
            case DataReturned e ->
                published("data-returned.v1", new DataReturnedV1(e.dispositionId(), e.format(), e.at()));
            case DataDestroyed e ->
                published(
                        "data-destroyed.v1",
                        new DataDestroyedV1(e.dispositionId(), e.method(), e.certificate(), e.at()));
            case LegalHoldPlaced _,
                    LegalHoldLifted _,
                    DispositionCostEstimated _,
                    DispositionCostSettled _,
                    ThirdPartyDispositionInstructed _,
                    ThirdPartyDispositionConfirmed _,
                    ServiceErased _ -> Optional.empty();
        };
    }

    private static Optional<PublishedEvent> published(String name, PublishedDispositionEvent data) {
        return Optional.of(new PublishedEvent(PREFIX + name, data));
    }
}
