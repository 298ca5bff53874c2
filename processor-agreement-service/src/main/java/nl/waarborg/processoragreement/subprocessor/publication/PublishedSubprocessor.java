package nl.waarborg.processoragreement.subprocessor.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorActivated;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorEnded;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionDecided;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionRaised;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRefused;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRegistered;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SupplierChangeAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamChangeReceived;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.UpstreamNoticeTooShort;
import nl.waarborg.processoragreement.subprocessor.domain.SupplierKind;

/** Who works for a vendor, and what changes there: reference data of the other services (catalogue 6). */
public sealed interface PublishedSubprocessor {

    String PREFIX = "nl.waarborg.processor-agreement.";

    record SubprocessorActivatedV1(
            UUID subprocessorId, String provider, String name, SupplierKind kind, Instant startedAt)
            implements PublishedSubprocessor {}

    record SupplierChangeAnnouncedV1(
            UUID subprocessorId, String provider, String name, Instant effectiveFrom, Instant announcedAt)
            implements PublishedSubprocessor {}

    static Optional<PublishedEvent> from(SubprocessorEvent event) {
        return switch (event) {
            case SubprocessorActivated e ->
                published(
                        "subprocessor-activated.v1",
                        new SubprocessorActivatedV1(
                                e.subprocessorId(), e.provider(), e.name(), e.kind(), e.startedAt()));
            case SupplierChangeAnnounced e ->
                published(
                        "supplier-change-announced.v1",
                        new SupplierChangeAnnouncedV1(
                                e.subprocessorId(), e.provider(), e.name(), e.effectiveFrom(), e.at()));
            case SubprocessorRegistered _,
                    SubprocessorRefused _,
                    UpstreamNoticeTooShort _,
                    SubprocessorAnnounced _,
                    SubprocessorEnded _,
                    SubprocessorObjectionRaised _,
                    SubprocessorObjectionDecided _,
                    UpstreamChangeReceived _ -> Optional.empty();
        };
    }

    private static Optional<PublishedEvent> published(String name, PublishedSubprocessor data) {
        return Optional.of(new PublishedEvent(PREFIX + name, data));
    }
}
