package nl.waarborg.processoragreement.ai.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.processoragreement.ai.domain.AiOffer.ChangeKind;
import nl.waarborg.processoragreement.ai.domain.AiOffer.Guarantees;

/** What the vendor does about external AI. Days are those of Europe/Amsterdam. */
public sealed interface AiOfferCommand {

    record RegisterAiSupplier(String code, String name, Set<AiFeature> features, Guarantees guarantees, Instant at)
            implements AiOfferCommand {}

    record AnnounceAiChange(
            UUID changeId, AiFeature feature, ChangeKind kind, String change, LocalDate effectiveFrom, Instant at)
            implements AiOfferCommand {}
}
