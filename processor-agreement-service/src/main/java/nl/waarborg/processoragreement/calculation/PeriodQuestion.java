package nl.waarborg.processoragreement.calculation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waarborg.calendarforms.CalendarForm;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermValue;
import nl.waarborg.terms.TermValue.OpenTime;
import nl.waarborg.terms.TermValue.Span;
import nl.waarborg.terms.TermValue.WorkingDays;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarRefusal;
import nl.waarborg.terms.calendar.OpeningInterval;
import nl.waarborg.terms.calendar.WorkingDayStrategy;
import nl.waarborg.terms.clock.Deadlines;
import nl.waarborg.terms.clock.RegulationPeriod;

/**
 * Until when a period runs that begins at a moment: {@code PT48H} and {@code P28D} elapse, {@code P1M} follows the local calendar of the
 * zone, working days and open time the business calendar.
 */
record PeriodQuestion(Instant from, Span period, ZoneId zone, Optional<BusinessCalendar> calendar) {

    private static final Set<String> FIELDS = Set.of("from", "period", "zone", "calendar");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Map<DayOfWeek, List<OpeningInterval>> ALWAYS = Stream.of(DayOfWeek.values())
            .collect(Collectors.toMap(Function.identity(), day -> List.of(OpeningInterval.of("00:00", "24:00"))));

    /** @throws ProblemException naming every field that is wrong */
    static PeriodQuestion read(JsonNode body) {
        var question = Place.of(body, FIELDS);
        var from = question.required("from").flatMap(Place::instant);
        var period = question.required("period").flatMap(PeriodQuestion::span);
        var zone = question.optional("zone").flatMap(PeriodQuestion::zone);
        var calendar = question.optional("calendar").flatMap(CalendarForm::read).map(CalendarForm::calendar);
        if (period.filter(PeriodQuestion::needsCalendar).isPresent() && !question.has("calendar")) {
            question.at("calendar").wrong("is required by working days and open time");
        }
        question.refuseWhatIsWrong();
        return new PeriodQuestion(
                from.orElseThrow(),
                period.orElseThrow(),
                zone.or(() -> calendar.map(BusinessCalendar::zone)).orElse(AgreedCalendars.ZONE),
                calendar);
    }

    /** @throws ProblemException when the period ends where no calendar reaches */
    PeriodAnswer answer() {
        var counted = needsCalendar(period) ? calendar.orElseThrow() : BusinessCalendar.inline(zone, ALWAYS, Map.of());
        try {
            var deadlines = new Deadlines(counted.hours(), WorkingDayStrategy.SAME_CLOCK_TIME);
            return PeriodAnswer.of(
                    deadlines.after(from, period), RegulationPeriod.outerLimit(from, period, zone), zone);
        } catch (CalendarRefusal refusal) {
            throw ProblemException.invalidField("/period", String.valueOf(refusal.getMessage()));
        } catch (DateTimeException | ArithmeticException beyond) {
            throw ProblemException.invalidField("/period", "reaches beyond the years that a calendar knows");
        }
    }

    private static boolean needsCalendar(Span span) {
        return span instanceof WorkingDays || span instanceof OpenTime;
    }

    private static Optional<Span> span(Place place) {
        return place.text().flatMap(text -> {
            try {
                return TermValue.parse(text) instanceof Span span ? Optional.of(span) : wrong(place);
            } catch (IllegalArgumentException e) {
                return wrong(place);
            }
        });
    }

    private static Optional<Span> wrong(Place place) {
        return place.wrong("must be a period such as PT48H, P28D, P1M, 5 CALENDAR_DAYS, 1 WORKING_DAY or OPEN PT8H");
    }

    private static Optional<ZoneId> zone(Place place) {
        return place.text()
                .flatMap(id -> ZONES.contains(id)
                        ? Optional.of(ZoneId.of(id))
                        : place.wrong("must be an IANA time zone such as Europe/Amsterdam"));
    }
}
