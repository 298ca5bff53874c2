package nl.waarborg.processoragreement.contact.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked about a customer's contacts. */
public sealed interface ContactCommand {

    record SetPrivacyContact(
            UUID contactId,
            @Nullable UUID personId,
            String name,
            String email,
            Set<ContactRole> roles,
            @Nullable MailLanguage language)
            implements ContactCommand {}

    /** @param agreed contacts that were named when the agreement was concluded and not set or removed since */
    record RemovePrivacyContact(UUID contactId, Set<UUID> agreed) implements ContactCommand {}
}
