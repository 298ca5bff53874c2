package nl.waarborg.processoragreement.organisation.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as it describes itself; what it does not say is null.
 *
 * @param registrationNumber of the chamber of commerce, eight digits
 * @param email a general address, of nobody in particular
 */
public record OrganisationData(
        String legalName,
        @Nullable String registrationNumber,
        @Nullable String visitingAddress,
        @Nullable String postalAddress,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website) {

    /** What differs from what was known. */
    List<OrganisationField> changedFrom(@Nullable OrganisationData known) {
        var changed = new ArrayList<OrganisationField>();
        for (var field : OrganisationField.values()) {
            if (!Objects.equals(value(field), known == null ? null : known.value(field))) {
                changed.add(field);
            }
        }
        return List.copyOf(changed);
    }

    private @Nullable String value(OrganisationField field) {
        return switch (field) {
            case LEGAL_NAME -> legalName;
            case REGISTRATION_NUMBER -> registrationNumber;
            case VISITING_ADDRESS -> visitingAddress;
            case POSTAL_ADDRESS -> postalAddress;
            case PHONE -> phone;
            case EMAIL -> email;
            case WEBSITE -> website;
        };
    }
}
