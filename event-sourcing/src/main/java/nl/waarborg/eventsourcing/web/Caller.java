package nl.waarborg.eventsourcing.web;

import io.opentelemetry.api.trace.Span;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.IdempotencyKey;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.settings.Settings;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who does this request, by the token's claims, and what it says about the command: {@code If-Match}, {@code Idempotency-Key}, trace. */
@RequestScoped
public class Caller {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final SecurityIdentity identity;
    private final Tenants tenants;
    private final RequestDigest digest;
    private final InstantSource clock;
    private final Settings.Events settings;
    private final HttpHeaders headers;
    private final ResourceInfo resource;
    private final FirstAnswers answers;

    public Caller(
            SecurityIdentity identity,
            Tenants tenants,
            RequestDigest digest,
            InstantSource clock,
            Settings.Events settings,
            HttpHeaders headers,
            ResourceInfo resource,
            FirstAnswers answers) {
        this.identity = identity;
        this.tenants = tenants;
        this.digest = digest;
        this.clock = clock;
        this.settings = settings;
        this.headers = headers;
        this.resource = resource;
        this.answers = answers;
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The vendor's people. */
    public boolean vendor() {
        return roles().stream().anyMatch(Roles.VENDOR::contains);
    }

    /** The customer's people. */
    public boolean customer() {
        return !vendor() && roles().stream().anyMatch(Roles.CUSTOMER::contains);
    }

    /** The vendor whose tenants the caller belongs to, serves or posts for. */
    public String provider() {
        return text("provider").orElseThrow(() -> ProblemException.forbidden("the token names no provider"));
    }

    /** The customer's own tenant; empty for the vendor's people and for systems. */
    public Optional<UUID> customerTenant() {
        return customer() ? Optional.of(tenant()) : Optional.empty();
    }

    /** The tenant that the token names. */
    public UUID tenant() {
        return ownTenant().orElseThrow(() -> ProblemException.forbidden("the token names no tenant"));
    }

    /** The tenant that the token names, if it names one. */
    public Optional<UUID> ownTenant() {
        return uuid("tenant");
    }

    /** The person's id in the domain; empty for systems. */
    public Optional<UUID> person() {
        return uuid("person");
    }

    /**
     * For what only a person can do.
     *
     * @throws ProblemException 403 for systems
     */
    public UUID namedPerson() {
        return person().orElseThrow(() -> ProblemException.forbidden("the token names no person"));
    }

    /** CloudEvents sources as which a system may post. */
    public List<String> sources() {
        return texts("sources");
    }

    /** Types that a system may post; a trailing {@code *} stands for anything. */
    public List<String> eventTypes() {
        return texts("event_types");
    }

    /** Whether a system may post history. */
    public boolean mayPostHistory() {
        return Boolean.parseBoolean(String.valueOf(claim("historic")));
    }

    /** Whether the caller sees one tenant only: a customer's people, and systems whose token names one. */
    public boolean ofOneTenant() {
        return customer() || ownTenant().isPresent();
    }

    /** Whether the caller sees what belongs to the tenant; the platform's own belongs to every vendor. */
    public boolean sees(UUID tenant) {
        if (ofOneTenant()) {
            return tenant.equals(tenant());
        }
        if (tenant.equals(StreamId.PLATFORM)) {
            return vendor();
        }
        return tenants.provider(tenant).map(provider()::equals).orElse(false);
    }

    /**
     * The tenant, if the caller sees it.
     *
     * @throws ProblemException 404, as for what does not exist
     */
    public UUID seen(UUID tenant) {
        if (!sees(tenant)) {
            throw ProblemException.notFound();
        }
        return tenant;
    }

    /** The caller as an actor, with the role by which the operation allowed it. */
    public Actor actor() {
        var side = vendor() ? Actor.Side.VENDOR : customer() ? Actor.Side.CUSTOMER : Actor.Side.SYSTEM;
        return new Actor(person().orElse(null), role(), side);
    }

    /** Surroundings of a command at the time of the request; a repeated request ends here with its first answer. */
    public CommandContext context(UUID tenant) {
        return context(tenant, clock.instant());
    }

    /**
     * Surroundings of a command about something that happened at a given time; a repeated request ends here with its first answer.
     *
     * @throws ProblemException 422 if the time lies further ahead than is tolerated
     */
    public CommandContext context(UUID tenant, Instant occurredAt) {
        if (occurredAt.isAfter(clock.instant().plus(settings.futureTolerance()))) {
            throw new ProblemException(
                    ProblemKind.TIME_IN_FUTURE, "at most " + settings.futureTolerance() + " ahead is tolerated");
        }
        var context = new CommandContext(
                tenant,
                actor(),
                occurredAt,
                false,
                expectedVersion().orElse(null),
                header("X-Correlation-Id").flatMap(Caller::parse).orElse(null),
                null,
                TraceContext.current(Span.current()),
                null,
                idempotencyKey());
        answers.begin(context);
        return context;
    }

    /** The version in {@code If-Match}; empty if there is none, or {@code *}. */
    public Optional<Integer> expectedVersion() {
        return header(HttpHeaders.IF_MATCH).filter(tag -> !tag.equals("*")).map(Caller::version);
    }

    private static Integer version(String tag) {
        var bare = tag.startsWith("W/") ? tag.substring(2) : tag;
        if (bare.length() > 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        // What is read beside the stream follows its version.
        var beside = bare.indexOf('.');
        try {
            return Integer.valueOf(beside < 0 ? bare : bare.substring(0, beside));
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemKind.PRECONDITION_FAILED, "If-Match is no version of this resource");
        }
    }

    private @Nullable IdempotencyKey idempotencyKey() {
        var key = header(IDEMPOTENCY_KEY).orElse(null);
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > 200) {
            throw new ProblemException(ProblemKind.INVALID_REQUEST, "an Idempotency-Key has 1 to 200 characters");
        }
        // An actor without a person is known by its role only, which it shares with others.
        var whose = person().isPresent() ? "" : text("sub").orElse("") + '/';
        return new IdempotencyKey(whose + key, digest.hex());
    }

    private String role() {
        var method = resource.getResourceMethod();
        var allowed = method == null ? null : method.getAnnotation(RolesAllowed.class);
        if (allowed == null && method != null) {
            allowed = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        }
        if (allowed != null) {
            for (var role : allowed.value()) {
                if (hasRole(role)) {
                    return role;
                }
            }
        }
        return roles().stream().sorted().findFirst().orElse("none");
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.getHeaderString(name));
    }

    private Optional<String> text(String claim) {
        var value = claim(claim);
        return value == null ? Optional.empty() : Optional.of(plain(value));
    }

    private Optional<UUID> uuid(String claim) {
        return text(claim).flatMap(Caller::parse);
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<String> texts(String claim) {
        return switch (claim(claim)) {
            case Collection<?> values -> values.stream().map(Caller::plain).toList();
            case null -> List.of();
            case Object one -> List.of(plain(one));
        };
    }

    static String plain(Object value) {
        return value instanceof JsonString json ? json.getString() : String.valueOf(value);
    }

    private @Nullable Object claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
    }
}
