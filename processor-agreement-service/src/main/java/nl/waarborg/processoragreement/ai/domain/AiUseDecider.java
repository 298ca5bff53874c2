package nl.waarborg.processoragreement.ai.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.ai.domain.AiUse.RiskCategory;
import nl.waarborg.processoragreement.ai.domain.AiUse.Side;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.ActivateAiFeature;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.DeactivateAiFeature;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.DeclareAiUse;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.SignalAiFairUse;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFairUseExceeded;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureActivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureDeactivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiUseDeclared;
import nl.waarborg.terms.AgreedCalendars;

/** XSV-041, XSV-043, XSV-044. */
public final class AiUseDecider implements Decider<AiUseCommand, AiUse, AiUseEvent> {

    private static final String FAIR_USE = "XSV-043";
    private static final String DUTIES = "XSV-044";

    @Override
    public AiUse initialState() {
        return AiUse.NONE;
    }

    @Override
    public Decision<AiUseEvent> decide(AiUseCommand command, AiUse use) {
        return switch (command) {
            case ActivateAiFeature c -> activate(c, use);
            case DeactivateAiFeature c ->
                switch (c.by()) {
                    case CUSTOMER -> deactivate(c, use);
                    case VENDOR -> holdBack(c, use);
                };
            case SignalAiFairUse c -> signal(c, use);
            case DeclareAiUse c -> declare(c, use);
        };
    }

    private static Decision<AiUseEvent> activate(ActivateAiFeature c, AiUse use) {
        var known = use.active().get(c.feature());
        if (known != null && known.conditionsVersion().equals(c.conditionsVersion())) {
            return Decision.nothing();
        }
        var day = dayOf(c.at());
        if (c.offer().stopped(c.feature(), day)) {
            return Decision.reject(FAIR_USE, "function-stopped", "The function is no longer offered.");
        }
        if (use.heldBack(c.feature(), day).isPresent()) {
            return Decision.reject(FAIR_USE, "deactivated-by-vendor", "The vendor has deactivated the function.");
        }
        return c.offer()
                .supplier(c.feature())
                .map(supplier -> Decision.<AiUseEvent>of(new AiFeatureActivated(
                        c.feature(), c.conditionsVersion(), supplier.code(), c.personId(), c.at())))
                .orElseGet(() ->
                        Decision.reject("XSV-042", "no-ai-supplier", "No supplier with its guarantees is registered."));
    }

    private static Decision<AiUseEvent> deactivate(DeactivateAiFeature c, AiUse use) {
        return use.active().containsKey(c.feature())
                ? Decision.of(new AiFeatureDeactivated(c.feature(), Side.CUSTOMER, null, c.at()))
                : Decision.nothing();
    }

    /** After the excess was discussed, or when the function's announced end has come; the same again changes nothing. */
    private static Decision<AiUseEvent> holdBack(DeactivateAiFeature c, AiUse use) {
        var before = use.deactivated().get(c.feature());
        if (before == null && !use.active().containsKey(c.feature())) {
            return Decision.reject(FAIR_USE, "not-active", "The customer never activated the function.");
        }
        if (before != null && before.by() == Side.VENDOR && Objects.equals(before.until(), c.until())) {
            return Decision.nothing();
        }
        var signal = use.exceeded().get(c.feature());
        var discussed = signal != null && signal.discussedOn() != null;
        return discussed || c.offer().stopped(c.feature(), dayOf(c.at()))
                ? Decision.of(new AiFeatureDeactivated(c.feature(), Side.VENDOR, c.until(), c.at()))
                : Decision.reject(
                        FAIR_USE, "not-discussed", "Use beyond fair use is signalled and discussed before that.");
    }

    private static Decision<AiUseEvent> signal(SignalAiFairUse c, AiUse use) {
        if (!use.active().containsKey(c.feature())) {
            return Decision.reject(FAIR_USE, "not-active", "The customer does not use the function.");
        }
        if (c.threshold() != null && c.usage().compareTo(c.threshold()) <= 0) {
            return Decision.reject(
                    FAIR_USE,
                    "within-fair-use",
                    "Fair use goes up to " + c.threshold().toPlainString() + ".");
        }
        var signal = new AiFairUseExceeded(c.feature(), c.usage(), c.threshold(), c.discussedOn(), c.at());
        var before = use.exceeded().get(c.feature());
        var same = before != null
                && before.usage().compareTo(c.usage()) == 0
                && Objects.equals(before.discussedOn(), c.discussedOn());
        return same ? Decision.nothing() : Decision.of(signal);
    }

    private static Decision<AiUseEvent> declare(DeclareAiUse c, AiUse use) {
        if (use.declarations().stream().anyMatch(known -> known.declarationId().equals(c.declarationId()))) {
            return Decision.nothing();
        }
        if (!c.acceptsDuties()) {
            return Decision.reject(
                    DUTIES,
                    "duties-not-accepted",
                    "The customer checks results before use, uses AI at its own risk and does not mislead it wilfully.");
        }
        var provider = c.riskCategory() == RiskCategory.HIGH;
        return provider && !c.acceptsProviderDuties()
                ? Decision.reject(
                        DUTIES,
                        "provider-duties-not-accepted",
                        "Who makes a high-risk application becomes its provider, with the extra rules of the AI Act.")
                : Decision.of(new AiUseDeclared(
                        c.declarationId(), c.feature(), c.riskCategory(), c.application(), provider, c.at()));
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, AgreedCalendars.ZONE);
    }

    @Override
    public AiUse evolve(AiUse use, AiUseEvent event) {
        return switch (event) {
            case AiFeatureActivated e -> use.with(e);
            case AiFeatureDeactivated e -> use.with(e);
            case AiFairUseExceeded e -> use.with(e);
            case AiUseDeclared e -> use.with(e);
        };
    }
}
