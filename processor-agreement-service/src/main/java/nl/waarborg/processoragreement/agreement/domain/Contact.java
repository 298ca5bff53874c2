package nl.waarborg.processoragreement.agreement.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person at the customer whom the vendor addresses about the agreement.
 *
 * @param personId the person as incident-service knows it
 */
public record Contact(@Nullable UUID personId, String name, String email, Set<Role> roles) {

    public enum Role {
        /** Contact of the subscription. */
        AGREEMENT_CONTACT,
        /** Has 'Privacy nieuws' ticked. */
        PRIVACY_CONTACT
    }
}
