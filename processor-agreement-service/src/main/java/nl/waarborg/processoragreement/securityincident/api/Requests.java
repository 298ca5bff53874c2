package nl.waarborg.processoragreement.securityincident.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.inbound.OfPlatform;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.processoragreement.securityincident.BreachRegister.Report;
import nl.waarborg.processoragreement.securityincident.domain.IncidentOrigin;
import nl.waarborg.processoragreement.securityincident.domain.IncidentType;
import nl.waarborg.processoragreement.securityincident.domain.NoticeContent;
import nl.waarborg.processoragreement.securityincident.domain.SupplementCause;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be asked about security incidents. Instants are RFC 3339. */
final class Requests {

    private Requests() {}

    record Register(
            IncidentType type,
            @Schema(description = "OWN, unless said otherwise") @Nullable IncidentOrigin origin,
            @Schema(description = "The sub-processor where it happened") @Nullable UUID subprocessorId,
            @Schema(
                            description =
                                    "First moment at which an employee knew, or the sub-processor's message came in",
                            examples = "2026-03-27T20:00:00+01:00")
                    Instant discoveredAt,
            @Schema(description = "When the sub-processor itself discovered it") @Nullable
                    Instant subprocessorDiscoveredAt,
            @Nullable Instant occurredAt,
            @Schema(description = "Customers whose data are or may be affected; may be empty") @Size(max = 50_000)
                    List<UUID> affectedTenants,
            @Schema(description = "Incidents of the service desk that it came from") @Nullable @Size(max = 100)
                    List<UUID> relatedIncidents,
            @Schema(
                            description =
                                    "Goes with the data of the customers named here when those are erased. Without customers: "
                                            + KEPT)
                    @NotBlank
                    @Size(max = 10_000)
                    String description) {

        Report report(UUID incident, String provider) {
            return Requests.report(
                    incident,
                    provider,
                    type,
                    origin,
                    subprocessorId,
                    discoveredAt,
                    subprocessorDiscoveredAt,
                    occurredAt,
                    affectedTenants,
                    relatedIncidents,
                    description);
        }
    }

    /**
     * The same as a posted event.
     *
     * @param reference how the poster calls it
     */
    record RegisterSecurityIncidentV1(
            @NotBlank String provider,
            @NotBlank @Size(max = 200) String reference,
            IncidentType type,
            @Nullable IncidentOrigin origin,
            @Nullable UUID subprocessorId,
            Instant discoveredAt,
            @Nullable Instant subprocessorDiscoveredAt,
            @Nullable Instant occurredAt,
            @Size(max = 50_000) List<UUID> affectedTenants,
            @Nullable @Size(max = 100) List<UUID> relatedIncidents,
            @NotBlank @Size(max = 10_000) String description)
            implements OfPlatform {

        Report report(UUID incident) {
            return Requests.report(
                    incident,
                    provider,
                    type,
                    origin,
                    subprocessorId,
                    discoveredAt,
                    subprocessorDiscoveredAt,
                    occurredAt,
                    affectedTenants,
                    relatedIncidents,
                    description);
        }
    }

    /** What the vendor's own register keeps when the data of a customer are erased (PRA-058). */
    private static final String KEPT =
            "Kept in the vendor's own register when a customer's data are erased: names no person and no customer";

    record Affect(UUID tenantId, @NotBlank @Size(max = 10_000) String description) {}

    record Correct(
            @Schema(examples = "2026-03-27T18:00:00+01:00") Instant discoveredAt,
            @Schema(description = KEPT) @NotBlank @Size(max = 2000) String reason) {}

    record Close(@Schema(description = KEPT) @NotBlank @Size(max = 10_000) String conclusion) {}

    record Content(
            @Nullable @Size(min = 1, max = 10_000) String nature,
            @Nullable Instant occurredAt,
            @Nullable Instant detectedAt,
            @Nullable @Size(min = 1, max = 10_000) String dataSubjects,
            @Nullable @Size(min = 1, max = 10_000) String dataCategories,
            @Nullable @Size(min = 1, max = 10_000) String measures,
            @Nullable @Size(min = 1, max = 10_000) String consequences) {

        NoticeContent content() {
            return new NoticeContent(
                    nature, occurredAt, detectedAt, dataSubjects, dataCategories, measures, consequences);
        }
    }

    record Inform(
            @Schema(description = "When the customer was told; now, if absent") @Nullable Instant informedAt,
            @Schema(description = "What is known; what the terms ask and is absent stays listed as missing") @Valid
                    Content content,
            @Schema(description = "Needed after the deadline") @Nullable @Size(min = 1, max = 2000)
                    String lateReason) {}

    record Supplement(
            SupplementCause cause, @NotBlank @Size(max = 10_000) String text, @Nullable @Valid Content content) {}

    record Assess(boolean isBreach, boolean reportNeeded, @Nullable @Size(min = 1, max = 10_000) String reasons) {}

    record Announce(@Schema(examples = "2026-03-30T12:00:00+02:00") Instant plannedAt) {}

    record RecordReport(
            @Schema(examples = "2026-03-30T12:00:00+02:00") Instant reportedAt,
            @Schema(description = "A provisional report, to be completed") boolean provisional) {}

    /** @throws ProblemException naming each customer that the vendor does not have */
    static void refuseForeign(List<UUID> affected, String provider, Tenants tenants) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < affected.size(); i++) {
            if (tenants.provider(affected.get(i)).filter(provider::equals).isEmpty()) {
                errors.add(new FieldError("/affectedTenants/" + i, "is no customer of this vendor"));
            } else if (affected.indexOf(affected.get(i)) < i) {
                errors.add(new FieldError("/affectedTenants/" + i, "is named twice"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidFields(errors);
        }
    }

    private static Report report(
            UUID incident,
            String provider,
            IncidentType type,
            @Nullable IncidentOrigin origin,
            @Nullable UUID subprocessor,
            Instant discoveredAt,
            @Nullable Instant subprocessorDiscoveredAt,
            @Nullable Instant occurredAt,
            List<UUID> affected,
            @Nullable List<UUID> related,
            String description) {
        return new Report(
                incident,
                provider,
                type,
                origin == null ? IncidentOrigin.OWN : origin,
                subprocessor,
                discoveredAt,
                subprocessorDiscoveredAt,
                occurredAt,
                affected,
                related == null ? List.of() : related,
                description);
    }
}
