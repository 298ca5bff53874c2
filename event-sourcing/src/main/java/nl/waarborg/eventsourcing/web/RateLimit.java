package nl.waarborg.eventsourcing.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Objects;
import nl.waarborg.eventsourcing.settings.Settings;

/** So many requests of one client in a while: by its token, or by its address if it has none. Per replica; {@link Unlimited} resources are exempt. */
@Provider
class RateLimit implements ContainerRequestFilter {

    // Made before the configuration is read.
    private final Instance<Settings.Web> settings;
    private final CurrentIdentityAssociation identities;
    private final HttpServerRequest request;
    private final ResourceInfo resource;
    private final Instance<Refusals> refusals;
    private final Cache<String, Bucket> clients = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    RateLimit(
            Instance<Settings.Web> settings,
            CurrentIdentityAssociation identities,
            HttpServerRequest request,
            ResourceInfo resource,
            Instance<Refusals> refusals) {
        this.settings = settings;
        this.identities = identities;
        this.request = request;
        this.resource = resource;
        this.refusals = refusals;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (resource.getResourceClass().isAnnotationPresent(Unlimited.class)) {
            return;
        }
        var bucket = Objects.requireNonNull(clients.get(client(), name -> bucket()));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill())
                    .plusMillis(999)
                    .toSeconds();
            var problem = Problem.of(ProblemKind.TOO_MANY_REQUESTS, "try again in " + wait + " s");
            refusals.get().note(problem, context);
            context.abortWith(Response.status(ProblemKind.TOO_MANY_REQUESTS.status())
                    .header(HttpHeaders.RETRY_AFTER, wait)
                    .type(Problem.MEDIA_TYPE)
                    .entity(problem)
                    .build());
        }
    }

    private String client() {
        // Resolved by now wherever an endpoint names roles; never waited for.
        var identity = identities
                .getDeferredIdentity()
                .subscribeAsCompletionStage()
                .exceptionally(refused -> null)
                .toCompletableFuture()
                .getNow(null);
        return identity == null || identity.isAnonymous()
                ? String.valueOf(request.remoteAddress().hostAddress())
                : identity.getPrincipal().getName();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.get().rateLimit())
                        .refillGreedy(settings.get().rateLimit(), settings.get().ratePeriod()))
                .build();
    }
}
