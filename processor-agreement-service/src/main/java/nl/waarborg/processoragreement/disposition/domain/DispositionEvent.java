package nl.waarborg.processoragreement.disposition.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import nl.waarborg.processoragreement.disposition.domain.Disposition.Choice;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface DispositionEvent {

    record DataDispositionChosen(UUID dispositionId, Choice choice, Instant at) implements DispositionEvent {}

    /** Nothing is destroyed as long as it is in force. */
    record LegalHoldPlaced(UUID holdId, @Personal @Nullable String reason, Instant at) implements DispositionEvent {}

    record LegalHoldLifted(UUID holdId, Instant at) implements DispositionEvent {}

    /** @param amount euro, excluding VAT */
    record DispositionCostEstimated(UUID dispositionId, BigDecimal amount, Instant at) implements DispositionEvent {}

    /** @param amount euro, excluding VAT */
    record DispositionCostSettled(UUID dispositionId, BigDecimal amount, Instant at) implements DispositionEvent {}

    record ThirdPartyDispositionInstructed(UUID dispositionId, String thirdParty, Instant at)
            implements DispositionEvent {}

    record ThirdPartyDispositionConfirmed(UUID dispositionId, String thirdParty, Instant at)
            implements DispositionEvent {}

    record DataReturned(UUID dispositionId, String format, Instant at) implements DispositionEvent {}

    /**
     * The order to every service that has data of the customer.
     *
     * @param preview what the person had seen
     * @param services that must answer
     * @param thirdParties that were instructed, each with its confirmation; by name
     */
    record ErasureConfirmed(
            UUID erasureId, String preview, Set<String> services, List<ThirdPartyDone> thirdParties, Instant at)
            implements DispositionEvent {

        public ErasureConfirmed {
            services = Set.copyOf(services);
            thirdParties = List.copyOf(thirdParties);
        }
    }

    /** A company that had data of the customer, and said that it destroyed or returned them. */
    record ThirdPartyDone(String thirdParty, Instant confirmedAt) {}

    /**
     * What a service answered: its key is destroyed, and what it had was read back.
     *
     * @param events stored events of the customer there
     * @param protectedValues personal values in them, none of which can be read
     * @param rows in its tables, searched for personal values known from before
     * @param published events in its topic, searched likewise
     */
    record ServiceErased(String service, Instant erasedAt, long events, long protectedValues, long rows, long published)
            implements DispositionEvent {}

    /** @param certificate SHA-256 of the certificate, in hexadecimal digits */
    record DataDestroyed(UUID dispositionId, String method, String certificate, Instant at)
            implements DispositionEvent {}
}
