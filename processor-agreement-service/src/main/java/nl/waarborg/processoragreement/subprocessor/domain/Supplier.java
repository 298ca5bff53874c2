package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier as the vendor describes it; nothing of it is personal.
 *
 * @param locations where data are processed
 * @param adequacy the decision of the European Commission on which processing outside the EEA rests (OP-53)
 * @param agreementRef the agreement that imposes the vendor's own obligations on it
 * @param agreedIn the document of the customers' agreement that names it already; null: it must be announced
 * @param upstreamNotice how long before it announces its own changes, such as {@code PT336H}
 * @param guarantees of external AI; null for every other kind
 */
public record Supplier(
        String name,
        SupplierKind kind,
        String purpose,
        List<Location> locations,
        @Nullable Adequacy adequacy,
        List<HeldCertificate> certificates,
        @Nullable String agreementRef,
        @Nullable String agreedIn,
        @Nullable String upstreamNotice,
        @Nullable AiGuarantees guarantees) {

    /**
     * @param country ISO 3166-1 alpha-2
     * @param insideEea as it is known of the country
     */
    public record Location(String place, String country, boolean insideEea) {}

    public record Adequacy(Basis basis, String reference) {
        public enum Basis {
            EC_ADEQUACY_DECISION,
            /** Contract clauses and the like: not what the norm asks. */
            OTHER
        }
    }

    /** @param validTo last day; null: none is known */
    public record HeldCertificate(String standard, @Nullable LocalDate validTo) {
        boolean validOn(LocalDate day) {
            return validTo == null || !day.isAfter(validTo);
        }
    }

    /** Data stay within the EEA, train no model, serve no commerce (XSV-042). */
    public record AiGuarantees(boolean withinEea, boolean notUsedForTraining, boolean notUsedCommercially) {
        boolean complete() {
            return withinEea && notUsedForTraining && notUsedCommercially;
        }
    }

    boolean outsideEea() {
        return locations.stream().anyMatch(location -> !Eea.contains(location.country()));
    }

    boolean namedAlready() {
        return agreedIn != null;
    }
}
