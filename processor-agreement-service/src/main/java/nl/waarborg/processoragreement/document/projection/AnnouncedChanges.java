package nl.waarborg.processoragreement.document.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.agreement.domain.Contact;
import nl.waarborg.processoragreement.document.domain.TermChange;

/** A version of the standard agreement as one customer meets it, and whom to tell, for automations. */
@ApplicationScoped
public class AnnouncedChanges {

    private static final String CHANGE =
            """
            select v.title, v.summary, v.effective_from, v.statutory, v.changes::text as changes, v.announced_at
            from sla_version v join tenant t on t.provider = v.provider where t.tenant_id = ? and v.version = ?""";
    private static final String CONTACTS =
            "select contacts from agreement where tenant_id = ? and ended_on is null and contacts is not null";
    private static final TypeReference<List<TermChange>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<Contact>> CONTACT_LIST = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final Rows rows;
    private final PersonalData personal;

    public AnnouncedChanges(@DataSource("writer") javax.sql.DataSource writer, PersonalData personal) {
        this.rows = new Rows(writer);
        this.personal = personal;
    }

    public record Change(
            String title,
            String summary,
            LocalDate effectiveFrom,
            boolean statutory,
            List<TermChange> terms,
            Instant announcedAt) {}

    public Optional<Change> change(UUID tenant, int version) {
        return rows.first(
                CHANGE,
                row -> new Change(
                        row.text("title"),
                        row.text("summary"),
                        row.date("effective_from"),
                        row.flag("statutory"),
                        read(row.text("changes"), CHANGES),
                        row.instant("announced_at")),
                tenant,
                version);
    }

    /** Mail addresses of the contacts of the agreement; none once it ended, or its key was destroyed. */
    public List<String> agreementContacts(UUID tenant) {
        return rows
                .first(CONTACTS, row -> row.text("contacts"), tenant)
                .flatMap(ciphertext -> Optional.ofNullable(personal.reveal(tenant, ciphertext)))
                .map(text -> read(text, CONTACT_LIST))
                .orElse(List.of())
                .stream()
                .filter(contact -> contact.roles().contains(Contact.Role.AGREEMENT_CONTACT))
                .map(Contact::email)
                .distinct()
                .toList();
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the standard documents cannot be read", e);
        }
    }
}
