/** Questions about time, answered without any incident: business time, and the deadlines of a report that might be. */
@NullMarked
package nl.waarborg.incident.calculation;

import org.jspecify.annotations.NullMarked;
