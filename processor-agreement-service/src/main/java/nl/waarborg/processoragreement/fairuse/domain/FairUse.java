package nl.waarborg.processoragreement.fairuse.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseCaseClosed;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseCaseOpened;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseContactRecorded;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent.FairUseMeasureTaken;
import org.jspecify.annotations.Nullable;

/**
 * One customer's cases of fair use (XSV-045).
 *
 * @param cases by id, in order of opening
 */
public record FairUse(Map<UUID, Case> cases) {

    public static final String CATEGORY = "fair-use";

    static final FairUse NONE = new FairUse(Map.of());

    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }

    public enum Signal {
        ABUSE,
        NEEDLESS_LOAD
    }

    /** What a contact with the customer led to. */
    public enum Outcome {
        SOLVED,
        NO_SOLUTION
    }

    /** @param closed null while it is open */
    public record Case(
            FairUseCaseOpened opened,
            List<FairUseContactRecorded> contacts,
            List<FairUseMeasureTaken> measures,
            @Nullable FairUseCaseClosed closed) {

        Optional<FairUseContactRecorded> lastContact() {
            return contacts.isEmpty() ? Optional.empty() : Optional.of(contacts.getLast());
        }

        boolean solved() {
            return lastContact()
                    .map(contact -> contact.outcome() == Outcome.SOLVED)
                    .orElse(false);
        }

        Case with(FairUseContactRecorded contact) {
            return new Case(opened, added(contacts, contact), measures, closed);
        }

        Case with(FairUseMeasureTaken measure) {
            return new Case(opened, contacts, added(measures, measure), closed);
        }

        Case with(FairUseCaseClosed event) {
            return new Case(opened, contacts, measures, event);
        }

        private static <T> List<T> added(List<T> list, T item) {
            var all = new ArrayList<>(list);
            all.add(item);
            return List.copyOf(all);
        }
    }

    FairUse with(UUID caseId, Case changed) {
        var all = new LinkedHashMap<>(cases);
        all.put(caseId, changed);
        return new FairUse(all);
    }
}
