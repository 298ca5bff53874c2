package nl.waarborg.eventsourcing.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import nl.waarborg.eventsourcing.settings.Settings;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Before a request: the client's rate. After it: the link to the next page. */
@Singleton
class RequestFilters {

    private final Settings.Web settings;
    private final Cache<String, Bucket> clients = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    RequestFilters(Settings.Web settings) {
        this.settings = settings;
    }

    @ServerRequestFilter
    Optional<Response> rate(SecurityIdentity identity, HttpServerRequest request) {
        var client = identity.isAnonymous()
                ? String.valueOf(request.remoteAddress().hostAddress())
                : identity.getPrincipal().getName();
        var probe =
                Objects.requireNonNull(clients.get(client, name -> bucket())).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill())
                .plusMillis(999)
                .toSeconds();
        return Optional.of(Response.status(ProblemKind.TOO_MANY_REQUESTS.status())
                .header(HttpHeaders.RETRY_AFTER, wait)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(ProblemKind.TOO_MANY_REQUESTS, "try again in " + wait + " s"))
                .build());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.rateLimit()).refillGreedy(settings.rateLimit(), settings.ratePeriod()))
                .build();
    }

    @ServerResponseFilter
    void link(ContainerRequestContext request, ContainerResponseContext response, UriInfo address) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            var next = address.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            response.getHeaders().add(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
    }
}
