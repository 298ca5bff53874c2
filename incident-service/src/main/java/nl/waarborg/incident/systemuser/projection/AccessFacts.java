package nl.waarborg.incident.systemuser.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;

/** Facts for the commands of system users. */
@ApplicationScoped
public class AccessFacts {

    private static final String ACTIVE =
            "select 1 as found from support_plus where tenant_id = ? and active and since <= ?";
    private static final String CERTIFICATE =
            "select 1 as found from conduct_certificate where employee_id = ? and recorded_at <= ?";
    private static final String LIVE =
            """
            select access_id from system_user_access
            where tenant_id = ? and cause_id = ? and state in ('REQUESTED', 'GRANTED')""";

    private final Rows rows;

    public AccessFacts(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    public boolean supportPlusActive(UUID tenant, Instant at) {
        return rows.first(ACTIVE, row -> row.number("found"), tenant, at).isPresent();
    }

    public boolean certificateRecorded(UUID employee, Instant at) {
        return rows.first(CERTIFICATE, row -> row.number("found"), employee, at).isPresent();
    }

    /** Accesses for a cause that wait or run. */
    public List<UUID> live(UUID tenant, UUID cause) {
        return rows.list(LIVE, row -> row.uuid("access_id"), tenant, cause);
    }
}
