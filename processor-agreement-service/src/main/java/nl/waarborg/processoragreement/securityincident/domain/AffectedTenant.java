package nl.waarborg.processoragreement.securityincident.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer whose data are affected.
 *
 * @param description what happened, as ciphertext of that customer's own key: the register holds nothing of a customer in plain, nor under
 *     a key that outlives the customer's
 */
public record AffectedTenant(UUID tenant, @Nullable String description) {}
