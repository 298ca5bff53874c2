package nl.waarborg.eventsourcing.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tenants there are, and whose; from the table that each service's tenant projection fills. */
@Singleton
public class Tenants {

    private static final String PROVIDER = "select provider from tenant where tenant_id = ?";

    private final javax.sql.DataSource writer;

    // A tenant never changes its provider; one that is not known yet may be known in a moment.
    private final Cache<UUID, String> known = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public Tenants(@DataSource("writer") javax.sql.DataSource writer) {
        this.writer = writer;
    }

    /** The vendor that serves the tenant; empty if this service knows no such tenant. */
    public Optional<String> provider(UUID tenant) {
        return Optional.ofNullable(known.get(tenant, this::read));
    }

    private @Nullable String read(UUID tenant) {
        try (var connection = writer.getConnection();
                var statement = connection.prepareStatement(PROVIDER)) {
            statement.setObject(1, tenant);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the tenants", e);
        }
    }
}
