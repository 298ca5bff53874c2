package nl.waarborg.processoragreement.measure.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the platform's streams; nothing of it is personal. */
public sealed interface MeasureEvent {

    String provider();

    record SecurityMeasureRegistered(
            UUID measureId, String provider, MeasureCategory category, String description, Instant at)
            implements MeasureEvent {}

    /** @param sufficient nothing has to change */
    record SecurityMeasureEvaluated(UUID measureId, String provider, boolean sufficient, String result, Instant at)
            implements MeasureEvent {}

    record SecurityMeasureChanged(UUID measureId, String provider, String description, String reason, Instant at)
            implements MeasureEvent {}

    /** @param validTo last day; null: without an end */
    record CertificateRegistered(
            UUID certificateId,
            String provider,
            String standard,
            String holder,
            @Nullable LocalDate validTo,
            @Nullable String document,
            Instant at)
            implements MeasureEvent {}

    record CertificateExpiring(UUID certificateId, String provider, LocalDate validTo) implements MeasureEvent {}
}
