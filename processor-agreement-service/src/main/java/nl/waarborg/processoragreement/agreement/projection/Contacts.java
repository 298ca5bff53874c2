package nl.waarborg.processoragreement.agreement.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import nl.waarborg.processoragreement.agreement.domain.Contact;
import org.jspecify.annotations.Nullable;

/** Contacts as one text, to be protected as a whole. */
final class Contacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Contacts() {}

    /** Null if there are none: nothing needs to be protected, also after the tenant's key was destroyed. */
    static @Nullable String write(List<Contact> contacts) {
        try {
            return contacts.isEmpty() ? null : JSON.writeValueAsString(contacts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("contacts cannot be written", e);
        }
    }
}
