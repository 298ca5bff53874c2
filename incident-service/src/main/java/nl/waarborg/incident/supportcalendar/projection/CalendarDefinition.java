package nl.waarborg.incident.supportcalendar.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.incident.supportcalendar.domain.PublishedDay;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningInterval;
import nl.waarborg.terms.calendar.PublishedRange;
import org.jspecify.annotations.Nullable;

/**
 * A version of a calendar as it stands in the table and in answers; hours are local, such as {@code 08:00-16:00 WEB}.
 *
 * @param publishedThrough last local date for which holidays are published, inclusive; null for a calendar without holidays
 */
public record CalendarDefinition(
        String calendar,
        int version,
        String zone,
        Map<DayOfWeek, List<String>> weekly,
        List<PublishedDay> deviations,
        @Nullable LocalDate publishedFrom,
        @Nullable LocalDate publishedThrough,
        String source) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public CalendarDefinition {
        deviations = List.copyOf(deviations);
    }

    public static CalendarDefinition of(BusinessCalendar calendar) {
        var weekly = new EnumMap<DayOfWeek, List<String>>(DayOfWeek.class);
        calendar.weekly()
                .forEach((day, hours) -> weekly.put(
                        day, hours.stream().map(OpeningInterval::toString).toList()));
        return new CalendarDefinition(
                calendar.id().value(),
                calendar.version(),
                calendar.zone().getId(),
                weekly,
                calendar.deviations().stream().map(PublishedDay::of).toList(),
                calendar.published().map(PublishedRange::from).orElse(null),
                calendar.published().map(PublishedRange::through).orElse(null),
                calendar.source());
    }

    BusinessCalendar calendarOf() {
        var hours = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        weekly.forEach((day, forms) ->
                hours.put(day, forms.stream().map(OpeningInterval::parse).toList()));
        return new BusinessCalendar(
                new CalendarId(calendar),
                version,
                ZoneId.of(zone),
                hours,
                deviations.stream().map(PublishedDay::deviation).toList(),
                publishedFrom == null || publishedThrough == null
                        ? Optional.empty()
                        : Optional.of(new PublishedRange(publishedFrom, publishedThrough)),
                source);
    }

    static CalendarDefinition read(String json) {
        try {
            return JSON.readValue(json, CalendarDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calendar cannot be read", e);
        }
    }

    String json() {
        return json(this);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calendar cannot be written", e);
        }
    }
}
