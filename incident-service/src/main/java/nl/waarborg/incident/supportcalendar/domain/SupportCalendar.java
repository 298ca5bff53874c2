package nl.waarborg.incident.supportcalendar.domain;

import java.util.List;
import java.util.Map;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.OpeningHoursDeviation;

/** A calendar as publishing needs it. */
public sealed interface SupportCalendar {

    /** Nothing was published beyond what the agreement's presets bring along. */
    record Unpublished() implements SupportCalendar {}

    /** @param proposals by year, not published yet */
    record Published(BusinessCalendar calendar, CalendarKind kind, Map<Integer, List<OpeningHoursDeviation>> proposals)
            implements SupportCalendar {

        public Published {
            proposals = Map.copyOf(proposals);
        }
    }
}
