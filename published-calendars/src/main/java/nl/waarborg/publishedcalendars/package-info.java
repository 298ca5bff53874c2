/** Calendars as incident-service publishes them; all services reckon with the same versions. */
@NullMarked
package nl.waarborg.publishedcalendars;

import org.jspecify.annotations.NullMarked;
