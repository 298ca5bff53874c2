package nl.waarborg.incident.mail.domain;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The mails about one incident so far.
 *
 * @param told events that were told
 * @param failed events whose mail was refused at least once
 * @param recipients everyone who ever got one
 */
public record IncidentMails(Set<UUID> told, Set<UUID> failed, Set<UUID> recipients) {

    static final IncidentMails NONE = new IncidentMails(Set.of(), Set.of(), Set.of());

    public IncidentMails {
        told = Set.copyOf(told);
        failed = Set.copyOf(failed);
        recipients = Set.copyOf(recipients);
    }

    IncidentMails told(UUID event, List<UUID> persons) {
        var everyone = new LinkedHashSet<>(recipients);
        everyone.addAll(persons);
        return new IncidentMails(plus(told, event), failed, everyone);
    }

    IncidentMails failed(UUID event) {
        return new IncidentMails(told, plus(failed, event), recipients);
    }

    private static Set<UUID> plus(Set<UUID> events, UUID event) {
        var all = new HashSet<>(events);
        all.add(event);
        return all;
    }
}
