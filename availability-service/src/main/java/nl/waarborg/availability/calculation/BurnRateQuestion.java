package nl.waarborg.availability.calculation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import nl.waarborg.availability.month.domain.BurnRate;
import nl.waarborg.availability.month.domain.BurnRate.Window;
import nl.waarborg.availability.month.domain.Fraction;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.eventsourcing.web.ProblemException;

/** "How fast is the error budget used?" Seconds of the whole service; the floor in percent. */
record BurnRateQuestion(
        BigDecimal floor,
        long windowSeconds,
        long downSeconds,
        Window shortWindow,
        Window longWindow,
        BigDecimal factor) {

    private static final Set<String> FIELDS =
            Set.of("floor", "windowSeconds", "elapsedSeconds", "downSeconds", "short", "long", "factor");
    /** A floor of 100 % leaves no budget to burn. */
    private static final BigDecimal HIGHEST_FLOOR = new BigDecimal("99.999999");

    /** @throws ProblemException naming every field that is wrong */
    static BurnRateQuestion read(JsonNode body) {
        var question = Place.of(body, FIELDS);
        var floor = question.required("floor").flatMap(field -> AvailabilityQuestion.floor(field, HIGHEST_FLOOR));
        var window = question.required("windowSeconds").flatMap(BurnRateQuestion::positive);
        var elapsed = question.required("elapsedSeconds").flatMap(Place::seconds);
        var down = question.required("downSeconds").flatMap(Place::seconds);
        noLonger(question, "elapsedSeconds", elapsed, "windowSeconds", window);
        noLonger(question, "downSeconds", down, "elapsedSeconds", elapsed);
        var shortWindow = question.required("short").flatMap(BurnRateQuestion::window);
        var longWindow = question.required("long").flatMap(BurnRateQuestion::window);
        if (shortWindow.isPresent()
                && longWindow.isPresent()
                && shortWindow.get().seconds() > longWindow.get().seconds()) {
            question.at("short").at("seconds").wrong("is longer than the long window");
        }
        var factor = question.required("factor").flatMap(field -> field.number()
                .flatMap(number -> number.signum() > 0 ? Optional.of(number) : field.wrong("must be above 0")));
        question.refuseWhatIsWrong();
        return new BurnRateQuestion(
                floor.orElseThrow(),
                window.orElseThrow(),
                down.orElseThrow(),
                shortWindow.orElseThrow(),
                longWindow.orElseThrow(),
                factor.orElseThrow());
    }

    BurnRateAnswer answer() {
        var rate = BurnRate.of(floor, shortWindow, longWindow);
        var budget = BurnRate.budget(floor, windowSeconds);
        return new BurnRateAnswer(
                budget.floor(),
                budget.minus(Fraction.of(downSeconds, 1)).floor(),
                rate.shortRate().decimal(BurnRateAnswer.DIGITS),
                rate.longRate().decimal(BurnRateAnswer.DIGITS),
                rate.alerts(factor));
    }

    private static Optional<Window> window(Place place) {
        if (!place.isObjectOf(Set.of("seconds", "downSeconds"))) {
            return Optional.empty();
        }
        var seconds = place.required("seconds").flatMap(BurnRateQuestion::positive);
        var down = place.required("downSeconds").flatMap(Place::seconds);
        noLonger(place, "downSeconds", down, "seconds", seconds);
        return seconds.flatMap(length -> down.map(part -> Window.of(length, part)));
    }

    private static Optional<Long> positive(Place place) {
        return place.seconds().flatMap(seconds -> seconds > 0 ? Optional.of(seconds) : place.wrong("must be above 0"));
    }

    private static void noLonger(
            Place place, String part, Optional<Long> partSeconds, String whole, Optional<Long> wholeSeconds) {
        if (partSeconds.isPresent() && wholeSeconds.isPresent() && partSeconds.get() > wholeSeconds.get()) {
            place.at(part).wrong("is more than " + whole);
        }
    }
}
