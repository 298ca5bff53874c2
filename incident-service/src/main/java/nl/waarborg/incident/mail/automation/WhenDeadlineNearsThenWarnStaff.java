package nl.waarborg.incident.mail.automation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.incident.mail.projection.DueMails;
import nl.waarborg.incident.mail.projection.DueMails.DueWarning;
import nl.waarborg.incident.mail.projection.MailsDueProjection;

/** Warns the vendor's staff of a deadline; due in service hours only. */
public final class WhenDeadlineNearsThenWarnStaff implements DeadlineHandler {

    private final DueMails due;
    private final Mailer mailer;
    private final Map<String, String> addresses;

    /** @param addresses where warnings go, by provider */
    public WhenDeadlineNearsThenWarnStaff(DueMails due, Mailer mailer, Map<String, String> addresses) {
        this.due = due;
        this.mailer = mailer;
        this.addresses = Map.copyOf(addresses);
    }

    @Override
    public String kind() {
        return MailsDueProjection.WARN_STAFF;
    }

    @Override
    public void due(Deadline deadline) {
        due.warning(UUID.fromString(deadline.key())).ifPresent(this::warn);
    }

    private void warn(DueWarning warning) {
        var address = addresses.get(warning.provider());
        if (address != null) {
            var when = MailTexts.time(warning.deadline());
            mailer.send(Mail.withText(
                    address,
                    warning.number() + ": " + warning.clock() + " due " + when,
                    "Incident " + warning.number() + " (" + warning.priority() + "): the deadline of " + warning.clock()
                            + " is " + when + "."));
        }
    }
}
