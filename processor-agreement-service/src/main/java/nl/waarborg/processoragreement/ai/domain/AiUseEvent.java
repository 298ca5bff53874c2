package nl.waarborg.processoragreement.ai.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import nl.waarborg.processoragreement.ai.domain.AiUse.RiskCategory;
import nl.waarborg.processoragreement.ai.domain.AiUse.Side;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface AiUseEvent {

    /**
     * @param conditionsVersion the AI conditions that were agreed to by activating
     * @param supplier code of the one whose data processing was agreed to
     * @param personId who did it; null for a system
     */
    record AiFeatureActivated(
            AiFeature feature, String conditionsVersion, String supplier, @Nullable UUID personId, Instant at)
            implements AiUseEvent {}

    /** @param until last day of a temporary deactivation by the vendor; null if it is not temporary */
    record AiFeatureDeactivated(AiFeature feature, Side by, @Nullable LocalDate until, Instant at)
            implements AiUseEvent {}

    /**
     * @param usage in the unit of the fair use policy
     * @param threshold the agreed one; null if the terms set none
     * @param discussedOn when it was discussed with the customer; null if it was not yet
     */
    record AiFairUseExceeded(
            AiFeature feature,
            BigDecimal usage,
            @Nullable BigDecimal threshold,
            @Nullable LocalDate discussedOn,
            Instant at)
            implements AiUseEvent {}

    /** @param application what the customer makes with it, in its own words */
    record AiUseDeclared(
            UUID declarationId,
            AiFeature feature,
            RiskCategory riskCategory,
            @Personal @Nullable String application,
            boolean customerIsProvider,
            Instant at)
            implements AiUseEvent {}
}
