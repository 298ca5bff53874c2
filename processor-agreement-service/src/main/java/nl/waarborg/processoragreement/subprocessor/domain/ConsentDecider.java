package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand.GiveReplacementConsent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand.RefuseReplacementConsent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand.RequestReplacementConsent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentGiven;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentRefused;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent.ReplacementConsentRequested;
import nl.waarborg.terms.AgreedCalendars;
import org.jspecify.annotations.Nullable;

/** The vendor asks beforehand, the customer decides once (PRA-043). */
public final class ConsentDecider implements Decider<ConsentCommand, ConsentDecider.State, ConsentEvent> {

    /** @param consentId null before it is asked */
    public record State(Consent consent, @Nullable UUID consentId) {}

    @Override
    public State initialState() {
        return new State(Consent.NOT_REQUESTED, null);
    }

    @Override
    public Decision<ConsentEvent> decide(ConsentCommand command, State state) {
        var id = state.consentId();
        if (command instanceof RequestReplacementConsent c) {
            if (c.through() != null && c.through().isBefore(c.from())) {
                return Decision.reject("PRA-043", "range-runs-backwards", "The last day lies before the first.");
            }
            if (id != null) {
                return Decision.nothing();
            }
            return !c.historic() && c.from().isBefore(LocalDate.ofInstant(c.at(), AgreedCalendars.ZONE))
                    ? Decision.reject("PRA-043", "asked-afterwards", "Consent is asked before the third party begins.")
                    : Decision.of(new ReplacementConsentRequested(
                            c.consentId(),
                            c.thirdParty(),
                            c.task(),
                            c.from(),
                            c.through(),
                            c.at(),
                            c.subprocessorId()));
        }
        if (id == null) {
            return Decision.reject("PRA-043", "not-requested", "There is no such request.");
        }
        return switch (command) {
            case RequestReplacementConsent _ -> Decision.nothing();
            case GiveReplacementConsent c ->
                answer(state, Consent.GIVEN, new ReplacementConsentGiven(id, c.by(), c.at()));
            case RefuseReplacementConsent c ->
                answer(state, Consent.REFUSED, new ReplacementConsentRefused(id, c.by(), c.reasons(), c.at()));
        };
    }

    private static Decision<ConsentEvent> answer(State state, Consent answer, ConsentEvent event) {
        if (state.consent() == answer) {
            return Decision.nothing();
        }
        return state.consent() == Consent.REQUESTED
                ? Decision.of(event)
                : Decision.reject("PRA-043", "already-answered", "The customer has answered otherwise.");
    }

    @Override
    public State evolve(State state, ConsentEvent event) {
        return switch (event) {
            case ReplacementConsentRequested e -> new State(Consent.REQUESTED, e.consentId());
            case ReplacementConsentGiven e -> new State(Consent.GIVEN, e.consentId());
            case ReplacementConsentRefused e -> new State(Consent.REFUSED, e.consentId());
        };
    }
}
