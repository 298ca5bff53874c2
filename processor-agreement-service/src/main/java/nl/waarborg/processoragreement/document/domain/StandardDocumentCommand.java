package nl.waarborg.processoragreement.document.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the vendor does with its standard documents. Days are those of Europe/Amsterdam. */
public sealed interface StandardDocumentCommand {

    /** @param statutory the change follows from a change of law */
    record AnnounceSlaChange(
            String provider,
            String title,
            String summary,
            LocalDate effectiveFrom,
            boolean statutory,
            List<TermChange> changes,
            Instant at)
            implements StandardDocumentCommand {}

    /**
     * @param content the document, as Base64
     * @param sha256 of its bytes, hexadecimal
     */
    record PublishSlaVersion(
            String provider, int slaVersion, String mediaType, String content, String sha256, Instant at)
            implements StandardDocumentCommand {}

    record RegisterRecognisedModel(
            String provider, String code, String name, String modelVersion, String sector, List<String> annexes)
            implements StandardDocumentCommand {}
}
