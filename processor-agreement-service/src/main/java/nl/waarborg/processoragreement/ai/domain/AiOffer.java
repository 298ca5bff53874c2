package nl.waarborg.processoragreement.ai.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiChangeAnnounced;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiSupplierRegistered;

/**
 * What a vendor offers of external AI (XSV-042, XSV-043).
 *
 * @param suppliers the latest of each code
 * @param changes in order of announcement
 */
public record AiOffer(List<AiSupplierRegistered> suppliers, List<AiChangeAnnounced> changes) {

    public static final String CATEGORY = "ai-offer";

    static final AiOffer NONE = new AiOffer(List.of(), List.of());

    public AiOffer {
        suppliers = List.copyOf(suppliers);
        changes = List.copyOf(changes);
    }

    public static StreamId stream(String provider) {
        return StreamId.natural(CATEGORY, StreamId.PLATFORM, provider);
    }

    /** What is promised of a supplier (XSV-042). */
    public record Guarantees(boolean dataStayInEea, boolean notUsedForTraining, boolean notUsedCommercially) {

        boolean all() {
            return dataStayInEea && notUsedForTraining && notUsedCommercially;
        }
    }

    public enum ChangeKind {
        /** The function works otherwise. */
        USE,
        COSTS,
        /** The function is no longer offered from the day on. */
        STOPPED
    }

    /** Who does the processing of a function: the supplier that was registered last for it. */
    public Optional<AiSupplierRegistered> supplier(AiFeature feature) {
        return suppliers.reversed().stream()
                .filter(supplier -> supplier.features().contains(feature))
                .findFirst();
    }

    /** Whether an announced end of the function has come. */
    public boolean stopped(AiFeature feature, LocalDate day) {
        return changes.stream()
                .anyMatch(change -> change.kind() == ChangeKind.STOPPED
                        && change.feature() == feature
                        && !day.isBefore(change.effectiveFrom()));
    }

    boolean announced(UUID change) {
        return changes.stream().anyMatch(known -> known.changeId().equals(change));
    }

    AiOffer with(AiSupplierRegistered supplier) {
        var all = new ArrayList<>(suppliers);
        all.removeIf(known -> known.code().equals(supplier.code()));
        all.add(supplier);
        return new AiOffer(all, changes);
    }

    AiOffer with(AiChangeAnnounced change) {
        var all = new ArrayList<>(changes);
        all.add(change);
        return new AiOffer(suppliers, all);
    }
}
