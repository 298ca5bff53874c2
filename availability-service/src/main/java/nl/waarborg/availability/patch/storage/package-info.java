/** Stored names of the events of patches. */
@NullMarked
package nl.waarborg.availability.patch.storage;

import org.jspecify.annotations.NullMarked;
