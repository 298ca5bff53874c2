/** Support calendars and deviating hours over REST. */
@NullMarked
package nl.waarborg.incident.supportcalendar.api;

import org.jspecify.annotations.NullMarked;
