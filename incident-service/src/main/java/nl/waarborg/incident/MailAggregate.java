package nl.waarborg.incident;

import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.incident.mail.MailSettings;
import nl.waarborg.incident.mail.automation.MailTexts;
import nl.waarborg.incident.mail.automation.WhenDeadlineNearsThenWarnStaff;
import nl.waarborg.incident.mail.automation.WhenIncidentChangedThenTellSubmitter;
import nl.waarborg.incident.mail.domain.IncidentMailCommand;
import nl.waarborg.incident.mail.domain.IncidentMailDecider;
import nl.waarborg.incident.mail.domain.IncidentMailEvent;
import nl.waarborg.incident.mail.domain.IncidentMails;
import nl.waarborg.incident.mail.projection.DueMails;
import nl.waarborg.incident.mail.projection.MailsDueProjection;
import nl.waarborg.incident.mail.projection.MailsSentProjection;
import nl.waarborg.incident.mail.projection.MailsThatWaitForPersons;
import nl.waarborg.incident.mail.projection.MigrationMailsProjection;
import nl.waarborg.incident.mail.projection.MigrationNews;
import nl.waarborg.incident.mail.storage.IncidentMailEventTypes;
import nl.waarborg.incident.person.projection.People;

/**
 * One mail per change to the submitter, and warnings to staff in service hours (INC-006, INC-007, INC-009, OP-16,
 * OP-21); the dates of its migrations to the customer (AVL-038, AVL-039).
 */
@ApplicationScoped
class MailAggregate implements Aggregate {

    private final CommandHandler<IncidentMailCommand, IncidentMails, IncidentMailEvent> mails;
    private final DueMails due;
    private final People people;
    private final MailTexts texts;
    private final Mailer mailer;
    private final MailSettings settings;
    private final PersonalData personal;
    private final InstantSource clock;

    MailAggregate(
            CommandHandler<IncidentMailCommand, IncidentMails, IncidentMailEvent> mails,
            DueMails due,
            People people,
            MailTexts texts,
            Mailer mailer,
            MailSettings settings,
            PersonalData personal,
            InstantSource clock) {
        this.mails = mails;
        this.due = due;
        this.people = people;
        this.texts = texts;
        this.mailer = mailer;
        this.settings = settings;
        this.personal = personal;
        this.clock = clock;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<IncidentMailCommand, IncidentMails, IncidentMailEvent> mails(CommandHandlers handlers) {
        return handlers.of(new IncidentMailDecider(), IncidentMailEventTypes.MAIL_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(IncidentMailEventTypes.MAIL_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new MailsDueProjection(personal),
                new MailsSentProjection(),
                new MailsThatWaitForPersons(settings.oldNews()));
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.to("availability", "migration-mails", MigrationNews.TYPES)
                .project(new MigrationMailsProjection()));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(
                new WhenIncidentChangedThenTellSubmitter(
                        mails, due, people, texts, mailer, clock, settings.messageIdDomain()),
                new WhenDeadlineNearsThenWarnStaff(
                        mails, due, mailer, settings.staff(), clock, settings.messageIdDomain()));
    }
}
