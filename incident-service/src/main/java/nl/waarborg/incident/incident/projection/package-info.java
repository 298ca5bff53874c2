/** The views of incidents: the queue, the clocks, the dossier, the search, and the deadlines that the poller watches. */
@NullMarked
package nl.waarborg.incident.incident.projection;

import org.jspecify.annotations.NullMarked;
