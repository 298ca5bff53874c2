package nl.waarborg.availability.measurement.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.projection.Rows;
import org.jspecify.annotations.Nullable;

/** The registered systems, for every sample: kept in memory for a minute, while an unknown one is looked for each time. */
@ApplicationScoped
public class SampledSystems {

    private static final String SYSTEM =
            "select component, environment_kind from sampled_system where provider = ? and system_id = ?";

    /** @param environmentKind of its samples, unless they say another */
    public record SampledSystem(Component component, EnvironmentKind environmentKind) {}

    private record Key(String provider, String system) {}

    private final Rows rows;
    private final Cache<Key, SampledSystem> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public SampledSystems(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    public Optional<SampledSystem> find(String provider, String system) {
        return Optional.ofNullable(known.get(new Key(provider, system), this::read));
    }

    private @Nullable SampledSystem read(Key key) {
        return rows.first(
                        SYSTEM,
                        row -> new SampledSystem(
                                Component.valueOf(row.text("component")),
                                EnvironmentKind.valueOf(row.text("environment_kind"))),
                        key.provider,
                        key.system)
                .orElse(null);
    }
}
