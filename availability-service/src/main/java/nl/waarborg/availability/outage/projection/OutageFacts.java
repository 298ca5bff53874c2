package nl.waarborg.availability.outage.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.projection.Rows;
import org.jspecify.annotations.Nullable;

/** What the rules of outages must know beyond the outage itself. */
@ApplicationScoped
public class OutageFacts {

    private static final String SYSTEM =
            "select component, environment_kind from monitored_system where provider = ? and system_id = ?";
    private static final String OUTAGE = "select started_at, ended_at from outage where outage_id = ? and provider = ?";
    private static final String TENANT = "select 1 as one from tenant where tenant_id = ? and provider = ?";
    private static final String PROVIDER = "select provider from tenant where tenant_id = ?";

    private final Rows rows;

    public OutageFacts(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    public record KnownSystem(Component component, EnvironmentKind environmentKind) {}

    /** @param endedAt null while it lasts */
    public record Times(Instant startedAt, @Nullable Instant endedAt) {}

    public Optional<KnownSystem> system(String provider, String system) {
        return rows.first(
                SYSTEM,
                row -> new KnownSystem(
                        Component.valueOf(row.text("component")),
                        EnvironmentKind.valueOf(row.text("environment_kind"))),
                provider,
                system);
    }

    /** Empty for another vendor's outage. */
    public Optional<Times> times(String provider, UUID outage) {
        return rows.first(
                OUTAGE, row -> new Times(row.instant("started_at"), row.optionalInstant("ended_at")), outage, provider);
    }

    public boolean serves(String provider, UUID tenant) {
        return rows.first(TENANT, row -> row.number("one"), tenant, provider).isPresent();
    }

    /** The vendor that serves a customer. */
    public Optional<String> provider(UUID tenant) {
        return rows.first(PROVIDER, row -> row.text("provider"), tenant);
    }
}
