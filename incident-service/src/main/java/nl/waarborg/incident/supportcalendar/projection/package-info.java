/** The versions of calendars, and the calendar that holds at a moment. */
@NullMarked
package nl.waarborg.incident.supportcalendar.projection;

import org.jspecify.annotations.NullMarked;
