/** Stored names of what happens to a month. */
@NullMarked
package nl.waarborg.incident.month.storage;

import org.jspecify.annotations.NullMarked;
