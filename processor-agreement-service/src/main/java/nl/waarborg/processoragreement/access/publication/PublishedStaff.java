package nl.waarborg.processoragreement.access.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.processoragreement.access.domain.StaffEvent;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConductCertificateRecorded;
import nl.waarborg.processoragreement.access.domain.StaffEvent.ConfidentialityDeclarationRecorded;
import nl.waarborg.processoragreement.access.domain.StaffEvent.StaffInstructionRecorded;

/** That an employee has a certificate of conduct, which Support+ access asks for (INC-057). */
public final class PublishedStaff {

    private PublishedStaff() {}

    record ConductCertificateRecordedV1(UUID employeeId, Instant recordedAt) {}

    public static Optional<PublishedEvent> from(StaffEvent event) {
        return switch (event) {
            case ConductCertificateRecorded e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.processor-agreement.conduct-certificate-recorded.v1",
                        new ConductCertificateRecordedV1(e.employeeId(), e.at())));
            case ConfidentialityDeclarationRecorded _, StaffInstructionRecorded _ -> Optional.empty();
        };
    }
}
