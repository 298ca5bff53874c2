package nl.waarborg.processoragreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;
import nl.waarborg.processoragreement.training.domain.Training;
import nl.waarborg.processoragreement.training.domain.TrainingCommand;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.EndL3;
import nl.waarborg.processoragreement.training.domain.TrainingDecider;
import nl.waarborg.processoragreement.training.domain.TrainingEvent;
import nl.waarborg.processoragreement.training.projection.EndedAgreementsProjection;
import nl.waarborg.processoragreement.training.projection.L3DeadlinesProjection;
import nl.waarborg.processoragreement.training.publication.PublishedTrainingEvent;
import nl.waarborg.processoragreement.training.storage.TrainingEventTypes;

/** Training and the L3 subscription (XSV-038 to XSV-040). Shown from its own events: a customer has one short stream. */
@ApplicationScoped
class TrainingAggregate implements Aggregate {

    private final CommandHandler<TrainingCommand, Training, TrainingEvent> trainings;

    TrainingAggregate(CommandHandler<TrainingCommand, Training, TrainingEvent> trainings) {
        this.trainings = trainings;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<TrainingCommand, Training, TrainingEvent> trainings(CommandHandlers handlers) {
        return handlers.of(new TrainingDecider(), TrainingEventTypes.TRAINING_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(TrainingEventTypes.TRAINING_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new L3DeadlinesProjection(), new EndedAgreementsProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof TrainingEvent event ? PublishedTrainingEvent.from(event) : Optional.empty();
    }

    @Override
    public List<DeadlineHandler> deadlineHandlers() {
        return List.of(
                new Reaction(L3DeadlinesProjection.L3_END, deadline -> end(deadline, false)),
                new Reaction(EndedAgreementsProjection.L3_AGREEMENT_ENDED, deadline -> end(deadline, true)));
    }

    private void end(Deadline deadline, boolean agreementEnded) {
        trainings.handle(
                deadline.stream(),
                CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                new EndL3(LocalDate.parse(deadline.key()), agreementEnded));
    }
}
