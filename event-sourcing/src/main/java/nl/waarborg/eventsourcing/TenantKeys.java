package nl.waarborg.eventsourcing;

import com.google.crypto.tink.Aead;
import java.util.Optional;
import java.util.UUID;

/** The keys that protect personal data: one per service and tenant, kept apart from the databases and their backups. */
public interface TenantKeys {

    /**
     * The tenant's key for new data, made at its first use.
     *
     * @throws KeyDestroyed if the tenant's data were made unreadable
     */
    Aead toProtect(UUID tenant);

    /** The tenant's key for what was protected before; empty if it was destroyed. */
    Optional<Aead> toReveal(UUID tenant);

    /** Makes everything that the tenant's key protects unreadable, in every backup too. Cannot be undone; repeating it changes nothing. */
    void destroy(UUID tenant);

    /** New personal data came for a tenant whose key was destroyed. */
    final class KeyDestroyed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public KeyDestroyed(UUID tenant) {
            super("the key of tenant " + tenant + " was destroyed");
        }
    }
}
