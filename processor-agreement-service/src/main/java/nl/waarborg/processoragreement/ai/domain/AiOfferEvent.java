package nl.waarborg.processoragreement.ai.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.processoragreement.ai.domain.AiOffer.ChangeKind;
import nl.waarborg.processoragreement.ai.domain.AiOffer.Guarantees;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface AiOfferEvent {

    /** @param features the functions whose data the supplier processes, outside the vendor's own systems */
    record AiSupplierRegistered(String code, String name, Set<AiFeature> features, Guarantees guarantees, Instant at)
            implements AiOfferEvent {

        public AiSupplierRegistered {
            features = Set.copyOf(features);
        }
    }

    record AiChangeAnnounced(
            UUID changeId, AiFeature feature, ChangeKind kind, String change, LocalDate effectiveFrom, Instant at)
            implements AiOfferEvent {}
}
