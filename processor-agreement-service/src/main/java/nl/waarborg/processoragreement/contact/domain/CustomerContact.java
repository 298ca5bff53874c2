package nl.waarborg.processoragreement.contact.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person at the customer.
 *
 * @param personId as incident-service knows the person
 * @param language null: both, until the customer says which
 */
public record CustomerContact(
        UUID contactId,
        @Nullable UUID personId,
        String name,
        String email,
        Set<ContactRole> roles,
        @Nullable MailLanguage language) {}
