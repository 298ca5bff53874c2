/** Stored names of the events of releases and migrations. */
@NullMarked
package nl.waarborg.availability.release.storage;

import org.jspecify.annotations.NullMarked;
