package nl.waarborg.processoragreement.training.domain;

import java.time.LocalDate;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.agreement.domain.LicenceCancellation;
import nl.waarborg.processoragreement.training.domain.Training.Course;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.BookTraining;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.CancelL3;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.EndL3;
import nl.waarborg.processoragreement.training.domain.TrainingCommand.SubscribeL3;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Cancelled;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Ended;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.L3Subscribed;
import nl.waarborg.processoragreement.training.domain.TrainingEvent.TrainingBooked;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;

/** XSV-038 to XSV-040. */
public final class TrainingDecider implements Decider<TrainingCommand, Training, TrainingEvent> {

    private static final String L3 = "XSV-039";

    @Override
    public Training initialState() {
        return Training.NONE;
    }

    @Override
    public Decision<TrainingEvent> decide(TrainingCommand command, Training training) {
        return switch (command) {
            case BookTraining c -> book(c, training);
            case SubscribeL3 c -> subscribe(c, training);
            case CancelL3 c -> cancel(c, training);
            case EndL3 c -> end(c, training);
        };
    }

    private static Decision<TrainingEvent> book(BookTraining c, Training training) {
        if (training.bookings().stream().anyMatch(booking -> booking.bookingId().equals(c.bookingId()))) {
            return Decision.nothing();
        }
        if (c.endsOn().isBefore(c.startsOn())) {
            return Decision.reject("XSV-038", "range-runs-backwards", "A training ends before it begins.");
        }
        var before = c.course() == Course.TRAINEESHIP ? c.accessBefore() : null;
        var after = c.course() == Course.TRAINEESHIP ? c.accessAfter() : null;
        return Decision.of(new TrainingBooked(
                c.bookingId(),
                c.course(),
                c.title(),
                c.participant(),
                c.startsOn(),
                c.endsOn(),
                c.course().price(training.l3On(c.startsOn())),
                before == null ? null : c.startsOn().minus(before),
                after == null ? null : c.endsOn().plus(after),
                c.at()));
    }

    private static Decision<TrainingEvent> subscribe(SubscribeL3 c, Training training) {
        var known = training.l3();
        if (known != null) {
            return known.from().equals(c.from())
                    ? Decision.nothing()
                    : Decision.reject(
                            L3, "already-subscribed", "There is an L3 subscription since " + known.from() + ".");
        }
        if (c.earliest() != null && c.from().isBefore(c.earliest())) {
            return Decision.reject(L3, "not-retroactive", "L3 begins on the day of subscribing at the earliest.");
        }
        var minimum = c.minimumTerm();
        return Decision.of(new L3Subscribed(
                c.from(), minimum == null ? null : c.from().plus(minimum).minusDays(1)));
    }

    /** After the minimum term by the month, received in time as a licence's cancellation is (OP-77). */
    private static Decision<TrainingEvent> cancel(CancelL3 c, Training training) {
        var running = training.l3();
        if (running == null) {
            return Decision.reject(L3, "no-l3", "There is no L3 subscription.");
        }
        if (training.l3EndsOn() != null) {
            return Decision.nothing();
        }
        var receivedOn = LocalDate.ofInstant(c.receivedAt(), AgreedCalendars.ZONE);
        var minimum = running.minimumUntil();
        var cancellation = LicenceCancellation.of(
                receivedOn,
                LicenceCancellation.invoicePeriodStart(receivedOn, null),
                null,
                running.from(),
                minimum == null ? running.from() : minimum,
                TermKey.L3_CANCEL_BEFORE,
                c.terms(),
                c.hours());
        return cancellation
                .refusal()
                .map(reason -> Decision.<TrainingEvent>reject(
                        L3,
                        switch (reason) {
                            case NOT_AGREED -> "no-right-to-cancel";
                            case MINIMUM_TERM -> "minimum-term";
                            case BEFORE_RECEIPT -> "ends-before-receipt";
                            case TOO_LATE -> "too-late";
                        },
                        switch (reason) {
                            case NOT_AGREED -> "The terms give no right to cancel L3.";
                            case MINIMUM_TERM -> "The subscription runs until " + minimum + " at least.";
                            case BEFORE_RECEIPT -> "L3 does not end before its cancellation is received.";
                            case TOO_LATE ->
                                "To end on " + cancellation.endsOn() + " it had to be received by "
                                        + cancellation.latestReceipt() + ".";
                        }))
                .orElseGet(() -> Decision.of(new L3Cancelled(c.receivedAt(), cancellation.endsOn())));
    }

    private static Decision<TrainingEvent> end(EndL3 c, Training training) {
        var due = training.l3() != null && (c.agreementEnded() || c.lastDay().equals(training.l3EndsOn()));
        return due ? Decision.of(new L3Ended(c.lastDay())) : Decision.nothing();
    }

    @Override
    public Training evolve(Training training, TrainingEvent event) {
        return switch (event) {
            case TrainingBooked e -> training.with(e);
            case L3Subscribed e -> training.subscribed(e);
            case L3Cancelled e -> training.cancelled(e.endsOn());
            case L3Ended _ -> training.l3Ended();
        };
    }
}
