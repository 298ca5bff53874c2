/** What other services may know of sessions. */
@NullMarked
package nl.waarborg.incident.remoteviewing.publication;

import org.jspecify.annotations.NullMarked;
