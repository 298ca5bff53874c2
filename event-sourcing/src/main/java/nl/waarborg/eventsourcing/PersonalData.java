package nl.waarborg.eventsourcing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Personal data as ciphertext: what projections store, and read again with the tenant's key. */
public final class PersonalData {

    private static final String PROJECTION = "projection";

    private final TenantKeys keys;

    public PersonalData(TenantKeys keys) {
        this.keys = keys;
    }

    /** Ciphertext (Base64) that only this tenant's key opens; null stays null. */
    public @Nullable String protect(UUID tenant, @Nullable String text) {
        return text == null
                ? null
                : seal(keys.toProtect(tenant), text.getBytes(StandardCharsets.UTF_8), context(tenant, PROJECTION));
    }

    /**
     * The text again, or null if the tenant's key was destroyed.
     *
     * @throws IllegalArgumentException if it is no ciphertext of this tenant
     */
    public @Nullable String reveal(UUID tenant, @Nullable String ciphertext) {
        if (ciphertext == null) {
            return null;
        }
        var key = keys.toReveal(tenant);
        return key.isEmpty()
                ? null
                : new String(open(key.get(), ciphertext, context(tenant, PROJECTION)), StandardCharsets.UTF_8);
    }

    static String seal(Aead key, byte[] plain, byte[] context) {
        try {
            return Base64.getEncoder().encodeToString(key.encrypt(plain, context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data could not be protected", e);
        }
    }

    static byte[] open(Aead key, String ciphertext, byte[] context) {
        try {
            return key.decrypt(Base64.getDecoder().decode(ciphertext), context);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not protected by this tenant's key, or for another place", e);
        }
    }

    /** What a ciphertext is bound to: it cannot be moved to another tenant or place. */
    static byte[] context(UUID tenant, String place) {
        return (tenant + "/" + place).getBytes(StandardCharsets.UTF_8);
    }
}
