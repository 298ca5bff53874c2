package nl.waarborg.incident.person.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.waarborg.eventsourcing.Actor;
import org.jspecify.annotations.Nullable;

/** A person as the rules need it: how to reach it, and which portal roles it held when. */
public sealed interface Person {

    /** Roles held at a time, UTC; the union counts (OP-15). */
    default Set<PortalRole> rolesAt(Instant at) {
        return switch (this) {
            case Unknown _ -> Set.of();
            case Registered p -> {
                var held = EnumSet.noneOf(PortalRole.class);
                p.roles().stream().filter(period -> period.covers(at)).forEach(period -> held.add(period.role()));
                yield held;
            }
        };
    }

    record Unknown() implements Person {}

    /**
     * @param leftAt when it left the organisation; null while it is there
     */
    record Registered(
            Actor.Side side,
            String provider,
            @Nullable String name,
            @Nullable String mail,
            @Nullable String phone,
            Language language,
            List<RolePeriod> roles,
            @Nullable Instant leftAt)
            implements Person {

        public Registered {
            roles = List.copyOf(roles);
        }

        /** Can a mail about this person's incident still go to it at that time (OP-21)? */
        public boolean reachable(Instant at) {
            return mail != null && (leftAt == null || at.isBefore(leftAt));
        }

        Registered reachedAt(
                @Nullable String newName, @Nullable String newMail, @Nullable String newPhone, Language newLanguage) {
            return new Registered(side, provider, newName, newMail, newPhone, newLanguage, roles, leftAt);
        }

        Registered with(PortalRole role, Instant from) {
            var all = new ArrayList<>(roles);
            all.add(new RolePeriod(role, from, null));
            return new Registered(side, provider, name, mail, phone, language, all, leftAt);
        }

        Registered without(PortalRole role, Instant until) {
            var all = roles.stream()
                    .map(period -> period.role() == role && period.until() == null ? period.endedAt(until) : period)
                    .toList();
            return new Registered(side, provider, name, mail, phone, language, all, leftAt);
        }

        Registered left(Instant at) {
            var all = roles.stream()
                    .map(period -> period.until() == null ? period.endedAt(at) : period)
                    .toList();
            return new Registered(side, provider, name, mail, phone, language, all, at);
        }
    }

    /** Half open: held from {@code from}, no longer at {@code until}. */
    record RolePeriod(PortalRole role, Instant from, @Nullable Instant until) {

        boolean covers(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }

        RolePeriod endedAt(Instant end) {
            return new RolePeriod(role, from, end);
        }
    }
}
