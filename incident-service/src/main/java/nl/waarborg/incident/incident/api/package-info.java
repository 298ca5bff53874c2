/** Incidents over HTTP, and the events that other systems post about them. */
@NullMarked
package nl.waarborg.incident.incident.api;

import org.jspecify.annotations.NullMarked;
