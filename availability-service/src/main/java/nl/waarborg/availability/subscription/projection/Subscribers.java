package nl.waarborg.availability.subscription.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.waarborg.availability.status.domain.Language;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Knows subscribers by what they cannot guess of each other: an address is looked up by its keyed hash, and a link to end a subscription
 * proves itself by a keyed hash of the subscription. The key is kept as ciphertext.
 */
@ApplicationScoped
public class Subscribers {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_LENGTH = 32;
    private static final String KEY = "select secret from status_secret where name = 'subscribers'";
    private static final String ADD_KEY =
            """
            insert into status_secret (name, secret) values ('subscribers', ?) on conflict do nothing returning name""";
    private static final String ADDRESS =
            """
            select provider, address, coalesce(wanted_language, language) as language
            from status_subscription where subscription_id = ?""";

    private final Rows rows;
    private final PersonalData personal;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKeySpec key;

    public Subscribers(@DataSource("writer") javax.sql.DataSource writer, PersonalData personal) {
        this.rows = new Rows(writer);
        this.personal = personal;
    }

    public record Addressee(String provider, String address, Language language) {}

    /** Whom a confirmation goes to; empty if it is no longer wanted. */
    public Optional<Addressee> addressee(UUID subscription) {
        return rows
                .list(
                        ADDRESS,
                        row -> new Addressee(
                                row.text("provider"),
                                Objects.requireNonNullElse(personal.reveal(StreamId.PLATFORM, row.text("address")), ""),
                                Language.valueOf(row.text("language"))),
                        subscription)
                .stream()
                .filter(found -> !found.address().isEmpty())
                .findFirst();
    }

    /** @param address as it was typed; capitals make no other address */
    public String addressHash(String address) {
        return mac("address", address.strip().toLowerCase(Locale.ROOT));
    }

    /** What the link to end this subscription carries. */
    public String endToken(UUID subscription) {
        return mac("end", subscription.toString());
    }

    public boolean isEndToken(UUID subscription, String token) {
        return MessageDigest.isEqual(
                endToken(subscription).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
    }

    /** A new token for a link, unguessable. */
    public String freshToken() {
        var bytes = new byte[KEY_LENGTH];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of a token. */
    public static String tokenHash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String mac(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update((purpose + '/').getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key() {
        var known = key;
        if (known == null) {
            known = read().orElseGet(this::make);
            key = known;
        }
        return known;
    }

    /** Another replica may have been first: what is stored is the key. */
    private SecretKeySpec make() {
        rows.list(ADD_KEY, row -> row.text("name"), personal.protect(StreamId.PLATFORM, freshToken()));
        return read().orElseThrow(() -> new IllegalStateException("the subscribers' key cannot be read"));
    }

    private Optional<SecretKeySpec> read() {
        return rows.first(KEY, row -> row.text("secret"))
                .map(secret -> personal.reveal(StreamId.PLATFORM, secret))
                .map(secret -> new SecretKeySpec(Base64.getUrlDecoder().decode(secret), ALGORITHM));
    }
}
