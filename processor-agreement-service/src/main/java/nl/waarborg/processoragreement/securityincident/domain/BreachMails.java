package nl.waarborg.processoragreement.securityincident.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSent;
import org.jspecify.annotations.Nullable;

/**
 * What became of each mail.
 *
 * @param refused for good: not tried again
 * @param failing not for good
 * @param unreached events of which no recipient could be told
 */
public record BreachMails(Set<Mailed> sent, Set<Mailed> refused, Map<Mailed, Failing> failing, Set<UUID> unreached) {

    public static final BreachMails NONE = new BreachMails(Set.of(), Set.of(), Map.of(), Set.of());

    /** @param recipient a contact; null: the vendor */
    public record Mailed(UUID aboutEvent, NoticeMail mail, @Nullable UUID recipient) {

        public static Mailed toController(UUID event, UUID contact) {
            return new Mailed(event, NoticeMail.CONTROLLER, contact);
        }

        public static Mailed toVendor(UUID event) {
            return new Mailed(event, NoticeMail.VENDOR, null);
        }
    }

    /** @param since when it first failed for this reason: a server that is back has its own reasons */
    public record Failing(String reason, Instant since) {}

    boolean failing(Mailed mail, String reason) {
        var known = failing.get(mail);
        return known != null && known.reason().equals(reason);
    }

    boolean settled(Mailed mail) {
        return sent.contains(mail) || refused.contains(mail);
    }

    BreachMails with(BreachNoticeSent e) {
        var all = new HashSet<>(sent);
        if (e.mail() != NoticeMail.VENDOR) {
            e.recipients().forEach(contact -> all.add(Mailed.toController(e.aboutEvent(), contact)));
        }
        if (e.mail() != NoticeMail.CONTROLLER) {
            all.add(Mailed.toVendor(e.aboutEvent()));
        }
        return new BreachMails(Set.copyOf(all), refused, failing, unreached);
    }

    BreachMails with(BreachNoticeFailed e) {
        if (e.mail() == null) {
            return this; // of all mails about the event, which were tried again
        }
        var mail = new Mailed(e.aboutEvent(), e.mail(), e.recipient());
        if (e.forGood()) {
            var all = new HashSet<>(refused);
            all.add(mail);
            return new BreachMails(sent, Set.copyOf(all), failing, unreached);
        }
        var since = new HashMap<>(failing);
        since.put(mail, new Failing(e.reason(), e.at()));
        return new BreachMails(sent, refused, Map.copyOf(since), unreached);
    }

    BreachMails unreached(UUID event) {
        var all = new HashSet<>(unreached);
        all.add(event);
        return new BreachMails(sent, refused, failing, Set.copyOf(all));
    }
}
