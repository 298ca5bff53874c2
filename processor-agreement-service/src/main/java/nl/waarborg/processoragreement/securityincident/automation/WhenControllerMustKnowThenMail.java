package nl.waarborg.processoragreement.securityincident.automation;

import io.quarkus.mailer.Mailer;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;
import nl.waarborg.processoragreement.contact.projection.KnownContacts;
import nl.waarborg.processoragreement.securityincident.BreachSettings;
import nl.waarborg.processoragreement.securityincident.domain.Breach;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent;
import nl.waarborg.processoragreement.securityincident.projection.BreachProjection;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails.DueBreachMail;

/**
 * Sends the mails about one event and records that the server accepted them (PRA-052, PRA-053). A mail goes at least once; its {@code
 * Message-ID} comes from the event's id, so that a repeated one is recognised.
 */
public final class WhenControllerMustKnowThenMail implements DeadlineHandler {

    private final CommandHandler<BreachCommand, Breach, BreachEvent> breaches;
    private final DueBreachMails due;
    private final KnownContacts contacts;
    private final BreachMailTexts texts;
    private final Mailer mailer;
    private final BreachSettings settings;
    private final InstantSource clock;

    public WhenControllerMustKnowThenMail(
            CommandHandler<BreachCommand, Breach, BreachEvent> breaches,
            DueBreachMails due,
            KnownContacts contacts,
            BreachMailTexts texts,
            Mailer mailer,
            BreachSettings settings,
            InstantSource clock) {
        this.breaches = breaches;
        this.due = due;
        this.contacts = contacts;
        this.texts = texts;
        this.mailer = mailer;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return BreachProjection.MAIL;
    }

    @Override
    public void due(Deadline deadline) {
        var event = UUID.fromString(deadline.key());
        var mails = due.about(event);
        if (mails.isEmpty()) {
            return;
        }
        var now = clock.instant();
        try {
            mails.forEach(this::send);
        } catch (RuntimeException refused) {
            record(deadline, new RecordNoticeFailed(event, refused.getClass().getSimpleName(), now));
            throw refused;
        }
        record(
                deadline,
                new RecordNoticeSent(
                        event,
                        mails.stream()
                                .flatMap(mail -> mail.recipients().stream())
                                .distinct()
                                .toList(),
                        messageId(event, "all"),
                        now));
    }

    private void send(DueBreachMail mail) {
        switch (mail.kind()) {
            case NOTICE, SUPPLEMENT -> {
                for (var recipient : recipients(mail)) {
                    mailer.send(texts.mail(mail, recipient)
                            .addHeader(
                                    "Message-ID",
                                    messageId(
                                            mail.event(), recipient.contactId().toString())));
                }
            }
            case ALERT -> {
                var address = settings.alerts().get(mail.provider());
                if (address != null) {
                    mailer.send(BreachMailTexts.alert(mail, address)
                            .addHeader("Message-ID", messageId(mail.event(), "alert")));
                }
            }
        }
    }

    private List<CustomerContact> recipients(DueBreachMail mail) {
        return contacts.of(mail.tenant()).stream()
                .filter(contact -> mail.recipients().contains(contact.contactId()))
                .toList();
    }

    private String messageId(UUID event, String recipient) {
        return "<" + event + "." + recipient + "@" + settings.messageIdDomain() + ">";
    }

    private void record(Deadline deadline, BreachCommand command) {
        breaches.handle(
                deadline.stream(), CommandContext.of(deadline.tenant(), Actor.SCHEDULER, clock.instant()), command);
    }
}
