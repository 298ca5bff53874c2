package nl.waarborg.processoragreement.organisation.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.organisation.domain.OrganisationData;
import org.jspecify.annotations.Nullable;

/** Organisation data of the customers that the caller may see. */
@ApplicationScoped
@TenantScope
public class OrganisationView {

    private static final String OF_TENANT =
            """
            select t.name, o.version, o.data, o.changed_at, o.changed_by
            from tenant t left join organisation_data o on o.tenant_id = t.tenant_id where t.tenant_id = ?""";

    private final Rows rows;
    private final PersonalData personal;

    public OrganisationView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /**
     * @param name by which the agreement was concluded
     * @param data null until the customer says more, and once its key was destroyed
     * @param version 0 until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OrganisationRow(
            String name,
            @Nullable OrganisationData data,
            @Nullable Instant changedAt,
            @Nullable UUID changedBy,
            int version) {}

    public Optional<OrganisationRow> of(UUID tenant) {
        return rows.first(
                OF_TENANT,
                row -> new OrganisationRow(
                        row.text("name"),
                        OrganisationJson.read(personal.reveal(tenant, row.optionalText("data"))),
                        row.optionalInstant("changed_at"),
                        row.optionalUuid("changed_by"),
                        row.number("version")),
                tenant);
    }
}
