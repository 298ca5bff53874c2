package nl.waarborg.processoragreement.processing.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.processing.domain.Disclosure.Consented;
import nl.waarborg.processoragreement.processing.domain.Disclosure.NotAllowed;
import nl.waarborg.processoragreement.processing.domain.Disclosure.Ordered;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.ConsentToDisclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.InformControllerOfDisclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.RecordDisclosure;
import nl.waarborg.processoragreement.processing.domain.DisclosureCommand.RecordDisclosureOrder;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DataDisclosed;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureConsented;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureOrdered;
import nl.waarborg.processoragreement.processing.domain.DisclosureEvent.DisclosureReportedToController;

/** Third parties get data with the customer's permission or by order, and the customer hears of orders if it may (PRA-017 to PRA-019). */
public final class DisclosureDecider implements Decider<DisclosureCommand, Disclosure, DisclosureEvent> {

    @Override
    public Disclosure initialState() {
        return new NotAllowed();
    }

    @Override
    public Decision<DisclosureEvent> decide(DisclosureCommand command, Disclosure disclosure) {
        return switch (command) {
            case RecordDisclosureOrder c -> order(c, disclosure);
            case ConsentToDisclosure c ->
                disclosure instanceof NotAllowed
                        ? Decision.of(new DisclosureConsented(
                                c.disclosureId(), c.recipient(), c.scope(), c.consentedBy(), c.at()))
                        : Decision.nothing();
            case InformControllerOfDisclosure c -> inform(c, disclosure);
            case RecordDisclosure c -> disclose(c, disclosure);
        };
    }

    private static Decision<DisclosureEvent> order(RecordDisclosureOrder c, Disclosure disclosure) {
        if (!(disclosure instanceof NotAllowed)) {
            return Decision.nothing();
        }
        return c.privileged()
                ? Decision.reject(
                        "PRA-017", "privilege-applies", "While a privilege can be invoked the data stay confidential.")
                : Decision.of(new DisclosureOrdered(
                        c.disclosureId(), c.authority(), c.legalBasis(), c.scope(), c.mayInform(), c.at()));
    }

    private static Decision<DisclosureEvent> inform(InformControllerOfDisclosure c, Disclosure disclosure) {
        if (!(disclosure instanceof Ordered ordered)) {
            return Decision.reject("PRA-018", "no-order", "The customer is informed of an order.");
        }
        if (ordered.reported()) {
            return Decision.nothing();
        }
        return ordered.mayInform() || c.allowedSince()
                ? Decision.of(new DisclosureReportedToController(ordered.disclosureId(), c.at()))
                : Decision.reject("PRA-018", "notice-forbidden", "The law forbids to tell the customer.");
    }

    private static Decision<DisclosureEvent> disclose(RecordDisclosure c, Disclosure disclosure) {
        return switch (disclosure) {
            case NotAllowed _ ->
                Decision.reject(
                        "PRA-019",
                        "neither-permitted-nor-ordered",
                        "Third parties get data with the customer's permission or by order.");
            case Ordered ordered ->
                made(ordered.made(), new DataDisclosed(ordered.disclosureId(), c.byEmployee(), c.at()));
            case Consented consented ->
                made(consented.made(), new DataDisclosed(consented.disclosureId(), c.byEmployee(), c.at()));
        };
    }

    private static Decision<DisclosureEvent> made(boolean before, DataDisclosed disclosed) {
        return before ? Decision.nothing() : Decision.of(disclosed);
    }

    @Override
    public Disclosure evolve(Disclosure disclosure, DisclosureEvent event) {
        return switch (event) {
            case DisclosureOrdered e -> new Ordered(e.disclosureId(), e.mayInform(), false, false);
            case DisclosureConsented e -> new Consented(e.disclosureId(), false);
            case DisclosureReportedToController _ ->
                disclosure instanceof Ordered known
                        ? new Ordered(known.disclosureId(), known.mayInform(), true, known.made())
                        : disclosure;
            case DataDisclosed _ ->
                switch (disclosure) {
                    case NotAllowed _ -> disclosure;
                    case Ordered known -> new Ordered(known.disclosureId(), known.mayInform(), known.reported(), true);
                    case Consented known -> new Consented(known.disclosureId(), true);
                };
        };
    }
}
