package nl.waarborg.availability.measurement.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.projection.Rows;
import org.jspecify.annotations.Nullable;

/** Suspicions, for the commands that follow from them. */
@ApplicationScoped
public class SuspectedOutages {

    private static final String SUSPICION =
            "select provider, system_id, component, since, error, ended_at from suspected_outage where suspicion_id = ?";

    private static final String OPEN =
            """
            select provider, system_id, component, since, error, ended_at from suspected_outage
            where provider = ? and system_id = ? and ended_at is null""";

    private final Rows rows;

    public SuspectedOutages(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /**
     * @param error what the probes said last of why when it was detected; null if none said anything
     * @param endedAt null while it lasts. UTC
     */
    public record Suspicion(
            String provider,
            String systemId,
            Component component,
            Instant since,
            @Nullable String error,
            @Nullable Instant endedAt) {

        static Suspicion of(Rows.Row row) throws SQLException {
            return new Suspicion(
                    row.text("provider"),
                    row.text("system_id"),
                    Component.valueOf(row.text("component")),
                    row.instant("since"),
                    row.optionalText("error"),
                    row.optionalInstant("ended_at"));
        }
    }

    /** The one that lasts. */
    public Optional<Suspicion> open(String provider, String system) {
        return rows.first(OPEN, Suspicion::of, provider, system);
    }

    public Optional<Suspicion> find(UUID suspicion) {
        return rows.first(SUSPICION, Suspicion::of, suspicion);
    }
}
