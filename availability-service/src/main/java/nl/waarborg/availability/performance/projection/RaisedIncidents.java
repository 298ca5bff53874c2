package nl.waarborg.availability.performance.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;

/** When incidents were raised. */
@ApplicationScoped
public class RaisedIncidents {

    private static final String RAISED = "select raised_at from raised_incident where incident_id = ?";

    private final Rows rows;

    public RaisedIncidents(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    public Optional<Instant> raisedAt(UUID incident) {
        return rows.first(RAISED, row -> row.instant("raised_at"), incident);
    }
}
