package nl.waarborg.availability.system.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import nl.waarborg.eventsourcing.projection.Rows;

/** Which servers can step in. */
@ApplicationScoped
public class StandbyServers {

    private static final String STANDS_BY =
            """
            select 1 as one from server s where s.provider = ? and s.server_id = ? and s.standby and s.failed_at is null
                and not exists (select from server f where f.provider = s.provider and f.replaced_by = s.server_id)""";

    private final Rows rows;

    public StandbyServers(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** It is registered as standing by, works and replaces none. */
    public boolean standsBy(String provider, String server) {
        return rows.first(STANDS_BY, row -> row.number("one"), provider, server).isPresent();
    }
}
