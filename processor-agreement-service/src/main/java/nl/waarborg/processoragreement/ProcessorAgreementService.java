package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import java.util.List;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.Publication;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.eventsourcing.service.ServiceDefinition;
import nl.waarborg.processoragreement.agreement.api.PostedAgreementTypes;
import nl.waarborg.processoragreement.agreement.automation.AgreementDeadlines;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.projection.AgreementDeadlinesProjection;
import nl.waarborg.processoragreement.agreement.projection.AgreementsProjection;
import nl.waarborg.processoragreement.agreement.projection.TenantsProjection;
import nl.waarborg.processoragreement.agreement.publication.AgreementPublication;
import nl.waarborg.processoragreement.agreement.storage.AgreementEventTypes;

/** What this service is made of. */
@ApplicationScoped
public class ProcessorAgreementService implements ServiceDefinition {

    private final CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements;
    private final Provider<PersonalData> personalData;

    ProcessorAgreementService(
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements,
            Provider<PersonalData> personalData) {
        this.agreements = agreements;
        this.personalData = personalData;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements(CommandHandlers handlers) {
        return handlers.of(new AgreementDecider(), AgreementEventTypes.AGREEMENT_EVENTS);
    }

    @Override
    public String name() {
        return "processor-agreement";
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(AgreementEventTypes.AGREEMENT_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new TenantsProjection(),
                new AgreementsProjection(personalData.get()),
                new AgreementDeadlinesProjection());
    }

    @Override
    public Publication publication() {
        return new AgreementPublication();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return new PostedAgreementTypes(agreements).all();
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return AgreementDeadlines.handlers(agreements);
    }
}
