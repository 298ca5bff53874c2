package nl.waarborg.processoragreement.ai.domain;

import java.time.LocalDate;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.ai.domain.AiOfferCommand.AnnounceAiChange;
import nl.waarborg.processoragreement.ai.domain.AiOfferCommand.RegisterAiSupplier;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiChangeAnnounced;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiSupplierRegistered;
import nl.waarborg.terms.AgreedCalendars;

/** XSV-042, XSV-043. */
public final class AiOfferDecider implements Decider<AiOfferCommand, AiOffer, AiOfferEvent> {

    @Override
    public AiOffer initialState() {
        return AiOffer.NONE;
    }

    @Override
    public Decision<AiOfferEvent> decide(AiOfferCommand command, AiOffer offer) {
        return switch (command) {
            case RegisterAiSupplier c -> register(c, offer);
            case AnnounceAiChange c -> announce(c, offer);
        };
    }

    private static Decision<AiOfferEvent> register(RegisterAiSupplier c, AiOffer offer) {
        if (!c.guarantees().all()) {
            return Decision.reject(
                    "XSV-042",
                    "guarantee-missing",
                    "All data stay within the EEA and are used neither for training nor commercially.");
        }
        var known = offer.suppliers().stream()
                .anyMatch(supplier -> supplier.code().equals(c.code())
                        && supplier.name().equals(c.name())
                        && supplier.features().equals(c.features()));
        return known
                ? Decision.nothing()
                : Decision.of(new AiSupplierRegistered(c.code(), c.name(), c.features(), c.guarantees(), c.at()));
    }

    /** Timely: before the day from which it holds. */
    private static Decision<AiOfferEvent> announce(AnnounceAiChange c, AiOffer offer) {
        if (offer.announced(c.changeId())) {
            return Decision.nothing();
        }
        return c.effectiveFrom().isAfter(LocalDate.ofInstant(c.at(), AgreedCalendars.ZONE))
                ? Decision.of(new AiChangeAnnounced(
                        c.changeId(), c.feature(), c.kind(), c.change(), c.effectiveFrom(), c.at()))
                : Decision.reject(
                        "XSV-043", "not-announced-in-time", "A change of a function is told before it takes effect.");
    }

    @Override
    public AiOffer evolve(AiOffer offer, AiOfferEvent event) {
        return switch (event) {
            case AiSupplierRegistered e -> offer.with(e);
            case AiChangeAnnounced e -> offer.with(e);
        };
    }
}
