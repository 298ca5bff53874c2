package nl.waarborg.processoragreement.disposition.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDestroyed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataReturned;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ErasureConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldPlaced;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDispositionInstructed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDone;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a customer's personal data: the customer's choice, and what was done (PRA-058 to PRA-061).
 *
 * @param choice null before the customer chose
 * @param holds that are in force, by id
 * @param thirdParties when each was instructed and confirmed, by name
 * @param estimated excluding VAT, euro
 * @param returned null before the data were given back
 * @param confirmed null before the erasure was ordered
 * @param erased the services' answers, by service
 * @param destroyed null until all services have answered
 */
public record Disposition(
        @Nullable Choice choice,
        Map<UUID, LegalHoldPlaced> holds,
        Map<String, ThirdParty> thirdParties,
        @Nullable BigDecimal estimated,
        @Nullable BigDecimal settled,
        @Nullable DataReturned returned,
        @Nullable ErasureConfirmed confirmed,
        Map<String, ServiceErased> erased,
        @Nullable DataDestroyed destroyed) {

    public static final String CATEGORY = "disposition";

    static final Disposition NONE = new Disposition(null, Map.of(), Map.of(), null, null, null, null, Map.of(), null);

    public Disposition {
        holds = Map.copyOf(holds);
        thirdParties = Map.copyOf(thirdParties);
        erased = Map.copyOf(erased);
    }

    public enum Choice {
        /** Destroy the data at the end of the agreement. */
        DESTROY,
        /** Give the data back, then destroy what is left. */
        RETURN,
        /** Destroy the data before the end, as somebody must. */
        EARLY_DELETION
    }

    /** @param confirmedAt null until it says that its part is destroyed or given back */
    public record ThirdParty(Instant instructedAt, @Nullable Instant confirmedAt) {}

    /** A customer has one disposition; its id names the erasure to all services. */
    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }

    /** Services that were told to erase and have not answered, in order of name. */
    public Set<String> awaited() {
        if (confirmed == null) {
            return Set.of();
        }
        var services = new TreeSet<>(confirmed.services());
        services.removeAll(erased.keySet());
        return services;
    }

    /** Instructed and silent, in order of name. */
    public Set<String> unconfirmed() {
        var names = new TreeSet<String>();
        thirdParties.forEach((name, thirdParty) -> {
            if (thirdParty.confirmedAt() == null) {
                names.add(name);
            }
        });
        return names;
    }

    /** Third parties that have confirmed, in order of name. */
    List<ThirdPartyDone> thirdPartiesDone() {
        var done = new ArrayList<ThirdPartyDone>();
        new TreeMap<>(thirdParties).forEach((name, thirdParty) -> {
            if (thirdParty.confirmedAt() != null) {
                done.add(new ThirdPartyDone(name, thirdParty.confirmedAt()));
            }
        });
        return List.copyOf(done);
    }

    /** What is certified, once all services have answered. */
    public Optional<DataDestroyed> certified() {
        return Optional.ofNullable(destroyed);
    }

    /** The answers in order of the services' names. */
    public Map<String, ServiceErased> answers() {
        return new TreeMap<>(erased);
    }

    Disposition with(Choice chosen) {
        return new Disposition(chosen, holds, thirdParties, estimated, settled, returned, confirmed, erased, destroyed);
    }

    Disposition with(LegalHoldPlaced hold) {
        var all = new LinkedHashMap<>(holds);
        all.put(hold.holdId(), hold);
        return new Disposition(choice, all, thirdParties, estimated, settled, returned, confirmed, erased, destroyed);
    }

    Disposition withoutHold(UUID hold) {
        var all = new LinkedHashMap<>(holds);
        all.remove(hold);
        return new Disposition(choice, all, thirdParties, estimated, settled, returned, confirmed, erased, destroyed);
    }

    Disposition with(ThirdPartyDispositionInstructed instructed) {
        return with(instructed.thirdParty(), new ThirdParty(instructed.at(), null));
    }

    Disposition with(ThirdPartyDispositionConfirmed told) {
        var known = thirdParties.get(told.thirdParty());
        return with(told.thirdParty(), new ThirdParty(known == null ? told.at() : known.instructedAt(), told.at()));
    }

    private Disposition with(String name, ThirdParty thirdParty) {
        var all = new LinkedHashMap<>(thirdParties);
        all.put(name, thirdParty);
        return new Disposition(choice, holds, all, estimated, settled, returned, confirmed, erased, destroyed);
    }

    Disposition estimated(BigDecimal amount) {
        return new Disposition(choice, holds, thirdParties, amount, settled, returned, confirmed, erased, destroyed);
    }

    Disposition settled(BigDecimal amount) {
        return new Disposition(choice, holds, thirdParties, estimated, amount, returned, confirmed, erased, destroyed);
    }

    Disposition with(DataReturned done) {
        return new Disposition(choice, holds, thirdParties, estimated, settled, done, confirmed, erased, destroyed);
    }

    Disposition with(ErasureConfirmed order) {
        return new Disposition(choice, holds, thirdParties, estimated, settled, returned, order, erased, destroyed);
    }

    Disposition with(ServiceErased answer) {
        var all = new LinkedHashMap<>(erased);
        all.put(answer.service(), answer);
        return new Disposition(choice, holds, thirdParties, estimated, settled, returned, confirmed, all, destroyed);
    }

    Disposition with(DataDestroyed done) {
        return new Disposition(choice, holds, thirdParties, estimated, settled, returned, confirmed, erased, done);
    }
}
