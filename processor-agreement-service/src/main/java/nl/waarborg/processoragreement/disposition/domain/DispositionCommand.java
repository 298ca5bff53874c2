package nl.waarborg.processoragreement.disposition.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.processoragreement.disposition.domain.Disposition.Choice;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ServiceErased;

/** What is done about a customer's data. */
public sealed interface DispositionCommand {

    Instant at();

    /**
     * @param ended whether the agreement has
     * @param request the customer's written request, for a choice before the end
     */
    record ChooseDataDisposition(UUID dispositionId, Choice choice, boolean ended, boolean request, Instant at)
            implements DispositionCommand {}

    record PlaceLegalHold(UUID holdId, String reason, Instant at) implements DispositionCommand {}

    record LiftLegalHold(UUID holdId, Instant at) implements DispositionCommand {}

    /** @param amount euro, excluding VAT */
    record EstimateDispositionCost(UUID dispositionId, BigDecimal amount, Instant at) implements DispositionCommand {}

    /** @param amount euro, excluding VAT */
    record SettleDispositionCost(UUID dispositionId, BigDecimal amount, Instant at) implements DispositionCommand {}

    record InstructThirdPartyDisposition(UUID dispositionId, String thirdParty, Instant at)
            implements DispositionCommand {}

    record ConfirmThirdPartyDisposition(UUID dispositionId, String thirdParty, Instant at)
            implements DispositionCommand {}

    record ReturnData(UUID dispositionId, String format, Instant at) implements DispositionCommand {}

    /**
     * @param seen the preview that the person confirms
     * @param current the preview as it would be now
     * @param services that have data of customers
     */
    record ConfirmErasure(UUID erasureId, String seen, String current, Set<String> services, Instant at)
            implements DispositionCommand {}

    record RecordServiceErased(UUID erasureId, ServiceErased answer, Instant at) implements DispositionCommand {}
}
