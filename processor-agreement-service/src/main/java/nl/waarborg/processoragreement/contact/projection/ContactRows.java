package nl.waarborg.processoragreement.contact.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.UUID;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;
import org.jspecify.annotations.Nullable;

/** The rows of contacts: each is one ciphertext, beside its id. */
final class ContactRows {

    static final String NAME = "contacts";
    static final String TABLE = "customer_contact";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SET =
            """
            insert into customer_contact (tenant_id, contact_id, contact) values (?, ?, ?)
            on conflict (tenant_id, contact_id) do update set contact = excluded.contact""";
    private static final String REMOVED = "delete from customer_contact where tenant_id = ? and contact_id = ?";

    private ContactRows() {}

    static void set(Statements statements, UUID tenant, CustomerContact contact, PersonalData personal) {
        statements.add(SET, tenant, contact.contactId(), personal.protect(tenant, write(contact)));
    }

    static void remove(Statements statements, UUID tenant, UUID contact) {
        statements.add(REMOVED, tenant, contact);
    }

    /** The id of a contact that was named when the agreement was concluded. */
    static UUID agreed(UUID tenant, int place) {
        return StreamId.natural("agreed-contact", tenant, Integer.toString(place))
                .id();
    }

    private static String write(CustomerContact contact) {
        try {
            return JSON.writeValueAsString(contact);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a contact cannot be written", e);
        }
    }

    /** Null if the tenant's key was destroyed. */
    static @Nullable CustomerContact read(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, CustomerContact.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a contact cannot be read", e);
        }
    }
}
