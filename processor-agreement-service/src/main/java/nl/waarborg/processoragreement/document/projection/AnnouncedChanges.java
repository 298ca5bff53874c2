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
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.agreement.projection.EndedAgreements;
import nl.waarborg.processoragreement.contact.domain.ContactRole;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;
import nl.waarborg.processoragreement.contact.projection.KnownContacts;
import nl.waarborg.processoragreement.document.domain.TermChange;
import nl.waarborg.processoragreement.securityincident.domain.Recipients;

/** A version of the standard agreement as one customer meets it, and whom to tell, for automations. */
@ApplicationScoped
public class AnnouncedChanges {

    private static final String CHANGE =
            """
            select v.title, v.summary, v.effective_from, v.statutory, v.changes::text as changes, v.announced_at
            from sla_version v join tenant t on t.provider = v.provider where t.tenant_id = ? and v.version = ?""";
    private static final TypeReference<List<TermChange>> CHANGES = new TypeReference<>() {};
    private static final Set<String> TOLD = Set.of(ContactRole.AGREEMENT_CONTACT.name());
    private static final JsonMapper JSON = new JsonMapper();

    private final Rows rows;
    private final KnownContacts contacts;
    private final EndedAgreements ended;

    public AnnouncedChanges(
            @DataSource("writer") javax.sql.DataSource writer, KnownContacts contacts, EndedAgreements ended) {
        this.rows = new Rows(writer);
        this.contacts = contacts;
        this.ended = ended;
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

    /** Mail addresses of the contacts of the agreement on a day; none if it is over then, or its key was destroyed. */
    public List<String> agreementContacts(UUID tenant, LocalDate day) {
        if (ended.over(tenant, day)) {
            return List.of();
        }
        var known = contacts.of(tenant);
        var told = Recipients.of(known, TOLD).contacts();
        return known.stream()
                .filter(contact -> told.contains(contact.contactId()))
                .map(CustomerContact::email)
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
