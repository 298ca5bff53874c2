package nl.waarborg.publishedcalendars;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.publishedcalendars.CalendarEvent.CalendarPublished;
import nl.waarborg.publishedcalendars.CalendarEvent.DeviationPublished;

/** Every later version of a calendar, as it was published. */
public final class CalendarsProjection implements Projection<CalendarEvent> {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String PUBLISHED =
            """
            insert into published_calendar (calendar_id, version, content, whole, published_at)
            values (?, ?, ?::json, ?, ?) on conflict do nothing""";

    @Override
    public String name() {
        return "published-calendars";
    }

    @Override
    public Class<CalendarEvent> events() {
        return CalendarEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("published_calendar");
    }

    @Override
    public void apply(List<RecordedEvent<CalendarEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            switch (recorded.event()) {
                case CalendarPublished e ->
                    statements.add(PUBLISHED, e.calendarId(), e.version(), json(e), true, e.publishedAt());
                case DeviationPublished e ->
                    statements.add(PUBLISHED, e.calendarId(), e.version(), json(e.day()), false, e.publishedAt());
            }
        }
        statements.run(connection);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calendar cannot be written", e);
        }
    }
}
