/** Stored names of what happens to persons. */
@NullMarked
package nl.waarborg.incident.person.storage;

import org.jspecify.annotations.NullMarked;
