package nl.waarborg.incident.supportcalendar.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendar.Published;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendar.Unpublished;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.ProposeHolidays;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.PublishHolidays;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.PublishSupportCalendar;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarCommand.PublishSupportHoursDeviation;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.HolidaysProposed;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportCalendarPublished;
import nl.waarborg.incident.supportcalendar.domain.SupportCalendarEvent.SupportHoursDeviationPublished;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.OpeningHoursDeviation;
import nl.waarborg.terms.calendar.PublishedRange;

/** Version 1 of a preset's calendar comes with the presets; every later version is published here, by a person. */
public final class SupportCalendarDecider
        implements Decider<SupportCalendarCommand, SupportCalendar, SupportCalendarEvent> {

    @Override
    public SupportCalendar initialState() {
        return new Unpublished();
    }

    @Override
    public Decision<SupportCalendarEvent> decide(SupportCalendarCommand command, SupportCalendar state) {
        return switch (command) {
            case PublishSupportCalendar c -> publish(c, base(state, c.calendarId()));
            case PublishSupportHoursDeviation c -> deviate(c, base(state, c.calendarId()));
            case ProposeHolidays c -> propose(c, base(state, c.calendarId()));
            case PublishHolidays c -> publishHolidays(c, base(state, c.calendarId()), proposals(state));
        };
    }

    private static Decision<SupportCalendarEvent> publish(PublishSupportCalendar c, Optional<BusinessCalendar> before) {
        var next = new BusinessCalendar(
                c.calendarId(),
                before.map(calendar -> calendar.version() + 1).orElse(1),
                c.zone(),
                c.weekly(),
                before.map(BusinessCalendar::deviations).orElse(List.of()),
                before.flatMap(BusinessCalendar::published),
                c.source());
        var unchanged = before.filter(calendar -> calendar.weekly().equals(next.weekly())
                        && calendar.zone().equals(next.zone()))
                .isPresent();
        return unchanged
                ? Decision.nothing()
                : Decision.of(SupportCalendarPublished.of(next, c.kind(), c.byPersonId(), c.at()));
    }

    private static Decision<SupportCalendarEvent> deviate(
            PublishSupportHoursDeviation c, Optional<BusinessCalendar> before) {
        if (before.isEmpty() && c.scope() != CalendarKind.ON_SITE) {
            return Decision.reject("INC-017", "unknown-calendar", "There is no such calendar to deviate from.");
        }
        var calendar = before.orElseGet(() -> roster(c.calendarId()));
        var date = c.day().date();
        if (date.isBefore(LocalDate.ofInstant(c.at(), calendar.zone()))) {
            return Decision.reject(
                    "INC-017", "day-has-passed", "The hours of a day that has passed stay as they were.");
        }
        if (calendar.published().filter(range -> !covers(range, date)).isPresent()) {
            return Decision.reject(
                    "INC-017",
                    "beyond-published",
                    "The holidays of that year are not published yet; publish them first.");
        }
        if (calendar.deviations().contains(c.day())) {
            return Decision.nothing();
        }
        var version = before.map(b -> b.version() + 1).orElse(1);
        return Decision.of(new SupportHoursDeviationPublished(
                c.calendarId().value(), c.scope(), version, PublishedDay.of(c.day()), c.byPersonId(), c.at()));
    }

    private static Decision<SupportCalendarEvent> propose(ProposeHolidays c, Optional<BusinessCalendar> before) {
        return before.flatMap(BusinessCalendar::published)
                .map(range -> {
                    var year = range.through().getYear() + 1;
                    var days = HolidayProposal.of(year).stream()
                            .map(OpeningHoursDeviation::closed)
                            .map(PublishedDay::of)
                            .toList();
                    return Decision.<SupportCalendarEvent>of(
                            new HolidaysProposed(c.calendarId().value(), year, days, c.at()));
                })
                .orElseGet(SupportCalendarDecider::withoutHolidays);
    }

    private static Decision<SupportCalendarEvent> publishHolidays(
            PublishHolidays c, Optional<BusinessCalendar> before, Map<Integer, List<OpeningHoursDeviation>> proposals) {
        var range = before.flatMap(BusinessCalendar::published);
        if (before.isEmpty() || range.isEmpty()) {
            return withoutHolidays();
        }
        if (c.year() != range.get().through().getYear() + 1) {
            return Decision.reject(
                    "INC-018",
                    "year-out-of-order",
                    "The next year to publish is the one behind the last published year.");
        }
        var days = c.days().isEmpty() ? proposals.getOrDefault(c.year(), List.of()) : c.days();
        if (days.isEmpty()) {
            return Decision.reject("INC-018", "nothing-to-publish", "Name the holidays, or have them proposed first.");
        }
        if (days.stream().anyMatch(day -> day.date().getYear() != c.year())) {
            return Decision.reject(
                    "INC-018", "day-of-another-year", "Every day must lie in the year that is published.");
        }
        var calendar = before.get();
        var next = new BusinessCalendar(
                calendar.id(),
                calendar.version() + 1,
                calendar.zone(),
                calendar.weekly(),
                Stream.of(calendar.deviations(), days)
                        .flatMap(Collection::stream)
                        .toList(),
                Optional.of(new PublishedRange(range.get().from(), LocalDate.of(c.year(), Month.DECEMBER, 31))),
                calendar.source());
        return Decision.of(SupportCalendarPublished.of(next, kind(calendar.id()), c.byPersonId(), c.at()));
    }

    private static CalendarKind kind(CalendarId id) {
        return id.value().endsWith("/calamity") ? CalendarKind.CALAMITY : CalendarKind.SUPPORT;
    }

    private static Decision<SupportCalendarEvent> withoutHolidays() {
        return Decision.reject("INC-018", "no-holidays", "This calendar keeps no list of holidays.");
    }

    private static boolean covers(PublishedRange range, LocalDate date) {
        return !date.isBefore(range.from()) && !date.isAfter(range.through());
    }

    /** The version that holds now: the last published, else the one that the presets bring along. */
    private static Optional<BusinessCalendar> base(SupportCalendar state, CalendarId id) {
        return switch (state) {
            case Published published -> Optional.of(published.calendar());
            case Unpublished _
            when AgreedCalendars.shipped().contains(id) -> Optional.of(AgreedCalendars.firstVersion(id));
            case Unpublished _ -> Optional.empty();
        };
    }

    private static Map<Integer, List<OpeningHoursDeviation>> proposals(SupportCalendar state) {
        return state instanceof Published published ? published.proposals() : Map.of();
    }

    /** A roster for work on site: no weekly hours, only the days agreed (INC-019). */
    private static BusinessCalendar roster(CalendarId id) {
        return new BusinessCalendar(id, 0, AgreedCalendars.ZONE, Map.of(), List.of(), Optional.empty(), "");
    }

    @Override
    public SupportCalendar evolve(SupportCalendar state, SupportCalendarEvent event) {
        var proposals = proposals(state);
        return switch (event) {
            case SupportCalendarPublished e -> new Published(e.calendar(), e.kind(), proposals);
            case SupportHoursDeviationPublished e -> {
                var id = new CalendarId(e.calendarId());
                var before = base(state, id).orElseGet(() -> roster(id));
                yield new Published(before.deviating(e.day().deviation()), e.scope(), proposals);
            }
            case HolidaysProposed e -> {
                var all = new HashMap<>(proposals);
                all.put(e.year(), e.days().stream().map(PublishedDay::deviation).toList());
                var id = new CalendarId(e.calendarId());
                var kind = state instanceof Published published ? published.kind() : kind(id);
                yield base(state, id)
                        .<SupportCalendar>map(calendar -> new Published(calendar, kind, all))
                        .orElse(state);
            }
        };
    }
}
