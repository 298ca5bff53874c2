package nl.waarborg.local.demo;

import java.net.URI;
import nl.waarborg.local.Role;

/**
 * A question to the suite as somebody types it, with a token that is made on the spot.
 *
 * @param options of curl, besides the token
 */
record Query(String question, URI address, Role role, String provider, String options) {

    Query(String question, URI address, Role role, String provider) {
        this(question, address, role, provider, "");
    }

    /** The question as a comment, then one line for a shell. */
    String shown() {
        return "%n# %s%ncurl -sH \"Authorization: Bearer $(./waarborg token %s --provider %s)\" %s'%s'%n"
                .formatted(question, role.id(), provider, options.isEmpty() ? "" : options + " ", address);
    }
}
