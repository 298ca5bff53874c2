package nl.waarborg.processoragreement.partner.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the platform's streams; partners are organisations, so nothing of it is personal. */
public sealed interface PartnerEvent {

    UUID partnerId();

    record PartnerRegistered(
            UUID partnerId,
            String provider,
            PartnerKind kind,
            String name,
            @Nullable String website,
            @Nullable LocalDate testedOn,
            @Nullable LocalDate securityCheckedOn,
            Instant at)
            implements PartnerEvent {}

    /** @param reference which customer says what of the expert, as it may be published */
    record ExpertReferenceRecorded(UUID partnerId, String provider, int year, String reference, Instant at)
            implements PartnerEvent {}

    record PartnerRemoved(UUID partnerId, String provider, Instant at) implements PartnerEvent {}
}
