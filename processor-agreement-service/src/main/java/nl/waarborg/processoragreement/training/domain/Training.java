package nl.waarborg.processoragreement.training.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Subscribed;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.TrainingBooked;
import org.jspecify.annotations.Nullable;

/**
 * One customer's training.
 *
 * @param l3 the running subscription; null without one
 * @param l3EndsOn its last day, once it was cancelled
 */
public record Training(List<TrainingBooked> bookings, @Nullable L3Subscribed l3, @Nullable LocalDate l3EndsOn) {

    public static final String CATEGORY = "training";

    static final Training NONE = new Training(List.of(), null, null);

    public Training {
        bookings = List.copyOf(bookings);
    }

    public static StreamId stream(UUID tenant) {
        return StreamId.natural(CATEGORY, tenant, "");
    }

    /** What a course costs its participant. */
    public enum Price {
        FREE,
        /** Part of the L3 subscription. */
        IN_L3,
        ACTUAL_COST
    }

    /** The catalogue (AFAS §2.7). */
    public enum Course {
        STARTER_COURSE,
        KNOWLEDGE_SESSION,
        PRO_TRAINING,
        WEBINAR,
        SEMINAR,
        TRAINEESHIP,
        POST_HBO,
        OPTIMISATION_SESSION;

        public Price price(boolean l3) {
            return switch (this) {
                case STARTER_COURSE, KNOWLEDGE_SESSION -> Price.FREE;
                case PRO_TRAINING, WEBINAR, SEMINAR -> l3 ? Price.IN_L3 : Price.ACTUAL_COST;
                case TRAINEESHIP, POST_HBO, OPTIMISATION_SESSION -> Price.ACTUAL_COST;
            };
        }
    }

    Training with(TrainingBooked booking) {
        var all = new ArrayList<>(bookings);
        all.add(booking);
        return new Training(all, l3, l3EndsOn);
    }

    Training subscribed(L3Subscribed subscription) {
        return new Training(bookings, subscription, null);
    }

    Training cancelled(LocalDate endsOn) {
        return new Training(bookings, l3, endsOn);
    }

    Training l3Ended() {
        return new Training(bookings, null, null);
    }

    boolean l3On(LocalDate date) {
        return l3 != null && !date.isBefore(l3.from()) && (l3EndsOn == null || !date.isAfter(l3EndsOn));
    }
}
