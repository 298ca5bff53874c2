package nl.waarborg.processoragreement.disposition.domain;

import java.math.BigDecimal;
import java.util.function.Supplier;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.disposition.domain.Disposition.Choice;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ChooseDataDisposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ConfirmErasure;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ConfirmThirdPartyDisposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.EstimateDispositionCost;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.InstructThirdPartyDisposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.LiftLegalHold;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.PlaceLegalHold;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.RecordServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ReturnData;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.SettleDispositionCost;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDestroyed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDispositionChosen;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataReturned;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DispositionCostEstimated;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DispositionCostSettled;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ErasureConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldLifted;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldPlaced;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionInstructed;
import org.jspecify.annotations.Nullable;

/** PRA-058 to PRA-061. Nothing is destroyed without the customer's choice (OP-55), nor while a hold is in force or a
 * third party has not confirmed. */
public final class DispositionDecider implements Decider<DispositionCommand, Disposition, DispositionEvent> {

    private static final String CHOICE = "PRA-058";
    private static final String THIRD_PARTIES = "PRA-059";
    private static final String COST = "PRA-060";
    private static final String EARLY = "PRA-061";

    @Override
    public Disposition initialState() {
        return Disposition.NONE;
    }

    @Override
    public Decision<DispositionEvent> decide(DispositionCommand command, Disposition disposition) {
        return switch (command) {
            case ChooseDataDisposition c -> beforeTheOrder(disposition, () -> choose(c, disposition));
            case PlaceLegalHold c ->
                disposition.holds().containsKey(c.holdId())
                        ? Decision.nothing()
                        : beforeTheOrder(
                                disposition, () -> Decision.of(new LegalHoldPlaced(c.holdId(), c.reason(), c.at())));
            case LiftLegalHold c ->
                disposition.holds().containsKey(c.holdId())
                        ? Decision.of(new LegalHoldLifted(c.holdId(), c.at()))
                        : Decision.nothing();
            case EstimateDispositionCost c ->
                chosen(
                        COST,
                        disposition,
                        () -> same(disposition.estimated(), c.amount())
                                ? Decision.nothing()
                                : Decision.of(new DispositionCostEstimated(c.dispositionId(), c.amount(), c.at())));
            case SettleDispositionCost c -> chosen(COST, disposition, () -> settle(c, disposition));
            case InstructThirdPartyDisposition c ->
                chosen(
                        THIRD_PARTIES,
                        disposition,
                        () -> disposition.thirdParties().containsKey(c.thirdParty())
                                ? Decision.nothing()
                                : Decision.of(new ThirdPartyDispositionInstructed(
                                        c.dispositionId(), c.thirdParty(), c.at())));
            case ConfirmThirdPartyDisposition c -> thirdPartyConfirmed(c, disposition);
            case ReturnData c -> chosen(CHOICE, disposition, () -> giveBack(c, disposition));
            case ConfirmErasure c -> chosen(CHOICE, disposition, () -> confirm(c, disposition));
            case RecordServiceErased c -> answered(c, disposition);
        };
    }

    private static Decision<DispositionEvent> beforeTheOrder(
            Disposition disposition, Supplier<Decision<DispositionEvent>> rule) {
        return disposition.confirmed() == null
                ? rule.get()
                : Decision.reject(CHOICE, "erasure-confirmed", "The erasure was ordered and cannot be undone.");
    }

    private static Decision<DispositionEvent> chosen(
            String ruleId, Disposition disposition, Supplier<Decision<DispositionEvent>> rule) {
        return disposition.choice() == null
                ? Decision.reject(ruleId, "not-chosen", "The customer has not chosen what becomes of the data.")
                : rule.get();
    }

    private static Decision<DispositionEvent> choose(ChooseDataDisposition c, Disposition disposition) {
        if (c.choice() == Choice.EARLY_DELETION && c.ended()) {
            return Decision.reject(EARLY, "agreement-ended", "The agreement has ended: choose DESTROY or RETURN.");
        }
        if (!c.ended() && !c.request()) {
            return Decision.reject(
                    c.choice() == Choice.EARLY_DELETION ? EARLY : CHOICE,
                    "written-request-needed",
                    "Before the end of the agreement the customer asks for it in writing.");
        }
        return disposition.choice() == c.choice()
                ? Decision.nothing()
                : Decision.of(new DataDispositionChosen(c.dispositionId(), c.choice(), c.at()));
    }

    private static Decision<DispositionEvent> settle(SettleDispositionCost c, Disposition disposition) {
        if (disposition.returned() == null && disposition.destroyed() == null) {
            return Decision.reject(COST, "nothing-done", "Nothing was given back or destroyed yet.");
        }
        return same(disposition.settled(), c.amount())
                ? Decision.nothing()
                : Decision.of(new DispositionCostSettled(c.dispositionId(), c.amount(), c.at()));
    }

    private static boolean same(@Nullable BigDecimal known, BigDecimal amount) {
        return known != null && known.compareTo(amount) == 0;
    }

    private static Decision<DispositionEvent> thirdPartyConfirmed(
            ConfirmThirdPartyDisposition c, Disposition disposition) {
        var known = disposition.thirdParties().get(c.thirdParty());
        if (known == null) {
            return Decision.reject(THIRD_PARTIES, "not-instructed", c.thirdParty() + " was not instructed.");
        }
        return known.confirmedAt() == null
                ? Decision.of(new ThirdPartyDispositionConfirmed(c.dispositionId(), c.thirdParty(), c.at()))
                : Decision.nothing();
    }

    private static Decision<DispositionEvent> giveBack(ReturnData c, Disposition disposition) {
        if (disposition.choice() != Choice.RETURN) {
            return Decision.reject(CHOICE, "return-not-chosen", "The customer chose to have the data destroyed.");
        }
        return disposition.returned() == null
                ? beforeTheOrder(
                        disposition, () -> Decision.of(new DataReturned(c.dispositionId(), c.format(), c.at())))
                : Decision.nothing();
    }

    private static Decision<DispositionEvent> confirm(ConfirmErasure c, Disposition disposition) {
        if (disposition.confirmed() != null) {
            return Decision.nothing();
        }
        if (!disposition.holds().isEmpty()) {
            return Decision.reject(CHOICE, "legal-hold", "A legal hold is in force: nothing may be destroyed.");
        }
        if (disposition.choice() == Choice.RETURN && disposition.returned() == null) {
            return Decision.reject(CHOICE, "not-returned", "The data are given back first.");
        }
        var silent = disposition.unconfirmed();
        if (!silent.isEmpty()) {
            return Decision.reject(
                    THIRD_PARTIES,
                    "third-party-unconfirmed",
                    "Not confirmed yet that the data are destroyed or returned: " + String.join(", ", silent) + ".");
        }
        return c.seen().equals(c.current())
                ? Decision.of(new ErasureConfirmed(
                        c.erasureId(), c.seen(), c.services(), disposition.thirdPartiesDone(), c.at()))
                : Decision.reject(
                        CHOICE,
                        "stale-preview",
                        "What would be destroyed has changed since: look at the preview again.");
    }

    /** An answer to another order, or from a service that was not told, tells nothing about this one. */
    private static Decision<DispositionEvent> answered(RecordServiceErased c, Disposition disposition) {
        var order = disposition.confirmed();
        var service = c.answer().service();
        if (order == null
                || !order.erasureId().equals(c.erasureId())
                || !disposition.awaited().contains(service)) {
            return Decision.nothing();
        }
        var after = disposition.with(c.answer());
        return after.awaited().isEmpty()
                ? Decision.of(
                        c.answer(),
                        new DataDestroyed(
                                order.erasureId(),
                                Certificate.METHOD,
                                Certificate.of(order, after.answers()).sha256(),
                                c.at()))
                : Decision.of(c.answer());
    }

    @Override
    public Disposition evolve(Disposition disposition, DispositionEvent event) {
        return switch (event) {
            case DataDispositionChosen e -> disposition.with(e.choice());
            case LegalHoldPlaced e -> disposition.with(e);
            case LegalHoldLifted e -> disposition.withoutHold(e.holdId());
            case DispositionCostEstimated e -> disposition.estimated(e.amount());
            case DispositionCostSettled e -> disposition.settled(e.amount());
            case ThirdPartyDispositionInstructed e -> disposition.with(e);
            case ThirdPartyDispositionConfirmed e -> disposition.with(e);
            case DataReturned e -> disposition.with(e);
            case ErasureConfirmed e -> disposition.with(e);
            case ServiceErased e -> disposition.with(e);
            case DataDestroyed e -> disposition.with(e);
        };
    }
}
