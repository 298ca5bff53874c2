/** Stored names of what happens to investigation copies. */
@NullMarked
package nl.waarborg.incident.investigationcopy.storage;

import org.jspecify.annotations.NullMarked;
