package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
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
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.agreement.api.CommandFacts;
import nl.waarborg.processoragreement.agreement.api.PostedAgreementTypes;
import nl.waarborg.processoragreement.agreement.automation.AgreementDeadlines;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.projection.AgreementDeadlinesProjection;
import nl.waarborg.processoragreement.agreement.projection.AgreementsProjection;
import nl.waarborg.processoragreement.agreement.projection.TenantsProjection;
import nl.waarborg.processoragreement.agreement.publication.PublishedAgreementEvent;
import nl.waarborg.processoragreement.agreement.storage.AgreementEventTypes;

/** The agreement with a customer: its terms, licence, First Class, exit and end. Published to every other service. */
@ApplicationScoped
class AgreementAggregate implements Aggregate {

    private final CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements;
    private final CommandFacts facts;
    private final PersonalData personal;

    AgreementAggregate(
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements,
            CommandFacts facts,
            PersonalData personal) {
        this.agreements = agreements;
        this.facts = facts;
        this.personal = personal;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements(CommandHandlers handlers) {
        return handlers.of(new AgreementDecider(), AgreementEventTypes.AGREEMENT_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(AgreementEventTypes.AGREEMENT_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new TenantsProjection(), new AgreementsProjection(personal), new AgreementDeadlinesProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof AgreementEvent event
                ? PublishedAgreementEvent.from(recorded.stream().id(), event)
                : Optional.empty();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return new PostedAgreementTypes(agreements, facts).all();
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return AgreementDeadlines.handlers(agreements);
    }
}
