package nl.waarborg.processoragreement.subprocessor.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.subprocessor.domain.BoardDecision;
import nl.waarborg.processoragreement.subprocessor.domain.Eea;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier.Adequacy;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier.AiGuarantees;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier.HeldCertificate;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier.Location;
import nl.waarborg.processoragreement.subprocessor.domain.SupplierKind;
import nl.waarborg.terms.TermValue;
import nl.waarborg.terms.TermValue.Elapsed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be asked about suppliers. Instants are RFC 3339; a supplier's description is published, so it names no persons. */
final class Requests {

    private static final String HISTORIC =
            "History that is brought in: it was told to customers then. For who may post history only";

    private Requests() {}

    /** @throws ProblemException 403 for who may not post history */
    static boolean historic(@Nullable Boolean asked, Caller caller) {
        if (!Boolean.TRUE.equals(asked)) {
            return false;
        }
        if (!caller.mayPostHistory()) {
            throw ProblemException.forbidden("the token does not allow history");
        }
        return true;
    }

    record RegisterSupplier(
            @Schema(examples = "LeaseWeb Netherlands B.V.") @NotBlank @Size(max = 200) String name,
            SupplierKind kind,
            @Schema(examples = "Data centres") @NotBlank @Size(max = 500) String purpose,
            @NotEmpty @Size(max = 50) List<@Valid LocationForm> locations,
            @Schema(description = "Needed outside the EEA") @Nullable @Valid AdequacyForm adequacy,
            @Nullable @Size(max = 50) List<@Valid CertificateForm> certificates,
            @Schema(description = "The agreement that imposes the vendor's own obligations on it")
                    @Nullable
                    @Size(min = 1, max = 500)
                    String agreementRef,
            @Schema(description = "The document of the customers' agreement that names it already; absent: announce it")
                    @Nullable
                    @Size(min = 1, max = 500)
                    String agreedIn,
            @Schema(description = "How long before it announces its own changes", examples = "P14D") @Nullable
                    String upstreamNotice,
            @Schema(description = "Of external AI") @Nullable GuaranteesForm guarantees) {

        Supplier supplier() {
            return new Supplier(
                    name,
                    kind,
                    purpose,
                    IntStream.range(0, locations.size())
                            .mapToObj(index -> locations.get(index).location(index))
                            .toList(),
                    adequacy == null ? null : new Adequacy(adequacy.basis(), adequacy.reference()),
                    certificates == null
                            ? List.of()
                            : certificates.stream()
                                    .map(held -> new HeldCertificate(held.standard(), held.validTo()))
                                    .toList(),
                    agreementRef,
                    agreedIn,
                    upstreamNotice == null ? null : elapsed(upstreamNotice),
                    guarantees == null
                            ? null
                            : new AiGuarantees(
                                    guarantees.withinEea(),
                                    guarantees.notUsedForTraining(),
                                    guarantees.notUsedCommercially()));
        }

        private static String elapsed(String form) {
            try {
                if (TermValue.parse(form) instanceof Elapsed elapsed) {
                    return elapsed.toString();
                }
            } catch (IllegalArgumentException e) {
                // answered below
            }
            throw ProblemException.invalidField("/upstreamNotice", "must be elapsed time such as P14D or PT336H");
        }
    }

    record LocationForm(
            @Schema(examples = "Haarlem") @NotBlank @Size(max = 200) String place,
            @Schema(description = "ISO 3166-1 alpha-2", examples = "NL")
                    @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters such as NL")
                    String country,
            @Schema(description = "Follows from the country; if said, it must agree with it") @Nullable
                    Boolean insideEea) {

        Location location(int index) {
            var inside = Eea.contains(country);
            if (insideEea != null && insideEea != inside) {
                throw ProblemException.invalidField(
                        "/locations/" + index + "/insideEea",
                        inside ? country + " is in the EEA" : country + " is not in the EEA");
            }
            return new Location(place, country, inside);
        }
    }

    record AdequacyForm(
            Adequacy.Basis basis,
            @Schema(examples = "Decision (EU) 2021/1772") @NotBlank @Size(max = 200) String reference) {}

    record CertificateForm(
            @Schema(examples = "ISO 27001") @NotBlank @Size(max = 100) String standard, @Nullable LocalDate validTo) {}

    record GuaranteesForm(boolean withinEea, boolean notUsedForTraining, boolean notUsedCommercially) {}

    /** Business time of something that was done before it is entered. */
    record Moment(@Schema(description = "Now, if absent") @Nullable Instant at) {}

    record Announcement(
            @Schema(description = "Now, if absent; the notice runs from when it is entered, unless it is history")
                    @Nullable
                    Instant at,
            @Schema(description = HISTORIC) @Nullable Boolean historic) {}

    record Objection(@NotBlank @Size(max = 10_000) String text) {}

    record Decide(BoardDecision decision, @NotBlank @Size(max = 10_000) String reasons) {}

    record UpstreamChange(
            @NotBlank @Size(max = 10_000) String change,
            Instant effectiveFrom,
            @Schema(description = "When the vendor heard of it; now, if absent") @Nullable Instant receivedAt) {}

    record Change(
            @NotBlank @Size(max = 10_000) String change,
            @NotBlank @Size(max = 10_000) String consequences,
            Instant effectiveFrom) {}

    record AskConsent(
            UUID tenantId,
            @Schema(description = "In the register: it starts with the consent of every customer that was asked")
                    @Nullable
                    UUID subprocessorId,
            @NotBlank @Size(max = 200) String thirdParty,
            @NotBlank @Size(max = 2000) String task,
            LocalDate from,
            @Nullable LocalDate through,
            @Schema(description = HISTORIC) @Nullable Boolean historic) {}

    record AnswerConsent(boolean given, @Nullable @Size(min = 1, max = 2000) String reasons) {}

    record RegisterSystem(
            @Schema(examples = "Zendesk") @NotBlank @Size(max = 200) String name,
            @Schema(examples = "Tickets") @NotBlank @Size(max = 500) String purpose,
            @Nullable @Size(min = 1, max = 200) String supplier,
            @Nullable @Size(min = 1, max = 100) String certificate,
            @Schema(examples = "EEA") @NotBlank @Size(max = 100) String storageRegion) {}
}
