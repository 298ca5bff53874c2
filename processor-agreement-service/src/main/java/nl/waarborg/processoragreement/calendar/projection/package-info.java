/** Calendars as incident-service publishes them; all services reckon with the same versions. */
@NullMarked
package nl.waarborg.processoragreement.calendar.projection;

import org.jspecify.annotations.NullMarked;
