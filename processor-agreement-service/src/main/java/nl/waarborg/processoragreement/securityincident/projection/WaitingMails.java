package nl.waarborg.processoragreement.securityincident.projection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails.DueBreachMail;

/** Mails that are to be sent. */
public interface WaitingMails {

    /** Those about one event. */
    List<DueBreachMail> about(UUID event);

    /** They are due again then; what falls due before goes first. */
    void again(Deadline deadline, Instant due);
}
