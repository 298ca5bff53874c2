package nl.waarborg.incident.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import org.jspecify.annotations.Nullable;

/** Facts about a tenant's incidents, for the commands of other aggregates. */
@ApplicationScoped
public class KnownIncidents {

    private static final String INCIDENT =
            "select state, environment_id from incident_figure where tenant_id = ? and incident_id = ?";

    private final Rows rows;

    public KnownIncidents(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** @param open neither handled nor lapsed */
    public record KnownIncident(boolean open, @Nullable UUID environment) {}

    /** Empty for what is no incident of this tenant. */
    public Optional<KnownIncident> of(UUID tenant, UUID incident) {
        return rows.first(
                INCIDENT,
                row -> new KnownIncident(row.text("state").equals("OPEN"), row.optionalUuid("environment_id")),
                tenant,
                incident);
    }

    public boolean isOpen(UUID tenant, UUID incident) {
        return of(tenant, incident).filter(KnownIncident::open).isPresent();
    }
}
