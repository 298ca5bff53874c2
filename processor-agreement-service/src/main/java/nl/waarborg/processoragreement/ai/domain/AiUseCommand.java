package nl.waarborg.processoragreement.ai.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.processoragreement.ai.domain.AiUse.RiskCategory;
import nl.waarborg.processoragreement.ai.domain.AiUse.Side;
import org.jspecify.annotations.Nullable;

/** What is done about one customer's external AI. Days are those of Europe/Amsterdam. */
public sealed interface AiUseCommand {

    /** @param offer what the vendor offers at that moment */
    record ActivateAiFeature(
            AiFeature feature, String conditionsVersion, AiOffer offer, @Nullable UUID personId, Instant at)
            implements AiUseCommand {}

    /** @param until last day, if it is temporary; only the vendor's can be */
    record DeactivateAiFeature(AiFeature feature, Side by, @Nullable LocalDate until, AiOffer offer, Instant at)
            implements AiUseCommand {}

    /** @param threshold as agreed; null if the terms set none (OP-87) */
    record SignalAiFairUse(
            AiFeature feature,
            BigDecimal usage,
            @Nullable BigDecimal threshold,
            @Nullable LocalDate discussedOn,
            Instant at)
            implements AiUseCommand {}

    /**
     * @param acceptsDuties results are checked before use, use is at the customer's own risk, and nobody makes the AI misbehave wilfully
     * @param acceptsProviderDuties the rules, documentation and transparency of a provider of a high-risk application
     */
    record DeclareAiUse(
            UUID declarationId,
            AiFeature feature,
            RiskCategory riskCategory,
            String application,
            boolean acceptsDuties,
            boolean acceptsProviderDuties,
            Instant at)
            implements AiUseCommand {}
}
