package nl.waarborg.eventsourcing.web;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.settings.Settings;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of what was refused: who asked for what, as ids, and why not. Rate-limited, so that a flood of refusals cannot fill the
 * disk; those beyond the limit are counted.
 */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private static final Set<Integer> AUDITED = Set.of(400, 401, 403, 404, 413, 415, 422, 429);

    private static final String INSERT =
            """
            insert into refusal (status, problem, method, path, client, tenant_id, roles)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final javax.sql.DataSource writer;
    private final CurrentIdentityAssociation identities;
    private final MeterRegistry metrics;
    private final Bucket limit;

    public Refusals(
            @DataSource("writer") javax.sql.DataSource writer,
            CurrentIdentityAssociation identities,
            MeterRegistry metrics,
            Settings.Web settings) {
        this.writer = writer;
        this.identities = identities;
        this.metrics = metrics;
        this.limit = Bucket.builder()
                .addLimit(l -> l.capacity(settings.refusalsPerSecond())
                        .refillGreedy(settings.refusalsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }

    void note(Problem problem, ContainerRequestContext request) {
        if (!AUDITED.contains(problem.status())) {
            return;
        }
        metrics.counter("waarborg.refusals", "status", Integer.toString(problem.status()))
                .increment();
        if (limit.tryConsume(1)) {
            var who = who();
            var method = request.getMethod();
            var path = path(request.getUriInfo());
            Thread.ofVirtual().name("refusal").start(() -> write(problem, method, path, who));
        }
    }

    /** Ids only: what else a client may have written into the address could be personal. */
    private static String path(UriInfo address) {
        if (address.getMatchedURIs().isEmpty()) {
            return "";
        }
        var variables = new HashMap<String, String>();
        address.getPathParameters().forEach((name, values) -> values.stream()
                .filter(value -> uuid(value).isEmpty())
                .forEach(value -> variables.put(value, "{" + name + "}")));
        return address.getPathSegments().stream()
                .map(PathSegment::getPath)
                .map(segment -> variables.getOrDefault(segment, segment))
                .collect(Collectors.joining("/", "/", ""));
    }

    /** Ids only, no names. */
    private record Who(@Nullable String client, @Nullable UUID tenant, String roles) {}

    private Who who() {
        var identity = identities
                .getDeferredIdentity()
                .subscribeAsCompletionStage()
                .exceptionally(refused -> null)
                .toCompletableFuture()
                .getNow(null);
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return new Who(null, null, "");
        }
        var person = token.<Object>getClaim("person");
        return new Who(
                person == null ? token.getSubject() : person.toString(),
                Optional.ofNullable(token.<Object>getClaim("tenant"))
                        .flatMap(tenant -> uuid(tenant.toString()))
                        .orElse(null),
                String.join(",", identity.getRoles()));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void write(Problem problem, String method, String path, Who who) {
        try (var connection = writer.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(true);
            insert.setInt(1, problem.status());
            insert.setString(2, problem.type().toString());
            insert.setString(3, method);
            insert.setString(4, path);
            insert.setString(5, who.client);
            insert.setObject(6, who.tenant);
            insert.setString(7, who.roles);
            insert.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("A refusal (%d) could not be written down: %s", problem.status(), e.getMessage());
        }
    }
}
