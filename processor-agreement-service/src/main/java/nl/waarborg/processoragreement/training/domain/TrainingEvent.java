package nl.waarborg.processoragreement.training.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import nl.waarborg.processoragreement.training.domain.Training.Course;
import nl.waarborg.processoragreement.training.domain.Training.Price;
import org.jspecify.annotations.Nullable;

/** Stored forever. Changing a component needs an upcaster and a new sample in stored-events. */
public sealed interface TrainingEvent {

    /**
     * @param accessFrom first day of access to the Pro trainings, of a traineeship
     * @param accessUntil last day of it
     */
    record TrainingBooked(
            UUID bookingId,
            Course course,
            String title,
            @Personal @Nullable String participant,
            LocalDate startsOn,
            LocalDate endsOn,
            Price price,
            @Nullable LocalDate accessFrom,
            @Nullable LocalDate accessUntil,
            Instant at)
            implements TrainingEvent {}

    record L3Subscribed(LocalDate from, @Nullable LocalDate minimumUntil) implements TrainingEvent {}

    record L3Cancelled(Instant receivedAt, LocalDate endsOn) implements TrainingEvent {}

    record L3Ended(LocalDate endsOn) implements TrainingEvent {}
}
