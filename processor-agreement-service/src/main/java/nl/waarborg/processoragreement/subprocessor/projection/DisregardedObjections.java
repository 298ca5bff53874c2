package nl.waarborg.processoragreement.subprocessor.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;

/** Which active sub-processors process data although a customer objected, for the rules (PRA-041). */
@ApplicationScoped
public class DisregardedObjections {

    private static final String SINCE =
            """
            select o.may_terminate_from from subprocessor_objection o
                join subprocessor s on s.subprocessor_id = o.subprocessor_id
            where o.tenant_id = ? and o.subprocessor_id = ? and o.may_terminate_from is not null and s.state = 'ACTIVE'
            order by o.may_terminate_from limit 1""";

    private final Rows rows;

    public DisregardedObjections(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** Since when the sub-processor processes the tenant's data all the same; empty if it does not. */
    public Optional<Instant> since(UUID tenant, UUID subprocessor) {
        return rows.first(SINCE, row -> row.instant("may_terminate_from"), tenant, subprocessor);
    }
}
