package nl.waarborg.incident.mail.automation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.incident.mail.domain.IncidentMailCommand;
import nl.waarborg.incident.mail.domain.IncidentMailCommand.RecordStaffWarned;
import nl.waarborg.incident.mail.domain.IncidentMailEvent;
import nl.waarborg.incident.mail.domain.IncidentMails;
import nl.waarborg.incident.mail.projection.DueMails;
import nl.waarborg.incident.mail.projection.DueMails.DueWarning;
import nl.waarborg.incident.mail.projection.MailsDueProjection;

/** Warns the vendor's staff of a deadline by mail, where an address is configured; due in service hours only. The queue shows it anyhow. */
public final class WhenDeadlineNearsThenWarnStaff implements DeadlineHandler {

    private final CommandHandler<IncidentMailCommand, IncidentMails, IncidentMailEvent> mails;
    private final DueMails due;
    private final Mailer mailer;
    private final Map<String, String> addresses;
    private final InstantSource clock;
    private final String messageIdDomain;

    /** @param addresses where warnings go, by provider */
    public WhenDeadlineNearsThenWarnStaff(
            CommandHandler<IncidentMailCommand, IncidentMails, IncidentMailEvent> mails,
            DueMails due,
            Mailer mailer,
            Map<String, String> addresses,
            InstantSource clock,
            String messageIdDomain) {
        this.mails = mails;
        this.due = due;
        this.mailer = mailer;
        this.addresses = Map.copyOf(addresses);
        this.clock = clock;
        this.messageIdDomain = messageIdDomain;
    }

    @Override
    public String kind() {
        return MailsDueProjection.WARN_STAFF;
    }

    @Override
    public void due(Deadline deadline) {
        due.warning(UUID.fromString(deadline.key()))
                .filter(warning -> !mails.state(deadline.stream()).told().contains(warning.event()))
                .ifPresent(warning -> warn(deadline, warning));
    }

    private void warn(Deadline deadline, DueWarning warning) {
        var address = addresses.get(warning.provider());
        if (address == null) {
            return;
        }
        var when = MailTexts.time(warning.deadline());
        mailer.send(Mail.withText(
                        address,
                        warning.number() + ": " + warning.clock() + " due " + when,
                        "Incident " + warning.number() + " (" + warning.priority() + "): the deadline of "
                                + warning.clock() + " is " + when + ".")
                .addHeader("Message-ID", "<" + warning.event() + "@" + messageIdDomain + ">"));
        mails.handle(
                deadline.stream(),
                CommandContext.of(deadline.tenant(), Actor.SCHEDULER, clock.instant()),
                new RecordStaffWarned(warning.incident(), warning.event(), clock.instant()));
    }
}
