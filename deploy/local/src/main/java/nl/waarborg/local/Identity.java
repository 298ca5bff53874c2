package nl.waarborg.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token speaks for.
 *
 * @param provider the vendor, {@code afas} or {@code phocus}
 * @param tenant the customer; a customer's token must name one, an event producer's token is limited to it if it does
 * @param person who acts; by default one and the same for a role, provider and tenant. A system's token names none
 * @param sources the CloudEvents sources that an event producer may post, exactly
 * @param eventTypes the CloudEvents types that it may post; {@code *} at the end stands for anything
 * @param historic whether it may post history
 * @param secondFactor whether the person logged in with a second factor
 */
public record Identity(
        List<Role> roles,
        String provider,
        @Nullable UUID tenant,
        UUID person,
        List<String> sources,
        List<String> eventTypes,
        boolean historic,
        boolean secondFactor) {

    /** The vendors of the two presets. */
    public static final List<String> PROVIDERS = List.of("afas", "phocus");

    public Identity {
        roles = List.copyOf(roles);
        sources = List.copyOf(sources);
        eventTypes = List.copyOf(eventTypes);
        if (!PROVIDERS.contains(provider)) {
            throw new LocalPartException("There is no provider " + provider + ". Providers: " + PROVIDERS);
        }
        if (tenant == null && roles.stream().anyMatch(role -> role.side() == Role.Side.CUSTOMER)) {
            throw new LocalPartException("A customer's role needs a tenant");
        }
    }

    /** One role, and the person who always has it. */
    public static Identity of(Role role, String provider, @Nullable UUID tenant) {
        var person = UUID.nameUUIDFromBytes((role.id() + "/" + provider + "/" + tenant).getBytes(UTF_8));
        return new Identity(List.of(role), provider, tenant, person, List.of(), List.of(), false, true);
    }

    /** An event producer; {@code historic} says whether it may post history. */
    public static Identity eventProducer(
            String provider, @Nullable UUID tenant, List<String> sources, List<String> eventTypes, boolean historic) {
        var producer = of(Role.EVENT_PRODUCER, provider, tenant);
        return new Identity(producer.roles(), provider, tenant, producer.person(), sources, eventTypes, historic, true);
    }

    public Identity as(UUID otherPerson) {
        return new Identity(roles, provider, tenant, otherPerson, sources, eventTypes, historic, secondFactor);
    }

    /** The same, who may bring in history. */
    public Identity withHistory() {
        return new Identity(roles, provider, tenant, person, sources, eventTypes, true, secondFactor);
    }

    /** The same person, after a login that no service accepts. */
    public Identity withPasswordOnly() {
        return new Identity(roles, provider, tenant, person, sources, eventTypes, historic, false);
    }

    /** The claims of a token, as services read them. */
    public Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("groups", roles.stream().map(Role::id).toList());
        claims.put("provider", provider);
        if (tenant != null) {
            claims.put("tenant", tenant.toString());
        }
        if (!roles.equals(List.of(Role.EVENT_PRODUCER))) {
            claims.put("person", person.toString());
            // RFC 8176: how the person was authenticated.
            claims.put("amr", secondFactor ? List.of("pwd", "otp", "mfa") : List.of("pwd"));
        }
        if (roles.contains(Role.EVENT_PRODUCER)) {
            claims.put("sources", sources);
            claims.put("event_types", eventTypes);
        }
        if (historic || roles.contains(Role.EVENT_PRODUCER)) {
            claims.put("historic", historic);
        }
        return claims;
    }

    /** Readable and the same for the same identity. */
    String subject() {
        var parts = new ArrayList<String>(
                List.of(String.join("+", roles.stream().map(Role::id).toList()), provider));
        if (tenant != null) {
            parts.add(tenant.toString());
        }
        return String.join("@", parts);
    }
}
