/** Remote viewing, vertically. */
@NullMarked
package nl.waarborg.incident.remoteviewing;

import org.jspecify.annotations.NullMarked;
