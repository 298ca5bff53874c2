package nl.waarborg.processoragreement.agreement.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AttachDocument;
import nl.waarborg.processoragreement.agreement.domain.DocumentKind;
import nl.waarborg.processoragreement.web.Documents;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document that is attached to an agreement. */
record DocumentForm(
        @Schema(description = "Chosen by the caller: attaching it again changes nothing") UUID documentId,
        DocumentKind kind,
        @NotBlank @Size(max = 200) String title,
        @Schema(description = "application/pdf, text/plain, text/markdown or text/html", examples = "text/plain")
                String mediaType,
        @Schema(description = "The document as Base64, at most 700,000 characters", examples = "QXJ0aWtlbCAx")
                @NotBlank
                @Size(max = 700_000)
                String content) {

    /** @throws nl.waarborg.eventsourcing.web.ProblemException naming what cannot be read */
    AttachDocument command() {
        return new AttachDocument(documentId, kind, title, mediaType, content, Documents.sha256(mediaType, content));
    }
}
