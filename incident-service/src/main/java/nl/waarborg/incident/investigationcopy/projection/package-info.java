/** Copies with their access log, and when each must be gone. */
@NullMarked
package nl.waarborg.incident.investigationcopy.projection;

import org.jspecify.annotations.NullMarked;
