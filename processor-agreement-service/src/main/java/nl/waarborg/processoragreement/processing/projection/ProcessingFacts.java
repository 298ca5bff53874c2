package nl.waarborg.processoragreement.processing.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import org.jspecify.annotations.Nullable;

/** What the rules on instructions must know of other streams. */
@ApplicationScoped
public class ProcessingFacts {

    private static final String AGREED = "select 1 from processing_activity where tenant_id = ? and activity_id = ?";
    private static final String AFFECTED = "select 1 from breach where tenant_id = ? and incident_id = ?";

    private final Rows rows;

    public ProcessingFacts(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** Whether the activity stands in the tenant's register. */
    public boolean agreed(UUID tenant, @Nullable UUID activity) {
        return activity != null
                && rows.first(AGREED, row -> activity, tenant, activity).isPresent();
    }

    /** Whether the security incident affects the tenant. */
    public boolean affected(UUID tenant, @Nullable UUID incident) {
        return incident != null
                && rows.first(AFFECTED, row -> incident, tenant, incident).isPresent();
    }
}
