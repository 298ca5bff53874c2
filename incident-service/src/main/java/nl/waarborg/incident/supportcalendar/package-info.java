/** Support calendars, vertically. */
@NullMarked
package nl.waarborg.incident.supportcalendar;

import org.jspecify.annotations.NullMarked;
