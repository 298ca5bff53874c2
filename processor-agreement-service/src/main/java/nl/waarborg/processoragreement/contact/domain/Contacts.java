package nl.waarborg.processoragreement.contact.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.contact.domain.ContactEvent.PrivacyContactSet;

/** What was set and removed since the agreement was concluded. */
public record Contacts(Map<UUID, PrivacyContactSet> set, Set<UUID> removed) {

    public static final String CATEGORY = "contacts";

    public Contacts {
        set = Map.copyOf(set);
        removed = Set.copyOf(removed);
    }

    /** A tenant has one list. */
    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }

    Contacts with(PrivacyContactSet contact) {
        var all = new HashMap<>(set);
        all.put(contact.contactId(), contact);
        var gone = new HashSet<>(removed);
        gone.remove(contact.contactId());
        return new Contacts(all, gone);
    }

    Contacts without(UUID contact) {
        var all = new HashMap<>(set);
        all.remove(contact);
        var gone = new HashSet<>(removed);
        gone.add(contact);
        return new Contacts(all, gone);
    }
}
