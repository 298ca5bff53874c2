package nl.waarborg.availability.release.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who moves a migration, and by what right once its date is final (OP-32). */
public sealed interface Mover {

    /** The customer's own word is its consent. */
    record Customer(@Nullable UUID person) implements Mover {}

    /** @param consentOf the customer's person who agreed; null: nobody did */
    record Vendor(@Nullable UUID consentOf) implements Mover {}

    /** What cannot wait, with its reason; notice and final dates yield to it. */
    record Emergency(String reason) implements Mover {}
}
