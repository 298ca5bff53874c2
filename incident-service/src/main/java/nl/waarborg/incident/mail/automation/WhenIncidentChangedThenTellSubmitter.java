package nl.waarborg.incident.mail.automation;

import io.quarkus.mailer.Mailer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.incident.mail.domain.IncidentMailCommand;
import nl.waarborg.incident.mail.domain.IncidentMailCommand.RecordMailFailure;
import nl.waarborg.incident.mail.domain.IncidentMailCommand.RecordSubmitterNotified;
import nl.waarborg.incident.mail.domain.IncidentMailEvent;
import nl.waarborg.incident.mail.domain.IncidentMails;
import nl.waarborg.incident.mail.domain.Recipients;
import nl.waarborg.incident.mail.projection.DueMails;
import nl.waarborg.incident.mail.projection.DueMails.DueMail;
import nl.waarborg.incident.mail.projection.MailsDueProjection;
import nl.waarborg.incident.person.domain.Person.Registered;
import nl.waarborg.incident.person.projection.People;

/**
 * Sends the mail about one change and records that the server accepted it (INC-006, INC-007, INC-009). A mail goes at least once; its
 * {@code Message-ID} comes from the event's id, so that a repeated one is recognised.
 */
public final class WhenIncidentChangedThenTellSubmitter implements DeadlineHandler {

    private final CommandHandler<IncidentMailCommand, IncidentMails, IncidentMailEvent> mails;
    private final DueMails due;
    private final People people;
    private final MailTexts texts;
    private final Mailer mailer;
    private final InstantSource clock;
    private final String messageIdDomain;

    public WhenIncidentChangedThenTellSubmitter(
            CommandHandler<IncidentMailCommand, IncidentMails, IncidentMailEvent> mails,
            DueMails due,
            People people,
            MailTexts texts,
            Mailer mailer,
            InstantSource clock,
            String messageIdDomain) {
        this.mails = mails;
        this.due = due;
        this.people = people;
        this.texts = texts;
        this.mailer = mailer;
        this.clock = clock;
        this.messageIdDomain = messageIdDomain;
    }

    @Override
    public String kind() {
        return MailsDueProjection.SEND_MAIL;
    }

    @Override
    public void due(Deadline deadline) {
        due.mail(UUID.fromString(deadline.key()))
                .filter(mail -> !mails.state(deadline.stream()).told().contains(mail.event()))
                .ifPresent(mail -> tell(deadline, mail));
    }

    private void tell(Deadline deadline, DueMail mail) {
        var recipients = recipients(mail, mails.state(deadline.stream()).recipients());
        if (recipients.isEmpty()) {
            record(deadline, failed(mail, Recipients.NOBODY));
            if (!recipients(mail, Set.of()).isEmpty()) {
                throw new IllegalStateException("somebody came meanwhile");
            }
            return;
        }
        try {
            for (var recipient : recipients) {
                if (people.person(mail.tenant(), recipient) instanceof Registered person && person.mail() != null) {
                    mailer.send(texts.mail(mail, person, person.mail())
                            .addHeader("Message-ID", messageId(mail, recipient)));
                }
            }
        } catch (RuntimeException refused) {
            record(
                    deadline,
                    failed(mail, String.valueOf(rootOf(refused).getClass().getSimpleName())));
            throw refused;
        }
        record(
                deadline,
                new RecordSubmitterNotified(
                        mail.incident(),
                        mail.event(),
                        mail.cause(),
                        List.copyOf(recipients),
                        messageId(mail, recipients.iterator().next()),
                        clock.instant()));
    }

    /** Also who got an earlier mail, as long as it can be reached. */
    private Set<UUID> recipients(DueMail mail, Set<UUID> earlier) {
        var now = clock.instant();
        var submitter = mail.submitter();
        var reachable = submitter != null
                && people.person(mail.tenant(), submitter) instanceof Registered person
                && person.reachable(now)
                && !person.rolesAt(now).isEmpty();
        return Recipients.of(
                submitter,
                reachable,
                reachableOf(mail.tenant(), people.administrators(mail.tenant(), now)),
                reachableOf(mail.tenant(), List.copyOf(earlier)));
    }

    private List<UUID> reachableOf(UUID tenant, List<UUID> persons) {
        var reachable = new ArrayList<UUID>();
        for (var person : persons) {
            if (people.person(tenant, person) instanceof Registered known && known.reachable(clock.instant())) {
                reachable.add(person);
            }
        }
        return reachable;
    }

    private String messageId(DueMail mail, UUID recipient) {
        return "<" + mail.event() + "." + recipient + "@" + messageIdDomain + ">";
    }

    private RecordMailFailure failed(DueMail mail, String reason) {
        return new RecordMailFailure(mail.incident(), mail.event(), mail.cause(), reason, clock.instant());
    }

    private void record(Deadline deadline, IncidentMailCommand command) {
        mails.handle(
                deadline.stream(), CommandContext.of(deadline.tenant(), Actor.SCHEDULER, clock.instant()), command);
    }

    /** Only its kind is kept: what a mail server answers may quote addresses. */
    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
