package nl.waarborg.eventsourcing.inbound;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.ProblemKind;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.eventsourcing.web.Tenants;

/** What a system may post. */
interface Poster {

    Actor actor();

    /** @throws ProblemException if the event lies outside the grant */
    void mayPost(PostedEvent event);

    /** @throws ProblemException if the tenant is not one that the poster may know of */
    void mayPostFor(UUID tenant);

    /** @throws ProblemException if the platform is another vendor's */
    void mayPostForPlatformOf(String provider);

    /** By the claims of a token. */
    static Poster of(Caller caller, Tenants tenants) {
        // Read here: the work goes on in threads that have no request.
        return new Granted(
                caller.actor(),
                caller.provider(),
                caller.ownTenant(),
                caller.sources(),
                caller.eventTypes(),
                caller.mayPostHistory(),
                tenants);
    }

    /** By being let into the topic {@code <service>.inbound}: its access list is the grant. */
    static Poster ofTopic(Tenants tenants) {
        return new Poster() {
            @Override
            public Actor actor() {
                return new Actor(null, Roles.EVENT_PRODUCER, Actor.Side.SYSTEM);
            }

            @Override
            public void mayPost(PostedEvent event) {}

            @Override
            public void mayPostFor(UUID tenant) {
                if (tenants.provider(tenant).isEmpty()) {
                    throw unknownTenant();
                }
            }

            @Override
            public void mayPostForPlatformOf(String provider) {}
        };
    }

    static ProblemException unknownTenant() {
        return new ProblemException(ProblemKind.UNKNOWN_TENANT, "tenantid names no tenant that this source posts for");
    }

    record Granted(
            Actor actor,
            String provider,
            Optional<UUID> ownTenant,
            List<String> sources,
            List<String> types,
            boolean history,
            Tenants tenants)
            implements Poster {

        @Override
        public void mayPost(PostedEvent event) {
            if (!sources.contains(event.source())) {
                throw notGranted("the token does not let it post as this source");
            }
            if (types.stream().noneMatch(granted -> matches(granted, event.type()))) {
                throw notGranted("the token does not let it post this type");
            }
            if (event.historic() && !history) {
                throw notGranted("the token does not let it post history");
            }
        }

        @Override
        public void mayPostFor(UUID tenant) {
            var own = ownTenant.map(tenant::equals).orElse(true);
            if (!own || !tenants.provider(tenant).map(provider::equals).orElse(false)) {
                throw unknownTenant();
            }
        }

        @Override
        public void mayPostForPlatformOf(String named) {
            if (ownTenant.isPresent() || !provider.equals(named)) {
                throw unknownTenant();
            }
        }

        private static boolean matches(String granted, String type) {
            return granted.endsWith("*")
                    ? type.startsWith(granted.substring(0, granted.length() - 1))
                    : granted.equals(type);
        }

        private static ProblemException notGranted(String detail) {
            return new ProblemException(ProblemKind.NOT_GRANTED, detail);
        }
    }
}
