package nl.waarborg.processoragreement.document.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface StandardDocumentEvent {

    String provider();

    record SlaChangeAnnounced(
            String provider,
            int slaVersion,
            String title,
            String summary,
            LocalDate effectiveFrom,
            boolean statutory,
            List<TermChange> changes,
            Instant at)
            implements StandardDocumentEvent {}

    record SlaVersionPublished(
            String provider,
            int slaVersion,
            LocalDate effectiveFrom,
            String mediaType,
            String content,
            String sha256,
            Instant at)
            implements StandardDocumentEvent {}

    record RecognisedModelRegistered(
            String provider, String code, String name, String modelVersion, String sector, List<String> annexes)
            implements StandardDocumentEvent {}
}
