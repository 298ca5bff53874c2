package nl.waarborg.incident.calculation;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.waarborg.calendarforms.CalendarForm;
import nl.waarborg.eventsourcing.Rejection;
import nl.waarborg.eventsourcing.web.Place;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.CalendarReference;
import nl.waarborg.terms.TermValue.DailyHours;
import nl.waarborg.terms.TermValue.WeeklyHours;
import nl.waarborg.terms.UnacceptableTerms;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarRefusal;
import nl.waarborg.terms.calendar.CalendarRefusal.NeverHappens;
import nl.waarborg.terms.clock.DeadlineCalculation;
import nl.waarborg.terms.clock.RuleRefusal;
import nl.waarborg.terms.clock.Waiting;

/**
 * "What if this were reported then, under these terms?" Terms are those of the preset with the deviations. A named calendar is
 * agreed as the support calendar, so that deviating hours hold on it; a calendar that is given whole takes the place of all
 * support hours.
 *
 * @param deviations by key, in their written forms
 */
record DeadlinesQuestion(
        Preset preset,
        boolean firstClass,
        Instant reportedAt,
        Priority priority,
        boolean calamity,
        List<Waiting> pauses,
        Map<String, String> deviations,
        Optional<BusinessCalendar> supportCalendar,
        Optional<Set<LocalDate>> holidays) {

    private static final Set<String> FIELDS = Set.of(
            "preset",
            "firstClass",
            "reportedAt",
            "priority",
            "calamity",
            "pauses",
            "deviations",
            "calendar",
            "holidays");

    private static final int MOST_PAUSES = 1_000;

    private static final Set<TermKey> SUPPORT_HOURS = Set.of(
            TermKey.SUPPORT_CALENDAR,
            TermKey.SUPPORT_HOURS_MON_THU,
            TermKey.SUPPORT_HOURS_FRI,
            TermKey.SUPPORT_HOURS_WEEKEND);

    /** @throws ProblemException naming every field that is wrong */
    static DeadlinesQuestion read(JsonNode body) {
        var question = Place.of(body, FIELDS);
        var preset = question.required("preset").flatMap(field -> field.oneOf(Preset.class));
        var firstClass = question.optional("firstClass").flatMap(Place::flag);
        var reportedAt = question.required("reportedAt").flatMap(Place::instant);
        var priority = question.required("priority").flatMap(field -> field.oneOf(Priority.class));
        var calamity = question.optional("calamity").flatMap(Place::flag);
        var pauses = question.optional("pauses").map(DeadlinesQuestion::pauses);
        var calendar = question.optional("calendar").flatMap(CalendarForm::read);
        var deviations = deviations(question.optional("deviations"), calendar);
        var holidays = question.optional("holidays").map(DeadlinesQuestion::holidays);
        question.refuseWhatIsWrong();
        return new DeadlinesQuestion(
                preset.orElseThrow(),
                firstClass.orElse(false),
                reportedAt.orElseThrow(),
                priority.orElseThrow(),
                calamity.orElse(false),
                pauses.orElse(List.of()),
                deviations,
                calendar.flatMap(form -> switch (form) {
                    case CalendarForm.Named _ -> Optional.<BusinessCalendar>empty();
                    case CalendarForm.Inline(var inline) -> Optional.of(inline);
                }),
                holidays);
    }

    /**
     * @throws ProblemException with INC-031 for a priority 1 that is reserved, or naming the field that makes a deadline which no calendar
     *     knows
     */
    DeadlinesAnswer answer() {
        try {
            var calculation = DeadlineCalculation.of(
                    preset, deviations, firstClass, reportedAt, priority, calamity, pauses, supportCalendar, holidays);
            return new DeadlinesAnswer(calculation.clocks().stream()
                    .map(DeadlinesAnswer.ClockAnswer::of)
                    .toList());
        } catch (RuleRefusal refusal) {
            throw ProblemException.refused(
                    new Rejection(refusal.rule(), "first-class-only", String.valueOf(refusal.getMessage())));
        } catch (UnacceptableTerms refusal) {
            throw ProblemException.invalidFields(refusal.problems().entrySet().stream()
                    .map(problem -> new FieldError("/deviations/" + problem.getKey(), problem.getValue()))
                    .toList());
        } catch (CalendarRefusal refusal) {
            throw ProblemException.invalidField(blamed(refusal), String.valueOf(refusal.getMessage()));
        } catch (DateTimeException | ArithmeticException tooFar) {
            throw ProblemException.invalidField(
                    "/deviations", "make a deadline beyond the years that a calendar knows");
        }
    }

    private String blamed(CalendarRefusal refusal) {
        if (refusal instanceof NeverHappens) {
            return supportCalendar.isPresent() ? "/calendar" : "/deviations";
        }
        return "/reportedAt";
    }

    private static List<Waiting> pauses(Place place) {
        var items = place.items("a list of pauses with from, to and party").orElse(List.of());
        if (items.size() > MOST_PAUSES) {
            place.wrong("has more than " + MOST_PAUSES + " pauses");
            return List.of();
        }
        return items.stream().flatMap(item -> pause(item).stream()).toList();
    }

    /** The end must be told; null tells that the waiting lasts. */
    private static Optional<Waiting> pause(Place pause) {
        if (!pause.isObjectOf(Set.of("from", "to", "party"))) {
            return Optional.empty();
        }
        var from = pause.required("from").flatMap(Place::instant);
        var lasts = pause.value().path("to").isNull();
        var to = lasts ? Optional.<Instant>empty() : pause.required("to").flatMap(Place::instant);
        var party = pause.required("party").flatMap(field -> field.oneOf(Waiting.Party.class));
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            return pause.at("to").wrong("lies before from");
        }
        return from.isPresent() && party.isPresent() && (lasts || to.isPresent())
                ? Optional.of(new Waiting(from.get(), to, party.get()))
                : Optional.empty();
    }

    private static Set<LocalDate> holidays(Place place) {
        var holidays = new HashSet<LocalDate>();
        place.items("a list of dates such as 2026-12-25").orElse(List.of()).forEach(item -> item.date()
                .ifPresent(holidays::add));
        return holidays;
    }

    private static Map<String, String> deviations(Optional<Place> place, Optional<CalendarForm> calendar) {
        var forms = new TreeMap<String, String>();
        place.map(deviations -> deviations.entries("an object with values by term key"))
                .orElse(Map.of())
                .forEach((key, value) -> form(key, value).ifPresent(form -> {
                    noteWhatIsWrong(key, form, value, calendar);
                    forms.put(key, form);
                }));
        calendar.filter(CalendarForm.Named.class::isInstance)
                .ifPresent(named -> forms.put(
                        TermKey.SUPPORT_CALENDAR.key(),
                        new CalendarReference(named.calendar().id()).toString()));
        return forms;
    }

    private static void noteWhatIsWrong(String name, String form, Place value, Optional<CalendarForm> calendar) {
        try {
            var deviation = Deviation.read(Map.of(name, form)).getFirst();
            if (calendar.isPresent() && contradicts(calendar.get(), deviation.key())) {
                value.wrong("contradicts /calendar, which sets this");
            }
            if (deviation.value().orElse(null) instanceof CalendarReference(var id)
                    && !AgreedCalendars.shipped().contains(id)) {
                value.wrong("names no calendar");
            }
        } catch (UnacceptableTerms e) {
            e.problems().values().forEach(value::wrong);
        }
    }

    private static boolean contradicts(CalendarForm calendar, TermKey key) {
        return switch (calendar) {
            case CalendarForm.Named _ -> key == TermKey.SUPPORT_CALENDAR;
            case CalendarForm.Inline _ -> SUPPORT_HOURS.contains(key);
        };
    }

    /** A value's written form; hours may also be given as intervals, several values as a list. */
    private static Optional<String> form(String name, Place value) {
        var json = value.value();
        if (json.isValueNode() && !json.isNull()) {
            return Optional.of(json.asText());
        }
        var key = TermKey.of(name);
        if (key.isEmpty()) {
            return value.wrong("is no term of an agreement");
        }
        return switch (key.get().kind()) {
            case DAILY_HOURS -> Optional.of(new DailyHours(CalendarForm.hours(value)).toString());
            case WEEKLY_HOURS -> Optional.of(new WeeklyHours(CalendarForm.weekly(value)).toString());
            case SEVERAL -> value.items("a list of values").map(DeadlinesQuestion::several);
            case SPAN, CALENDAR, CHOICE, AMOUNT, PERCENTAGE, MONEY, FLAG, TEXT ->
                value.wrong("must be a term's value, or ABSENT to take the term away");
        };
    }

    private static String several(List<Place> items) {
        return items.stream().flatMap(item -> item.text().stream()).collect(joining(", ", "[", "]"));
    }
}
