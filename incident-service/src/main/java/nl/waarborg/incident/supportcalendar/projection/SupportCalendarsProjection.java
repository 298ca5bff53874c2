package nl.waarborg.incident.supportcalendar.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.incident.supportcalendar.domain.CalendarKind;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.HolidaysProposed;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportCalendarPublished;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportHoursDeviationPublished;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;

/** Every version that was published, whole. These events are few, so each is a statement of its own. */
public final class SupportCalendarsProjection implements Projection<SupportCalendarEvent> {

    private static final String VERSION =
            """
            insert into support_calendar (tenant_id, calendar_id, version, kind, published_at, definition)
            values (?, ?, ?, ?, ?, ?::jsonb)""";
    private static final String LATEST =
            """
            select definition::text as definition from support_calendar where calendar_id = ?
            order by version desc limit 1""";
    private static final String PROPOSED =
            """
            insert into holiday_proposal (tenant_id, calendar_id, year, proposed_at, days) values (?, ?, ?, ?, ?::jsonb)
            on conflict (calendar_id, year) do update set proposed_at = excluded.proposed_at, days = excluded.days""";

    @Override
    public String name() {
        return "support-calendars";
    }

    @Override
    public Class<SupportCalendarEvent> events() {
        return SupportCalendarEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("support_calendar", "holiday_proposal");
    }

    @Override
    public void apply(List<RecordedEvent<SupportCalendarEvent>> events, Connection connection) throws SQLException {
        for (var recorded : events) {
            var statements = new Statements();
            switch (recorded.event()) {
                case SupportCalendarPublished e -> add(statements, recorded.tenant(), e.kind(), recorded, e.calendar());
                case SupportHoursDeviationPublished e ->
                    add(
                            statements,
                            recorded.tenant(),
                            e.scope(),
                            recorded,
                            latest(connection, new CalendarId(e.calendarId()))
                                    .deviating(e.day().deviation()));
                case HolidaysProposed e ->
                    statements.add(
                            PROPOSED,
                            recorded.tenant(),
                            e.calendarId(),
                            e.year(),
                            e.at(),
                            CalendarDefinition.json(e.days()));
            }
            statements.run(connection);
        }
    }

    private static void add(
            Statements statements,
            UUID tenant,
            CalendarKind kind,
            RecordedEvent<SupportCalendarEvent> recorded,
            BusinessCalendar calendar) {
        statements.add(
                VERSION,
                tenant,
                calendar.id().value(),
                calendar.version(),
                kind,
                recorded.occurredAt(),
                CalendarDefinition.of(calendar).json());
    }

    private static BusinessCalendar latest(Connection connection, CalendarId id) throws SQLException {
        var published =
                Rows.list(connection, LATEST, row -> CalendarDefinition.read(row.text("definition")), id.value());
        if (!published.isEmpty()) {
            return published.getFirst().calendarOf();
        }
        return AgreedCalendars.shipped().contains(id)
                ? AgreedCalendars.firstVersion(id)
                : new BusinessCalendar(id, 0, AgreedCalendars.ZONE, Map.of(), List.of(), Optional.empty(), "");
    }
}
