/** Sessions of remote viewing. */
@NullMarked
package nl.waarborg.incident.remoteviewing.projection;

import org.jspecify.annotations.NullMarked;
