package nl.waarborg.processoragreement.contact.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;

/** A customer's contacts, for the commands and mails of any aggregate and for whoever may see the customer. */
@ApplicationScoped
public class KnownContacts {

    private static final String OF_TENANT =
            "select contact_id, contact from customer_contact where tenant_id = ? order by contact_id";

    private final Rows rows;
    private final PersonalData personal;

    public KnownContacts(@DataSource("writer") javax.sql.DataSource writer, PersonalData personal) {
        this.rows = new Rows(writer);
        this.personal = personal;
    }

    /** None if the tenant's key was destroyed. */
    public List<CustomerContact> of(UUID tenant) {
        return rows
                .list(
                        OF_TENANT,
                        row -> Optional.ofNullable(ContactRows.read(personal.reveal(tenant, row.text("contact")))),
                        tenant)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
