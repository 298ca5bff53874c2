package nl.waarborg.processoragreement.measure.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of measures and certificates. */
public sealed interface MeasureCommand {

    record RegisterSecurityMeasure(
            UUID measureId, String provider, MeasureCategory category, String description, Instant at)
            implements MeasureCommand {}

    record EvaluateSecurityMeasure(boolean sufficient, String result, Instant at) implements MeasureCommand {}

    record ChangeSecurityMeasure(String description, String reason, Instant at) implements MeasureCommand {}

    record RegisterCertificate(
            UUID certificateId,
            String provider,
            String standard,
            String holder,
            @Nullable LocalDate validTo,
            @Nullable String document,
            Instant at)
            implements MeasureCommand {}

    /** By the clock; a certificate that was renewed meanwhile does not expire. */
    record NoticeExpiringCertificate(LocalDate validTo) implements MeasureCommand {}
}
