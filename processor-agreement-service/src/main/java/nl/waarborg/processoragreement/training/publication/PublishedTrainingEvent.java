package nl.waarborg.processoragreement.training.publication;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.processoragreement.training.domain.TrainingEvent;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Cancelled;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Ended;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Subscribed;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.TrainingBooked;

/** What other services may know; no person leaves. These change only as the contracts allow. */
public sealed interface PublishedTrainingEvent {

    record TrainingBookedV1(UUID bookingId, String course, LocalDate startsOn, LocalDate endsOn, String price)
            implements PublishedTrainingEvent {}

    static Optional<PublishedEvent> from(TrainingEvent event) {
        return switch (event) {
            case TrainingBooked e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.processor-agreement.training-booked.v1",
                        new TrainingBookedV1(
                                e.bookingId(),
                                e.course().name(),
                                e.startsOn(),
                                e.endsOn(),
                                e.price().name())));
            case L3Subscribed _, L3Cancelled _, L3Ended _ -> Optional.empty();
        };
    }
}
