package nl.waarborg.processoragreement.training.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.processoragreement.training.domain.Training;
import nl.waarborg.processoragreement.training.domain.TrainingEvent;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Cancelled;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Ended;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Subscribed;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.TrainingBooked;

/** The stored names of the events of training, for ever. */
public final class TrainingEventTypes {

    public static final EventTypes<TrainingEvent> TRAINING_EVENTS = new EventTypes<>(
                    Training.CATEGORY, TrainingEvent.class)
            .type("training-booked", TrainingBooked.class)
            .type("l3-subscribed", L3Subscribed.class)
            .type("l3-cancelled", L3Cancelled.class)
            .type("l3-ended", L3Ended.class);

    private TrainingEventTypes() {}
}
