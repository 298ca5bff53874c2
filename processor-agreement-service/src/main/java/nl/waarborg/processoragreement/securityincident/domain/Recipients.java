package nl.waarborg.processoragreement.securityincident.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.waarborg.processoragreement.contact.domain.ContactRole;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;

/**
 * Who is told: the contacts with a role that the terms name, else administrators and authorised contacts, else whoever is known (PRA-052,
 * OP-54).
 *
 * @param fallback nobody has a role that the terms name
 */
public record Recipients(List<UUID> contacts, boolean fallback) {

    private static final Set<ContactRole> FALLBACK = Set.of(ContactRole.ADMINISTRATOR, ContactRole.AUTHORISED_CONTACT);

    /** @param roles in the words of the term {@code breach.recipients} */
    public static Recipients of(List<CustomerContact> contacts, Set<String> roles) {
        var named = having(contacts, role -> roles.contains(role.name()));
        if (!named.isEmpty()) {
            return new Recipients(named, false);
        }
        return new Recipients(others(contacts), true);
    }

    /** Who stands in. */
    public static List<UUID> others(List<CustomerContact> contacts) {
        var others = having(contacts, FALLBACK::contains);
        return others.isEmpty() ? having(contacts, role -> true) : others;
    }

    private static List<UUID> having(List<CustomerContact> contacts, Predicate<ContactRole> role) {
        return contacts.stream()
                .filter(contact -> contact.roles().stream().anyMatch(role))
                .map(CustomerContact::contactId)
                .toList();
    }
}
