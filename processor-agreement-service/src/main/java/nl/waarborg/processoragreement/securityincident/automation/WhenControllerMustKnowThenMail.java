package nl.waarborg.processoragreement.securityincident.automation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;
import nl.waarborg.processoragreement.securityincident.BreachSettings;
import nl.waarborg.processoragreement.securityincident.domain.Breach;
import nl.waarborg.processoragreement.securityincident.domain.Breach.Detected;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNobodyReached;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand.RecordNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent;
import nl.waarborg.processoragreement.securityincident.domain.BreachMails;
import nl.waarborg.processoragreement.securityincident.domain.BreachMails.Failing;
import nl.waarborg.processoragreement.securityincident.domain.BreachMails.Mailed;
import nl.waarborg.processoragreement.securityincident.domain.Recipients;
import nl.waarborg.processoragreement.securityincident.projection.BreachProjection;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails.DueBreachMail;
import nl.waarborg.processoragreement.securityincident.projection.WaitingMails;
import org.jspecify.annotations.Nullable;

/**
 * Sends the mails about one event and records of each whether the server accepted it (PRA-052, PRA-053). A mail goes at least once; its
 * {@code Message-ID} comes from the event's id and its recipient, so that a repeated one is recognised.
 */
public final class WhenControllerMustKnowThenMail implements DeadlineHandler {

    private final CommandHandler<BreachCommand, Breach, BreachEvent> breaches;
    private final WaitingMails due;
    private final Function<UUID, List<CustomerContact>> contacts;
    private final BreachMailTexts texts;
    private final Mailer mailer;
    private final BreachSettings settings;
    private final InstantSource clock;

    /** @param contacts of a customer */
    public WhenControllerMustKnowThenMail(
            CommandHandler<BreachCommand, Breach, BreachEvent> breaches,
            WaitingMails due,
            Function<UUID, List<CustomerContact>> contacts,
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
        var tries = new Tries(deadline);
        for (var mail : due.about(event)) {
            switch (mail.kind()) {
                case NOTICE, SUPPLEMENT -> tell(mail, tries);
                case ALERT -> alert(mail, tries);
            }
        }
        tries.end();
    }

    /** Others stand in where none of those who were to be told can be reached, and the vendor hears of it (OP-54). */
    private void tell(DueBreachMail mail, Tries tries) {
        var known = contacts.apply(mail.tenant());
        var named = known.stream()
                .filter(contact -> mail.recipients().contains(contact.contactId()))
                .toList();
        if (tell(mail, named, tries)) {
            return;
        }
        tries.record(new RecordNobodyReached(mail.event(), clock.instant()));
        var rest = known.stream().filter(contact -> !named.contains(contact)).toList();
        var others = Recipients.others(rest);
        tell(
                mail,
                rest.stream()
                        .filter(contact -> others.contains(contact.contactId()))
                        .toList(),
                tries);
    }

    /** Whether somebody was or may still be reached. */
    private boolean tell(DueBreachMail mail, List<CustomerContact> recipients, Tries tries) {
        var hope = false;
        for (var recipient : recipients) {
            var reachable = tries.attempt(
                    Mailed.toController(mail.event(), recipient.contactId()), () -> texts.mail(mail, recipient));
            hope = hope || reachable;
        }
        return hope;
    }

    private void alert(DueBreachMail mail, Tries tries) {
        var address = settings.alerts().get(mail.provider());
        var mailed = Mailed.toVendor(mail.event());
        if (address == null) {
            tries.record(new RecordNoticeFailed(mailed, MailRefusal.NO_ADDRESS.reason(), true, clock.instant()));
        } else {
            tries.attempt(mailed, () -> BreachMailTexts.alert(mail, address));
        }
    }

    /** Each recipient by itself, so that one who cannot be reached keeps nobody else waiting. */
    private final class Tries {

        private final Deadline deadline;
        private boolean putOff;
        private @Nullable RuntimeException unreached;

        Tries(Deadline deadline) {
            this.deadline = deadline;
        }

        /** Whether the recipient has it or may still get it. */
        boolean attempt(Mailed mailed, Supplier<Mail> mail) {
            var known =
                    breaches.state(deadline.stream()) instanceof Detected breach ? breach.mails() : BreachMails.NONE;
            if (known.sent().contains(mailed) || known.refused().contains(mailed)) {
                return known.sent().contains(mailed);
            }
            var id = messageId(mailed);
            var letter = mail.get().addHeader("Message-ID", id);
            try {
                mailer.send(letter);
            } catch (RuntimeException failure) {
                return failed(
                        mailed,
                        MailRefusal.of(failure, letter.getTo()),
                        failure,
                        known.failing().get(mailed));
            }
            record(new RecordNoticeSent(mailed, id, clock.instant()));
            return true;
        }

        private boolean failed(Mailed mailed, MailRefusal refusal, RuntimeException failure, @Nullable Failing known) {
            var now = clock.instant();
            var tooLong = refusal.answered()
                    && known != null
                    && known.reason().equals(refusal.reason())
                    && Duration.between(known.since(), now).compareTo(settings.giveUpAfter()) > 0;
            var forGood = refusal.forGood() || tooLong;
            record(new RecordNoticeFailed(mailed, refusal.reason(), forGood, now));
            if (!forGood && refusal.answered()) {
                putOff = true;
            } else if (!forGood) {
                unreached = failure;
            }
            return !forGood;
        }

        /** Without a mail server everything waits; one recipient who is put off holds nothing back that is told later. */
        void end() {
            if (unreached != null) {
                throw unreached;
            }
            if (putOff) {
                due.again(deadline, clock.instant().plus(settings.retryAfter()));
            }
        }

        void record(BreachCommand command) {
            breaches.handle(
                    deadline.stream(), CommandContext.of(deadline.tenant(), Actor.SCHEDULER, clock.instant()), command);
        }
    }

    private String messageId(Mailed mailed) {
        var recipient =
                mailed.recipient() == null ? "alert" : mailed.recipient().toString();
        return "<" + mailed.aboutEvent() + "." + recipient + "@" + settings.messageIdDomain() + ">";
    }
}
