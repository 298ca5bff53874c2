/** Stored names of what happens to sessions. */
@NullMarked
package nl.waarborg.incident.remoteviewing.storage;

import org.jspecify.annotations.NullMarked;
