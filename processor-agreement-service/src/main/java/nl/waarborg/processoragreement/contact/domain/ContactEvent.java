package nl.waarborg.processoragreement.contact.domain;

import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever. */
public sealed interface ContactEvent {

    /** A person's name and address are null once the tenant's key was destroyed. */
    record PrivacyContactSet(
            UUID contactId,
            @Nullable UUID personId,
            @Personal @Nullable String name,
            @Personal @Nullable String email,
            Set<ContactRole> roles,
            @Nullable MailLanguage language)
            implements ContactEvent {}

    record PrivacyContactRemoved(UUID contactId) implements ContactEvent {}
}
