package nl.waarborg.incident.mail.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who gets the mail about an incident. */
public final class Recipients {

    /** The failure of a mail for which there is nobody; it goes as soon as there is somebody. */
    public static final String NOBODY = "nobody to tell: no submitter and no Administrator with an address";

    private Recipients() {}

    /**
     * The submitter, or all Administrators if it left or lost its role (OP-21), and whoever got an earlier mail about the incident:
     * who got the first also gets the last.
     *
     * @param submitter null if the incident names nobody that is known
     * @param submitterReachable it is still there, holds a portal role and has an address
     * @param administrators those of the tenant at this time
     * @param earlier persons who got an earlier mail and can still be reached
     */
    public static Set<UUID> of(
            @Nullable UUID submitter,
            boolean submitterReachable,
            Collection<UUID> administrators,
            Collection<UUID> earlier) {
        var recipients = new LinkedHashSet<UUID>();
        if (submitter != null && submitterReachable) {
            recipients.add(submitter);
        } else {
            recipients.addAll(administrators);
        }
        recipients.addAll(earlier);
        return recipients;
    }
}
