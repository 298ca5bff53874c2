package nl.waarborg.processoragreement.training.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import nl.waarborg.processoragreement.training.domain.Training.Course;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.OpeningHours;
import org.jspecify.annotations.Nullable;

/** What is done about training. Days are those of Europe/Amsterdam. */
public sealed interface TrainingCommand {

    /**
     * @param accessBefore how long before a traineeship its trainees reach the Pro trainings; null without a term
     * @param accessAfter how long after it
     */
    record BookTraining(
            UUID bookingId,
            Course course,
            String title,
            String participant,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable Period accessBefore,
            @Nullable Period accessAfter,
            Instant at)
            implements TrainingCommand {}

    /**
     * @param earliest first day that may be chosen; null for the vendor, which may enter what began before
     * @param minimumTerm null without one
     */
    record SubscribeL3(LocalDate from, @Nullable LocalDate earliest, @Nullable Period minimumTerm)
            implements TrainingCommand {}

    /** @param hours working days are counted on these */
    record CancelL3(Instant receivedAt, Terms terms, OpeningHours hours) implements TrainingCommand {}

    /** Its last day has passed, or the agreement ended on this day. */
    record EndL3(LocalDate lastDay, boolean agreementEnded) implements TrainingCommand {}
}
