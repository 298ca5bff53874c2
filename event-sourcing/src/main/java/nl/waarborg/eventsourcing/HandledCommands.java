package nl.waarborg.eventsourcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code handled_command}: commands that came with an origin or idempotency key, so that each is handled once. */
final class HandledCommands {

    private static final String INSERT =
            """
            insert into handled_command (scope, id, content_hash, category, stream_id, version, rejection, kept_until)
            select scope, id, content_hash, category, stream_id, version, rejection, now() + make_interval(days => days)
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::json[], ?::int[])
                as t (scope, id, content_hash, category, stream_id, version, rejection, days)
            on conflict do nothing returning scope, id""";

    private static final String FIND =
            """
            select h.scope, h.id, h.content_hash, h.category, h.stream_id, h.version, h.rejection
            from unnest(?::text[], ?::text[]) as t (scope, id) join handled_command h using (scope, id)""";

    private static final String ANSWER = "select content_hash, answer from handled_command where scope = ? and id = ?";

    // A request that led to no command has no row yet.
    private static final String KEEP_ANSWER =
            """
            insert into handled_command (scope, id, content_hash, category, stream_id, version, answer, kept_until)
            values (?, ?, ?, '', ?, 0, ?, now() + make_interval(days => ?))
            on conflict (scope, id) do update set answer = coalesce(handled_command.answer, excluded.answer)
            returning answer""";

    private static final String FORGET =
            """
            delete from handled_command h using unnest(?::text[], ?::text[]) as t (scope, id)
            where h.scope = t.scope and h.id = t.id""";

    private static final String EXPIRE = "delete from handled_command where kept_until < now()";

    private static final int DAYS_OF_AN_IDEMPOTENCY_KEY = 7;

    private HandledCommands() {}

    record Key(String scope, String id) {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::id);
    }

    private record Claim(Key key, @Nullable String contentHash, @Nullable Integer days) {}

    private record Row(Key key, @Nullable String contentHash, Outcome.Duplicate result) {}

    static Set<Key> keys(CommandContext context) {
        var keys = new HashSet<Key>();
        claims(context).forEach(claim -> keys.add(claim.key));
        return keys;
    }

    /** What became of the command when it came before; empty if it is new. */
    static Optional<Outcome.HandledBefore> find(Connection connection, CommandContext context) throws SQLException {
        return answer(context, rows(connection, claims(context)));
    }

    /** Inserts the commands' names, and answers for those that were there before what became of them. */
    static Map<Append<?>, Outcome.HandledBefore> claim(Connection connection, List<Append<?>> appends)
            throws SQLException {
        record Claimed(Append<?> append, Claim claim) {}
        var claimed = appends.stream()
                .flatMap(append -> claims(append.context()).stream().map(claim -> new Claimed(append, claim)))
                // One order for all replicas: they wait for each other and never in a circle.
                .sorted(Comparator.comparing(each -> each.claim.key, Key.ORDER))
                .toList();
        var fresh = new HashSet<>(Columns.of(claimed)
                .text(each -> each.claim.key.scope)
                .text(each -> each.claim.key.id)
                .text(each -> each.claim.contentHash)
                .text(each -> each.append.stream().category())
                .uuid(each -> each.append.stream().id())
                .integer(each -> each.append.newVersion())
                .text(each -> json(each.append.rejection()))
                .integer(each -> each.claim.days)
                .query(connection, INSERT, row -> new Key(row.getString(1), row.getString(2))));
        var known =
                claimed.stream().filter(each -> !fresh.contains(each.claim.key)).toList();
        if (known.isEmpty()) {
            return Map.of();
        }
        var rows = rows(connection, known.stream().map(Claimed::claim).toList());
        var answers = new HashMap<Append<?>, Outcome.HandledBefore>();
        for (var each : known) {
            answer(each.append.context(), rows).ifPresent(outcome -> answers.put(each.append, outcome));
        }
        forget(
                connection,
                claimed.stream()
                        .filter(each -> answers.containsKey(each.append) && fresh.contains(each.claim.key))
                        .map(each -> each.claim.key)
                        .toList());
        return answers;
    }

    /** Takes back the names of commands that were not appended after all. */
    static void release(Connection connection, List<Append<?>> appends) throws SQLException {
        forget(
                connection,
                appends.stream()
                        .flatMap(append -> keys(append.context()).stream())
                        .toList());
    }

    /**
     * The answer that was kept under the context's key, as ciphertext.
     *
     * @throws OriginClash if the key came before with another request
     */
    static Optional<String> answer(Connection connection, CommandContext context) throws SQLException {
        var claim = keyClaim(context);
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        var key = claim.get().key;
        try (var select = connection.prepareStatement(ANSWER)) {
            select.setString(1, key.scope);
            select.setString(2, key.id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!Objects.equals(claim.get().contentHash, row.getString(1))) {
                    throw new OriginClash(key.id + " of " + key.scope + " came before with other content");
                }
                return Optional.ofNullable(row.getString(2));
            }
        }
    }

    /** Keeps the first answer under the context's key; the one that is kept. */
    static Optional<String> keepAnswer(Connection connection, CommandContext context, @Nullable String ciphertext)
            throws SQLException {
        var claim = keyClaim(context);
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        try (var upsert = connection.prepareStatement(KEEP_ANSWER)) {
            upsert.setString(1, claim.get().key.scope);
            upsert.setString(2, claim.get().key.id);
            upsert.setString(3, claim.get().contentHash);
            upsert.setObject(4, StreamId.PLATFORM);
            upsert.setString(5, ciphertext);
            upsert.setInt(6, DAYS_OF_AN_IDEMPOTENCY_KEY);
            try (var row = upsert.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** Deletes idempotency keys that have had their days. */
    static int expire(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(EXPIRE);
        }
    }

    private static List<Claim> claims(CommandContext context) {
        var claims = new ArrayList<Claim>(2);
        var origin = context.origin();
        if (origin != null) {
            claims.add(new Claim(new Key("source/" + origin.source(), origin.id()), origin.contentHash(), null));
        }
        keyClaim(context).ifPresent(claims::add);
        return claims;
    }

    private static Optional<Claim> keyClaim(CommandContext context) {
        var key = context.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        var actor = Optional.ofNullable(context.actor().id())
                .map(UUID::toString)
                .orElse(context.actor().role());
        var scope = "key/" + context.tenant() + "/" + actor;
        return Optional.of(new Claim(new Key(scope, key.key()), key.bodyHash(), DAYS_OF_AN_IDEMPOTENCY_KEY));
    }

    private static Optional<Outcome.HandledBefore> answer(CommandContext context, List<Row> rows) {
        return claims(context).stream()
                .flatMap(claim ->
                        rows.stream().filter(row -> row.key.equals(claim.key)).map(row -> answer(claim, row)))
                .findFirst();
    }

    private static Outcome.HandledBefore answer(Claim claim, Row row) {
        var sameContent =
                claim.contentHash == null || row.contentHash == null || claim.contentHash.equals(row.contentHash);
        return sameContent
                ? row.result
                : new Outcome.Clash(claim.key.id + " of " + claim.key.scope + " came before with other content");
    }

    private static List<Row> rows(Connection connection, List<Claim> claims) throws SQLException {
        return Columns.of(claims)
                .text(claim -> claim.key.scope)
                .text(claim -> claim.key.id)
                .query(connection, FIND, HandledCommands::row);
    }

    private static void forget(Connection connection, List<Key> keys) throws SQLException {
        Columns.of(keys).text(Key::scope).text(Key::id).execute(connection, FORGET);
    }

    private static Row row(ResultSet row) throws SQLException {
        var stream = new StreamId(row.getString(4), row.getObject(5, UUID.class));
        return new Row(
                new Key(row.getString(1), row.getString(2)),
                row.getString(3),
                new Outcome.Duplicate(stream, row.getInt(6), rejection(row.getString(7))));
    }

    private static @Nullable String json(@Nullable Rejection rejection) {
        try {
            return rejection == null ? null : Json.MAPPER.writeValueAsString(rejection);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Rejection rejection(@Nullable String json) {
        try {
            return json == null ? null : Json.MAPPER.readValue(json, Rejection.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
