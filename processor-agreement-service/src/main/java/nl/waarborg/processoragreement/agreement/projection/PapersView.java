package nl.waarborg.processoragreement.agreement.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** What was signed, attached, adopted and cancelled; each query sees the caller's tenants only. */
@ApplicationScoped
@TenantScope
public class PapersView {

    private static final String CANCELLATIONS =
            """
            select received_at, ends_on, latest_receipt, first_end, refusal from licence_cancellation
            where tenant_id = ? order by id desc""";
    private static final String ADOPTED =
            """
            select sla_version, terms_version, effective_from, statutory from adopted_sla_version
            where tenant_id = ? order by sla_version desc""";
    private static final String SEPARATE =
            """
            select title, model, effective_from, registered_at from separate_agreement
            where tenant_id = ? order by id desc""";
    private static final String PROVISIONS =
            "select key, value, clause, effective_from from specific_provision where tenant_id = ? order by id desc";
    private static final String DOCUMENTS =
            """
            select document_id, kind, title, media_type, sha256, attached_at from agreement_document
            where tenant_id = ? order by attached_at desc, document_id""";
    private static final String CONTENT =
            "select media_type, content from agreement_document where tenant_id = ? and document_id = ?";

    private final Rows rows;
    private final PersonalData personal;

    public PapersView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cancellation(
            Instant receivedAt,
            LocalDate endsOn,
            @Nullable LocalDate latestReceipt,
            @Nullable LocalDate firstEnd,
            @Nullable String refusal) {}

    public record Adopted(int slaVersion, int termsVersion, LocalDate effectiveFrom, boolean statutory) {}

    /** @param title null once the tenant's key was destroyed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Separate(
            @Nullable String title, @Nullable String model, LocalDate effectiveFrom, Instant registeredAt) {}

    public record Provision(String key, String value, String clause, LocalDate effectiveFrom) {}

    /** @param title null once the tenant's key was destroyed */
    public record Attached(
            UUID documentId,
            String kind,
            @Nullable String title,
            String mediaType,
            String sha256,
            Instant attachedAt) {}

    /** @param base64 null once the tenant's key was destroyed */
    public record Document(String mediaType, @Nullable String base64) {}

    /** The newest first. */
    public List<Cancellation> cancellations(UUID tenant) {
        return rows.list(
                CANCELLATIONS,
                row -> new Cancellation(
                        row.instant("received_at"),
                        row.date("ends_on"),
                        optionalDate(row, "latest_receipt"),
                        optionalDate(row, "first_end"),
                        row.optionalText("refusal")),
                tenant);
    }

    /** Versions of the vendor's standard agreement, the newest first. */
    public List<Adopted> adopted(UUID tenant) {
        return rows.list(
                ADOPTED,
                row -> new Adopted(
                        row.number("sla_version"),
                        row.number("terms_version"),
                        row.date("effective_from"),
                        row.flag("statutory")),
                tenant);
    }

    /** The newest first. */
    public List<Separate> separateAgreements(UUID tenant) {
        return rows.list(
                SEPARATE,
                row -> new Separate(
                        personal.reveal(tenant, row.optionalText("title")),
                        row.optionalText("model"),
                        row.date("effective_from"),
                        row.instant("registered_at")),
                tenant);
    }

    /** The newest first. */
    public List<Provision> provisions(UUID tenant) {
        return rows.list(
                PROVISIONS,
                row -> new Provision(
                        row.text("key"), row.text("value"), row.text("clause"), row.date("effective_from")),
                tenant);
    }

    /** The newest first. */
    public List<Attached> documents(UUID tenant) {
        return rows.list(
                DOCUMENTS,
                row -> new Attached(
                        row.uuid("document_id"),
                        row.text("kind"),
                        personal.reveal(tenant, row.optionalText("title")),
                        row.text("media_type"),
                        row.text("sha256"),
                        row.instant("attached_at")),
                tenant);
    }

    public Optional<Document> document(UUID tenant, UUID document) {
        return rows.first(
                CONTENT,
                row -> new Document(row.text("media_type"), personal.reveal(tenant, row.optionalText("content"))),
                tenant,
                document);
    }

    private static @Nullable LocalDate optionalDate(Rows.Row row, String column) throws SQLException {
        var text = row.optionalText(column);
        return text == null ? null : LocalDate.parse(text);
    }
}
