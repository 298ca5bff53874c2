/** Incidents: what is reported, what runs against it, and what was done. */
@NullMarked
package nl.waarborg.incident.incident;

import org.jspecify.annotations.NullMarked;
