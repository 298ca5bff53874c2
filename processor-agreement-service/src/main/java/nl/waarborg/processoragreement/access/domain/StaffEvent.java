package nl.waarborg.processoragreement.access.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the platform's streams: an employee of a vendor, by id alone. */
public sealed interface StaffEvent {

    String provider();

    UUID employeeId();

    /** @param documentRef where the signed document lies */
    record ConfidentialityDeclarationRecorded(
            String provider, UUID employeeId, LocalDate signedOn, String documentRef, Instant at)
            implements StaffEvent {}

    record StaffInstructionRecorded(String provider, UUID employeeId, LocalDate givenOn, String documentRef, Instant at)
            implements StaffEvent {}

    /** @param validTo last day; null: without an end */
    record ConductCertificateRecorded(
            String provider,
            UUID employeeId,
            LocalDate issuedOn,
            @Nullable LocalDate validTo,
            String documentRef,
            Instant at)
            implements StaffEvent {}
}
