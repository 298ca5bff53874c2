package nl.waarborg.availability.subscription.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One address at one vendor.
 *
 * @param waitingSince when the request that is not confirmed yet was made; null if there is none
 * @param lastRequestedAt null before the first request
 * @param tokens hashes of the links that were sent for the waiting request, with the end of their time
 * @param confirmed mails are sent
 * @param confirmedBy the token of the latest confirmation
 */
public record Subscription(
        @Nullable Instant waitingSince,
        @Nullable Instant lastRequestedAt,
        Map<String, Instant> tokens,
        boolean confirmed,
        @Nullable String confirmedBy) {

    static final Subscription NONE = new Subscription(null, null, Map.of(), false, null);

    public Subscription {
        tokens = Map.copyOf(tokens);
    }

    Subscription requested(Instant at) {
        return new Subscription(at, at, Map.of(), confirmed, confirmedBy);
    }

    Subscription issued(String token, Instant expiresAt) {
        var all = new HashMap<>(tokens);
        all.put(token, expiresAt);
        return new Subscription(waitingSince, lastRequestedAt, all, confirmed, confirmedBy);
    }

    Subscription confirmedBy(String token) {
        return new Subscription(null, lastRequestedAt, Map.of(), true, token);
    }

    Subscription lapsed() {
        return new Subscription(null, lastRequestedAt, Map.of(), confirmed, confirmedBy);
    }

    Subscription ended() {
        return new Subscription(null, lastRequestedAt, Map.of(), false, null);
    }
}
