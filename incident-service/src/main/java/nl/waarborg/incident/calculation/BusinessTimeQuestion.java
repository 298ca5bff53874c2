package nl.waarborg.incident.calculation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.waarborg.calendarforms.CalendarForm;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.terms.calendar.CalendarRefusal;
import nl.waarborg.terms.calendar.CalendarRefusal.BeyondPublished;
import nl.waarborg.terms.calendar.CalendarRefusal.NeverHappens;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.calendar.WorkingDayStrategy;

/**
 * A question of open time or working days. A preset's calendar is seen as a customer without First Class sees it, by any channel.
 */
record BusinessTimeQuestion(
        OpeningHours hours,
        Operation operation,
        Instant start,
        Optional<Instant> end,
        Optional<Duration> duration,
        Optional<Integer> workingDays,
        WorkingDayStrategy strategy) {

    private static final Set<String> FIELDS =
            Set.of("calendar", "operation", "start", "end", "duration", "workingDays", "strategy");

    /** @throws ProblemException naming every field that is wrong */
    static BusinessTimeQuestion read(JsonNode body) {
        var question = Place.of(body, FIELDS);
        var calendar = question.required("calendar").flatMap(CalendarForm::read);
        var operation = question.required("operation").flatMap(field -> field.oneOf(Operation.class));
        var start = question.required("start").flatMap(Place::instant);
        var end = question.optional("end").flatMap(Place::instant);
        var duration = question.optional("duration").flatMap(Place::duration);
        var workingDays = question.optional("workingDays").flatMap(Place::wholeNumber);
        var strategy = question.optional("strategy").flatMap(field -> field.oneOf(WorkingDayStrategy.class));
        operation.ifPresent(asked -> asked.check(question));
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            question.at("end").wrong("lies before start");
        }
        question.refuseWhatIsWrong();
        return new BusinessTimeQuestion(
                calendar.orElseThrow().calendar().hours(),
                operation.orElseThrow(),
                start.orElseThrow(),
                end,
                duration,
                workingDays,
                strategy.orElse(WorkingDayStrategy.SAME_CLOCK_TIME));
    }

    /** @throws ProblemException when the calendar has no answer */
    BusinessTimeAnswer answer() {
        try {
            return switch (operation) {
                case ADD -> moment(hours.add(start, duration.orElseThrow()));
                case BETWEEN -> {
                    var until = end.orElseThrow();
                    yield BusinessTimeAnswer.openTime(hours, start, until, hours.between(start, until));
                }
                case IS_OPEN -> BusinessTimeAnswer.open(hours.isOpen(start));
                case NEXT_OPENING -> moment(hours.nextOpening(start));
                case NEXT_CLOSING -> moment(hours.nextClosing(start));
                case PREVIOUS_OPENING -> moment(hours.previousOpening(start));
                case PREVIOUS_CLOSING -> moment(hours.previousClosing(start));
                case ADD_WORKING_DAYS -> moment(hours.addWorkingDays(start, workingDays.orElseThrow(), strategy));
                case WORKING_DAYS_BETWEEN -> {
                    var until = end.orElseThrow();
                    yield BusinessTimeAnswer.days(hours, start, until, hours.workingDaysBetween(start, until));
                }
            };
        } catch (CalendarRefusal refusal) {
            throw ProblemException.invalidField(blamed(refusal), String.valueOf(refusal.getMessage()));
        }
    }

    private BusinessTimeAnswer moment(Instant moment) {
        return BusinessTimeAnswer.moment(hours, start, moment);
    }

    /** The field that leads to where the calendar has no answer. */
    private String blamed(CalendarRefusal refusal) {
        if (refusal instanceof NeverHappens) {
            return "/calendar";
        }
        if (isBeyond(start)) {
            return "/start";
        }
        return Stream.of(
                        Map.entry("/end", end),
                        Map.entry("/duration", duration),
                        Map.entry("/workingDays", workingDays))
                .filter(field -> field.getValue().isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("/start");
    }

    private boolean isBeyond(Instant moment) {
        try {
            hours.isOpen(moment);
            return false;
        } catch (BeyondPublished refusal) {
            return true;
        }
    }
}
