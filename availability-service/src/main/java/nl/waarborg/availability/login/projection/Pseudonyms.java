package nl.waarborg.availability.login.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.waarborg.availability.login.domain.LoginSubject;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import org.jspecify.annotations.Nullable;

/**
 * What stands here for an account or address: a keyed hash of what the poster calls it, by a key of the tenant that is itself protected
 * as personal data. With the tenant's key destroyed nothing tells any more whose counts these were, not even to the poster.
 */
@ApplicationScoped
public class Pseudonyms {

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final String NEW_KEY =
            "insert into login_pseudonym_key (tenant_id, key) values (?, ?) on conflict do nothing";
    private static final String KEY = "select key from login_pseudonym_key where tenant_id = ?";

    private final javax.sql.DataSource writer;
    private final PersonalData personal;
    private final SecureRandom random = new SecureRandom();
    private final Cache<UUID, byte[]> keys = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public Pseudonyms(@DataSource("writer") javax.sql.DataSource writer, PersonalData personal) {
        this.writer = writer;
        this.personal = personal;
    }

    /** Empty if the tenant's data were made unreadable: then nothing new may be kept of it. */
    public Optional<String> of(UUID tenant, LoginSubject subject, String given) {
        return Optional.ofNullable(keys.get(tenant, this::key)).map(key -> hash(key, subject + "/" + given));
    }

    private static String hash(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no pseudonym can be made", e);
        }
    }

    private byte @Nullable [] key(UUID tenant) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(true);
            var known = Rows.list(connection, KEY, row -> row.text("key"), tenant);
            if (known.isEmpty()) {
                var fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                var statements = new Statements();
                statements.add(
                        NEW_KEY, tenant, personal.protect(tenant, HexFormat.of().formatHex(fresh)));
                statements.run(connection);
                // Another replica may have been first.
                known = Rows.list(connection, KEY, row -> row.text("key"), tenant);
            }
            var revealed = personal.reveal(tenant, known.getFirst());
            return revealed == null ? null : HexFormat.of().parseHex(revealed);
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }
}
