package nl.waarborg.processoragreement.partner.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** What can be asked about partners. */
public sealed interface PartnerCommand {

    /**
     * Registering again renews.
     *
     * @param testedOn last day of the latest test of the expert or the coupling
     * @param securityCheckedOn day of the latest security check of the coupling
     * @param today the day on which it is recorded, Europe/Amsterdam
     */
    record RegisterPartner(
            String provider,
            PartnerKind kind,
            String name,
            @Nullable String website,
            @Nullable LocalDate testedOn,
            @Nullable LocalDate securityCheckedOn,
            LocalDate today,
            Instant at)
            implements PartnerCommand {}

    record RecordExpertReference(Year year, String reference, LocalDate today, Instant at) implements PartnerCommand {}

    /** It is no partner any more. */
    record RemovePartner(Instant at) implements PartnerCommand {}
}
