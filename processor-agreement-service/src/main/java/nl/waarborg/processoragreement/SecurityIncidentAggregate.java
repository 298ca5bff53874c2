package nl.waarborg.processoragreement;

import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.contact.projection.KnownContacts;
import nl.waarborg.processoragreement.securityincident.BreachRegister;
import nl.waarborg.processoragreement.securityincident.BreachSettings;
import nl.waarborg.processoragreement.securityincident.api.PostedSecurityIncidents;
import nl.waarborg.processoragreement.securityincident.automation.BreachFollowUp;
import nl.waarborg.processoragreement.securityincident.automation.BreachMailTexts;
import nl.waarborg.processoragreement.securityincident.automation.LoginEvent;
import nl.waarborg.processoragreement.securityincident.automation.WhenControllerMustKnowThenMail;
import nl.waarborg.processoragreement.securityincident.automation.WhenLoginAnomalyIsAnIncidentThenRegister;
import nl.waarborg.processoragreement.securityincident.domain.Breach;
import nl.waarborg.processoragreement.securityincident.domain.BreachCommand;
import nl.waarborg.processoragreement.securityincident.domain.BreachDecider;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncident;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentCommand;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentDecider;
import nl.waarborg.processoragreement.securityincident.domain.SecurityIncidentEvent;
import nl.waarborg.processoragreement.securityincident.projection.BreachProjection;
import nl.waarborg.processoragreement.securityincident.projection.DueBreachMails;
import nl.waarborg.processoragreement.securityincident.projection.RegisterProjection;
import nl.waarborg.processoragreement.securityincident.publication.PublishedBreach;
import nl.waarborg.processoragreement.securityincident.storage.SecurityIncidentEventTypes;

/** Security incidents and breaches (PRA-046 to PRA-057). Published: that there is one, and that its controller knows. */
@ApplicationScoped
class SecurityIncidentAggregate implements Aggregate {

    private final BreachRegister register;
    private final CommandHandler<BreachCommand, Breach, BreachEvent> breaches;
    private final PostedSecurityIncidents posted;
    private final WhenLoginAnomalyIsAnIncidentThenRegister logins;
    private final WhenControllerMustKnowThenMail mails;
    private final PersonalData personal;

    SecurityIncidentAggregate(
            BreachRegister register,
            CommandHandler<BreachCommand, Breach, BreachEvent> breaches,
            PostedSecurityIncidents posted,
            WhenLoginAnomalyIsAnIncidentThenRegister logins,
            DueBreachMails due,
            KnownContacts contacts,
            BreachMailTexts texts,
            Mailer mailer,
            BreachSettings settings,
            InstantSource clock,
            PersonalData personal) {
        this.register = register;
        this.breaches = breaches;
        this.posted = posted;
        this.logins = logins;
        this.mails = new WhenControllerMustKnowThenMail(breaches, due, contacts::of, texts, mailer, settings, clock);
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<SecurityIncidentCommand, SecurityIncident, SecurityIncidentEvent> incidents(
            CommandHandlers handlers) {
        return handlers.of(new SecurityIncidentDecider(), SecurityIncidentEventTypes.REGISTER_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<BreachCommand, Breach, BreachEvent> breaches(CommandHandlers handlers) {
        return handlers.of(new BreachDecider(), SecurityIncidentEventTypes.BREACH_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(SecurityIncidentEventTypes.REGISTER_EVENTS, SecurityIncidentEventTypes.BREACH_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new RegisterProjection(personal), new BreachProjection(personal));
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof BreachEvent event ? PublishedBreach.from(event) : Optional.empty();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.to("availability", "logins", LoginEvent.TYPES).automate(logins));
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        var handlers = new ArrayList<>(BreachFollowUp.handlers(register, breaches));
        handlers.add(mails);
        return handlers;
    }
}
