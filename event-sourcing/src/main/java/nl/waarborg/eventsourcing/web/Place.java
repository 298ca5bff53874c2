package nl.waarborg.eventsourcing.web;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.waarborg.eventsourcing.web.Problem.FieldError;

/**
 * A value at its place in a JSON body. What is wrong is noted with its pointer (RFC 6901) and reading goes on, so that one answer
 * names everything, also what is wrong between fields.
 */
public final class Place {

    /** Longer than the years that calendars know. */
    private static final Duration LONGEST = Duration.ofDays(3_660_000);

    private final JsonNode value;
    private final String pointer;
    private final Map<String, String> errors;

    private Place(JsonNode value, String pointer, Map<String, String> errors) {
        this.value = value;
        this.pointer = pointer;
        this.errors = errors;
    }

    /**
     * A whole body, with each field noted that is none of these.
     *
     * @throws ProblemException when it is no object
     */
    public static Place of(JsonNode body, Set<String> names) {
        var place = new Place(body, "", new LinkedHashMap<>());
        if (!place.isObjectOf(names)) {
            place.refuseWhatIsWrong();
        }
        return place;
    }

    public JsonNode value() {
        return value;
    }

    /** @throws ProblemException with all that was noted anywhere in this body, if anything was */
    public void refuseWhatIsWrong() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalidFields(errors.entrySet().stream()
                    .map(error -> new FieldError(error.getKey(), error.getValue()))
                    .toList());
        }
    }

    /** Notes what is wrong here, unless something was noted before. */
    public <T> Optional<T> wrong(String message) {
        errors.putIfAbsent(pointer, message);
        return Optional.empty();
    }

    /** The place of a field, whether it has a value or not. */
    public Place at(String name) {
        return new Place(
                value.path(name), pointer + '/' + name.replace("~", "~0").replace("/", "~1"), errors);
    }

    public boolean has(String name) {
        return value.hasNonNull(name);
    }

    /** The place of a field that has a value; null is no value. */
    public Optional<Place> optional(String name) {
        return has(name) ? Optional.of(at(name)) : Optional.empty();
    }

    public Optional<Place> required(String name) {
        return has(name) ? Optional.of(at(name)) : at(name).wrong("is required");
    }

    /** Whether this is an object; notes each field that is none of these. */
    public boolean isObjectOf(Set<String> names) {
        if (!value.isObject()) {
            wrong("must be an object");
            return false;
        }
        value.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                at(name).wrong("is not known");
            }
        });
        return true;
    }

    /** The places of a list's items. */
    public Optional<List<Place>> items(String expected) {
        if (!value.isArray()) {
            return wrong("must be " + expected);
        }
        var items = new ArrayList<Place>();
        for (var item : value) {
            items.add(new Place(item, pointer + '/' + items.size(), errors));
        }
        return Optional.of(items);
    }

    /** The places of an object's fields, by name. */
    public Map<String, Place> entries(String expected) {
        var entries = new LinkedHashMap<String, Place>();
        if (value.isObject()) {
            value.fieldNames().forEachRemaining(name -> entries.put(name, at(name)));
        } else {
            wrong("must be " + expected);
        }
        return entries;
    }

    public Optional<String> text() {
        return value.isTextual() ? Optional.of(value.textValue()) : wrong("must be text");
    }

    public Optional<Boolean> flag() {
        return value.isBoolean() ? Optional.of(value.booleanValue()) : wrong("must be true or false");
    }

    public Optional<Integer> wholeNumber() {
        return value.isIntegralNumber() && value.canConvertToInt()
                ? Optional.of(value.intValue())
                : wrong("must be a whole number of at most ten digits");
    }

    /** A number of seconds, not negative. */
    public Optional<Long> seconds() {
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0
                ? Optional.of(value.longValue())
                : wrong("must be a whole number of seconds, not negative");
    }

    /** An exact number. */
    public Optional<BigDecimal> number() {
        return value.isNumber() ? Optional.of(value.decimalValue()) : wrong("must be a number");
    }

    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        var constants = type.getEnumConstants();
        var found = Arrays.stream(constants)
                .filter(constant -> value.isTextual() && constant.name().equals(value.textValue()))
                .findFirst();
        return found.isPresent()
                ? found
                : wrong("must be one of "
                        + Arrays.stream(constants).map(Enum::name).collect(joining(", ")));
    }

    /** A moment in the form of RFC 3339, with its offset. */
    public Optional<Instant> instant() {
        return parsed(
                text -> OffsetDateTime.parse(text).toInstant(),
                "an instant with an offset in the form of RFC 3339, such as 2026-03-05T16:30:00+01:00");
    }

    /** Days (of 24 hours), hours, minutes and seconds in the form of ISO 8601. */
    public Optional<Duration> duration() {
        Optional<Duration> duration =
                parsed(Duration::parse, "an ISO 8601 duration of days of 24 hours or less, such as PT8H30M or -PT2H");
        return duration.isPresent() && duration.get().abs().compareTo(LONGEST) > 0
                ? wrong("reaches beyond the years that a calendar knows")
                : duration;
    }

    /** A calendar month. */
    public Optional<YearMonth> month() {
        return parsed(YearMonth::parse, "a month such as 2026-03");
    }

    public Optional<LocalDate> date() {
        return parsed(LocalDate::parse, "a date such as 2026-12-25");
    }

    private <T> Optional<T> parsed(Function<String, T> parse, String expected) {
        if (value.isTextual()) {
            try {
                return Optional.of(parse.apply(value.textValue()));
            } catch (DateTimeException | ArithmeticException e) {
                return wrong("must be " + expected);
            }
        }
        return wrong("must be " + expected);
    }
}
